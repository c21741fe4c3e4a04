import type { ChangePlan } from '#model';
import { type Answers, answering } from '../changing/fixtures.ts';
import { campaignId, NOW, WORKSPACE, workspaceRecord } from '../fixtures.ts';
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
