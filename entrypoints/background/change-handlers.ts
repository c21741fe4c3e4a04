import { browser } from 'wxt/browser';
import type { Changes } from '#actions';
import type { MessageHandlers } from '#messages/guard';
import type { InstantMs } from '#model';

type Handlers = Pick<
  MessageHandlers['extension'],
  | 'change.open'
  | 'change.confirmation'
  | 'change.whatIf'
  | 'change.apply'
  | 'change.stop'
  | 'change.undo'
>;

/** Opens the small window that confirms what a ticket is for; false where the browser did not. */
export const openConfirmWindow = async (ticket: string): Promise<boolean> => {
  try {
    await browser.windows.create({
      url: browser.runtime.getURL(`/confirm.html#${ticket}`),
      type: 'popup',
      width: 560,
      height: 720,
    });
    return true;
  } catch (error) {
    console.error('Sendwatch: the browser opened no window for a confirmation.', error);
    return false;
  }
};

/** Does it at most once in a while, and says no in between. */
export const seldom = <Given>(
  everyMs: number,
  now: () => InstantMs,
  act: (given: Given) => Promise<boolean>,
): ((given: Given) => Promise<boolean>) => {
  let lastAt: InstantMs | null = null;
  return async (given) => {
    const age = lastAt === null ? everyMs : now() - lastAt;
    if (age >= 0 && age < everyMs) return false;
    lastAt = now();
    return act(given);
  };
};

/** Changes to Instantly. None but `change.apply` makes one. */
export const changeHandlers = (changes: Changes): Handlers => ({
  'change.open': async (request) => ({ ok: await changes.open(request.changes) }),
  'change.confirmation': ({ ticket }) => changes.confirmation(ticket),
  'change.whatIf': (request) => changes.whatIf(request),
  'change.apply': (request) => changes.apply(request),
  'change.stop': async ({ ticket }) => ({ ok: await changes.stop(ticket) }),
  'change.undo': async ({ actionIds }) => ({ ok: await changes.undo(actionIds) }),
});
