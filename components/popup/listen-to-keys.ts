import { type CampaignId, parseCampaignId } from '#model';
import { campaignUrl } from '../links.ts';
import { type KeyAction, keyAction } from './keyboard.ts';
import type { PopupModel } from './popup-model.ts';

const SILENCING = '.silencing';
const ROW = '[data-campaign-id]';
const COPY = '[data-copy=operator]';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

const isAtList = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`input[type=search], ${ROW} > button`) !== null;

/** The rows that can be reached, in order, whether or not they are in the page. */
const idsOf = ({ groups, closed }: PopupModel): readonly CampaignId[] =>
  groups.value.flatMap(({ id, verdicts }) =>
    closed.value.has(id) ? [] : verdicts.map(({ campaignId }) => campaignId),
  );

const rowOf = (root: HTMLElement, id: CampaignId): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-campaign-id="${id}"]`);

const idAt = (element: Element | null): CampaignId | undefined =>
  parseCampaignId(element?.closest<HTMLElement>(ROW)?.dataset['campaignId']);

/** A popup that listens: its page, its state, and the row that had the focus last, which may have been scrolled away. */
interface Listener {
  readonly root: HTMLElement;
  readonly model: PopupModel;
  last: CampaignId | undefined;
}

/** The row that a key is about: the one with the focus, else the open one, else the one that had the focus last. */
const currentId = ({ model, last }: Listener): CampaignId | undefined =>
  idAt(document.activeElement) ?? model.openId.value ?? last;

const move = (listener: Listener, step: 1 | -1): void => {
  const { root, model } = listener;
  const ids = idsOf(model);
  // From the search it goes to the first of what was found.
  const current = isField(document.activeElement)
    ? undefined
    : (idAt(document.activeElement) ?? listener.last ?? model.openId.value);
  const at = current ? ids.indexOf(current) : -1;
  const next = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))];
  if (!next) return;
  const row = rowOf(root, next);
  if (row) {
    row.querySelector('button')?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  } else model.reveal.value = next;
};

/**
 * Opens the current row and presses one of its own buttons, so that it is loaded and says what came of it. `part`: what
 * the row has once the button would be there.
 */
const pressInRow = (listener: Listener, part: string, button: string): void => {
  const { root, model } = listener;
  const id = currentId(listener);
  const row = id && rowOf(root, id);
  if (!id || !row) return;
  model.openId.value = id;
  const press = (): boolean => {
    if (!row.querySelector(part)) return false;
    row.querySelector<HTMLElement>(button)?.click();
    return true;
  };
  if (press()) return;
  const observer = new MutationObserver(() => {
    if (press()) observer.disconnect();
  });
  observer.observe(row, { childList: true, subtree: true });
};

/** Closes what is open, one thing a press; false when nothing was, so that the browser closes the popup. */
const close = (model: PopupModel): boolean => {
  if (model.query.value !== '') model.search('');
  else if (model.openId.value !== null) model.openId.value = null;
  else return false;
  return true;
};

const act = (action: KeyAction, listener: Listener): boolean => {
  const { root, model } = listener;
  switch (action) {
    case 'find':
      root.querySelector<HTMLElement>('input[type=search]')?.focus();
      return true;
    case 'next':
      move(listener, 1);
      return true;
    case 'previous':
      move(listener, -1);
      return true;
    case 'openUrl': {
      const id = currentId(listener);
      if (id) model.ports.openUrl(campaignUrl(id));
      return true;
    }
    case 'copy':
      pressInRow(listener, COPY, COPY);
      return true;
    case 'pause':
      pressInRow(listener, COPY, '[data-offer=pause_campaign]');
      return true;
    case 'acknowledge':
    case 'snooze':
      pressInRow(listener, SILENCING, `[data-silence=${action}]:not([aria-expanded=true])`);
      return true;
    case 'check':
      void model.checkNow();
      return true;
    case 'help':
      model.dialog.value = 'help';
      return true;
    case 'close':
      return close(model);
  }
};

/** Listens to the popup's keys until the signal aborts. */
export const listenToKeys = (root: HTMLElement, model: PopupModel, signal: AbortSignal): void => {
  const listener: Listener = { root, model, last: undefined };
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof Element) listener.last = idAt(target) ?? listener.last;
  };
  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const action = keyAction({
      key,
      ctrlKey,
      metaKey,
      altKey,
      isTyping: isField(target),
      isAtList: isAtList(target),
    });
    // An open dialog closes itself.
    if (!action || model.dialog.value) return;
    if (act(action, listener)) event.preventDefault();
  };
  root.addEventListener('focusin', onFocus, { signal });
  document.addEventListener('keydown', onKey, { signal });
};
