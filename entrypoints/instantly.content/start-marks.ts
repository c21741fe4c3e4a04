import { createMarks, type Locator, type MarksPorts } from '#overlay';
import type { Reader } from '#words';
import { createMarksView } from '../../components/marks/index.tsx';
import css from '../../components/marks/marks.css?inline';

/** Joins the marks in lists with their look and the page's clockwork. `summaryCss`: that of the panel, whose pill it is. */
export const startMarks = (
  ports: Omit<MarksPorts, 'onFrame' | 'after'>,
  locator: Locator,
  reader: Reader,
  summaryCss: string,
) =>
  createMarks(
    {
      ...ports,
      // Not those of the context: it would keep a listener for each until it ends.
      onFrame: (listener) => {
        const frame = requestAnimationFrame(listener);
        return () => cancelAnimationFrame(frame);
      },
      after: (delayMs, listener) => {
        const timer = setTimeout(listener, delayMs);
        return () => clearTimeout(timer);
      },
    },
    locator,
    { ...createMarksView(reader), css, summaryCss },
  );
