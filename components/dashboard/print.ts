import { options } from 'preact';
import type { DashboardModel } from './model.ts';

/** Puts every row into the page while it is printed: paper does not scroll. */
export const showAllOnPaper = (model: DashboardModel, signal: AbortSignal): void => {
  const render = (isPrinting: boolean): void => {
    // The browser takes its picture right after this event: rendering cannot wait for a later turn.
    const { debounceRendering } = options;
    options.debounceRendering = (paint) => paint();
    model.isPrinting.value = isPrinting;
    // The browser's own way to print knows no clients.
    if (!isPrinting) model.paperFor.value = 'operator';
    if (debounceRendering) options.debounceRendering = debounceRendering;
    else delete options.debounceRendering;
  };
  window.addEventListener('beforeprint', () => render(true), { signal });
  window.addEventListener('afterprint', () => render(false), { signal });
};
