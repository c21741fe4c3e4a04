import { vi } from 'vitest';
import type { ChangeMessages, ChangeProgress } from '#messages';
import type { ChangePlan } from '#model';
import { type Answers, actionRecord, answering } from '../changing/fixtures.ts';
import { campaignId, NOW, WORKSPACE, workspaceRecord } from '../fixtures.ts';
import { mountConfirm } from './index.tsx';
import type { ConfirmPorts } from './ports.ts';

/** One campaign that is to be paused, or whatever else. */
export const plan = (rest: Partial<ChangePlan> = {}, n = 1): ChangePlan => ({
  workspaceId: WORKSPACE,
  change: { kind: 'pause_campaign', campaignId: campaignId(n) },
  subject: `Campaign ${n}`,
  before: { lifecycle: 'active' },
  after: { lifecycle: 'paused' },
  refusal: null,
  risks: [],
  typed: null,
  effect: null,
  inverse: { kind: 'activate_campaign', campaignId: campaignId(n) },
  ...rest,
});

/** Ports over a background that answers as given. */
export const confirmPorts = (
  answers: Answers,
): ConfirmPorts & { readonly sent: [string, unknown][]; closed: number } => {
  const { sent, send } = answering(answers);
  const ports = {
    ticket: 'ticket',
    sent,
    send,
    closed: 0,
    readWorkspaces: async () => [workspaceRecord()],
    subscribe: () => () => undefined,
    watchFront: () => () => undefined,
    close: () => {
      ports.closed += 1;
    },
    now: () => NOW,
  };
  return ports;
};

export type Apply = ChangeMessages['change.apply']['answer'];

export const TRUSTED = { isTrusted: true };

/** What the background answers about a ticket that is open. */
export const opened = (plans: readonly ChangePlan[], typed: string | null = null): Answers => ({
  'change.confirmation': () => ({
    kind: 'open',
    plans,
    typed,
    effect: plans[0]?.effect ?? null,
  }),
});

/** What it answers to a confirmation. */
export const told = (progress: Partial<ChangeProgress> = {}): Apply => ({
  ok: true,
  records: [actionRecord(1, { kind: 'verified' })],
  waiting: 0,
  isStopped: false,
  ...progress,
});

export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

export const armed = (): Promise<unknown> => vi.advanceTimersByTimeAsync(500);

let unmount = (): void => undefined;

/** Puts the window up. */
export const show = async (answers: Answers) => {
  const ports = confirmPorts(answers);
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  unmount = mountConfirm(app, ports, { locale: 'en', timeZone: 'UTC' });
  await settle();
  const applied = () => ports.sent.filter(([type]) => type === 'change.apply');
  const text = () => app.textContent ?? '';
  const button = () => app.querySelector<HTMLButtonElement>('[data-confirm]');
  /** As a person does it: happy-dom has no trusted events of its own. */
  const press = async (selector: string) => {
    const event = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    app.querySelector(selector)?.dispatchEvent(event);
    await settle();
  };
  return { ports, app, applied, text, button, press };
};

/** Timers stand until a test moves them on. */
export const holdTimers = (): void => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval'] });
};

/** Takes the window down that `show` put up. */
export const endShown = (): void => {
  unmount();
  vi.useRealTimers();
};
