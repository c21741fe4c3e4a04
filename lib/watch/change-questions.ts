import type { AuditRow, InstantlyClient } from '#instantly';
import type { ChangeQuestionMessages } from '#messages';
import { DAY_MS, type InboxAddress, type InstantMs, utcDate } from '#model';
import type { Asking } from './asking.ts';

type Answers = {
  readonly [Name in keyof ChangeQuestionMessages]: (
    request: ChangeQuestionMessages[Name]['request'],
  ) => Promise<ChangeQuestionMessages[Name]['answer']>;
};

const AUDIT_DAYS = 30;
const MOST_AUDIT_PAGES = 5;

const domainOf = (address: InboxAddress): string => address.slice(address.lastIndexOf('@') + 1);

/** The first inbox of each domain: its records are the same for all of them. */
const onePerDomain = (inboxes: readonly InboxAddress[]): readonly InboxAddress[] => [
  ...new Map(inboxes.toReversed().map((address) => [domainOf(address), address])).values(),
];

const readAudit = async (client: InstantlyClient, from: string): Promise<readonly AuditRow[]> => {
  const rows: AuditRow[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_AUDIT_PAGES; pages += 1) {
    const page = await client.auditLog(from, cursor);
    rows.push(...page.value);
    if (page.rows === 0 || page.nextCursor === undefined) break;
    cursor = page.nextCursor;
  }
  return rows.sort((a, b) => b.at - a.at);
};

/** Answers to what a person asks before or instead of a change. None rejects for what Instantly or the network does. */
export const createChangeQuestions = (asking: Asking, now: () => InstantMs): Answers => ({
  'ask.inboxVitals': async ({ workspaceId, inboxes }) => {
    const asked = await asking.request(workspaceId, (client) =>
      client.inboxVitals(onePerDomain(inboxes)),
    );
    if (!asked.ok) return { ok: false, problem: asked.problem };
    return { ok: true, domains: asked.value.value };
  },
  'ask.warmup': async ({ workspaceId, inboxes }) => {
    const asked = await asking.request(workspaceId, (client) => client.warmups(inboxes));
    if (!asked.ok) return { ok: false, problem: asked.problem };
    return { ok: true, warmups: asked.value.value };
  },
  'ask.trackingDomain': async ({ workspaceId, host }) => {
    const asked = await asking.request(workspaceId, (client) => client.trackingDomain(host));
    if (!asked.ok) return { ok: false, problem: asked.problem };
    return { ok: true, domain: asked.value.value };
  },
  'ask.auditLog': async ({ workspaceId }) => {
    const from = utcDate(now() - AUDIT_DAYS * DAY_MS);
    const asked = await asking.request(workspaceId, (client) => readAudit(client, from));
    if (!asked.ok) return { entries: [], problem: asked.problem };
    return { entries: asked.value, problem: null };
  },
});
