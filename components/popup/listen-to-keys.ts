import { parseCampaignId } from '#model';
import { campaignUrl } from '../links.ts';
import { type KeyAction, keyAction } from './keyboard.ts';
import type { PopupModel } from './model.ts';

const ROW = '[data-campaign-id]';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/** The row that a key is about: the one with the focus, else the open one, else the first. */
const currentRow = (root: HTMLElement): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>(ROW) ??
  root.querySelector<HTMLElement>(`${ROW}.open`);

const move = (root: HTMLElement, step: 1 | -1): void => {
  const rows = [...root.querySelectorAll<HTMLElement>(ROW)];
  const current = currentRow(root);
  const at = current ? rows.indexOf(current) : -1;
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.querySelector('button')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

/** Copying is the open row's own button, so that it is loaded and says "Copied". */
const copy = (root: HTMLElement, model: PopupModel): void => {
  const row = currentRow(root);
  const id = parseCampaignId(row?.dataset['campaignId']);
  if (!row || !id) return;
  model.openId.value = id;
  const press = () => row.querySelector<HTMLElement>('[data-copy]')?.click();
  if (row.querySelector('[data-copy]')) press();
  else {
    const observer = new MutationObserver(() => {
      if (!row.querySelector('[data-copy]')) return;
      observer.disconnect();
      press();
    });
    observer.observe(row, { childList: true, subtree: true });
  }
};

/** Closes what is open, one thing a press; false when nothing was, so that the browser closes the popup. */
const close = (model: PopupModel): boolean => {
  if (model.query.value !== '') model.query.value = '';
  else if (model.openId.value !== null) model.openId.value = null;
  else return false;
  return true;
};

const act = (action: KeyAction, root: HTMLElement, model: PopupModel): boolean => {
  switch (action) {
    case 'find':
      root.querySelector<HTMLElement>('input[type=search]')?.focus();
      return true;
    case 'next':
      move(root, 1);
      return true;
    case 'previous':
      move(root, -1);
      return true;
    case 'openUrl': {
      const id = parseCampaignId(currentRow(root)?.dataset['campaignId']);
      if (id) model.ports.openUrl(campaignUrl(id));
      return true;
    }
    case 'copy':
      copy(root, model);
      return true;
    case 'check':
      void model.checkNow();
      return true;
    case 'help':
      model.isHelpOpen.value = true;
      return true;
    case 'close':
      return close(model);
  }
};

/** Listens to the popup's keys until the signal aborts. */
export const listenToKeys = (root: HTMLElement, model: PopupModel, signal: AbortSignal): void => {
  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const action = keyAction({ key, ctrlKey, metaKey, altKey, isTyping: isField(target) });
    // An open dialog closes itself.
    if (!action || model.isHelpOpen.value) return;
    if (act(action, root, model)) event.preventDefault();
  };
  document.addEventListener('keydown', onKey, { signal });
};
