import type { ChangeMessages, Send } from '#messages';
import type { ChangeOutcome } from '#model';
import type { ActionRecord } from '#store/read';
import { campaignId, NOW, WORKSPACE } from '../fixtures.ts';

/** What the background says to each message; one without an answer is a background that is gone. */
export type Answers = {
  readonly [Name in keyof ChangeMessages]?: (
    request: ChangeMessages[Name]['request'],
  ) => Promise<ChangeMessages[Name]['answer']> | ChangeMessages[Name]['answer'];
};

/** A background that answers as given, and notes what it was asked. */
export const answering = (
  answers: Answers,
): { readonly sent: [string, unknown][]; readonly send: Send<ChangeMessages> } => {
  const sent: [string, unknown][] = [];
  const byName = answers as Readonly<Record<string, (request: unknown) => unknown>>;
  const send = async (type: string, request: unknown): Promise<unknown> => {
    sent.push([type, request]);
    const answer = await byName[type]?.(request);
    if (answer === undefined) throw new Error(`no answer to ${type}`);
    return answer;
  };
  return { sent, send: send as Send<ChangeMessages> };
};

/** A change as it was written down. */
export const actionRecord = (
  n: number,
  outcome: ChangeOutcome,
  rest: Partial<ActionRecord> = {},
): ActionRecord => ({
  id: `action-${n}`,
  setId: 'set',
  workspaceId: WORKSPACE,
  change: { kind: 'pause_campaign', campaignId: campaignId(n) },
  subject: `Campaign ${n}`,
  at: NOW,
  by: 'this_browser',
  before: { lifecycle: 'active' },
  after: { lifecycle: 'paused' },
  inverse: { kind: 'activate_campaign', campaignId: campaignId(n) },
  undoesId: null,
  jobId: null,
  outcome,
  outcomeAt: NOW,
  ...rest,
});
