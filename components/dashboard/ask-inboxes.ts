import type { DomainVitals, InboxAddress, InboxWarmup, WorkspaceId } from '#model';
import type { Answered } from '../asking/asked.ts';
import type { DashboardPorts } from './ports.ts';

/** An inbox, and the workspace whose key may ask about it. */
export interface AskedInbox {
  readonly workspaceId: WorkspaceId;
  readonly address: InboxAddress;
}

type Send = DashboardPorts['send'];

/** As many as one question takes (INSTANTLY.md 2.7). */
const MOST_AT_ONCE = 100;

/** Tests a domain by one inbox of it; null where Instantly says nothing about it. */
export const askVitals = async (
  send: Send,
  domain: string,
  { workspaceId, address }: AskedInbox,
): Promise<Answered<DomainVitals | null>> => {
  const said = await send('ask.inboxVitals', { workspaceId, inboxes: [address] });
  if (!said.ok) return said;
  const wanted = domain.toLowerCase();
  return { ok: true, answer: said.domains.find((one) => one.domain === wanted) ?? null };
};

/** Asks how the warmup of these inboxes goes, each workspace by its own key. The first problem is the answer. */
export const askWarmups = async (
  send: Send,
  inboxes: readonly AskedInbox[],
): Promise<Answered<readonly InboxWarmup[]>> => {
  const warmups: InboxWarmup[] = [];
  for (const [workspaceId, own] of Map.groupBy(inboxes, (inbox) => inbox.workspaceId)) {
    for (let from = 0; from < own.length; from += MOST_AT_ONCE) {
      const some = own.slice(from, from + MOST_AT_ONCE).map(({ address }) => address);
      const said = await send('ask.warmup', { workspaceId, inboxes: some });
      if (!said.ok) return said;
      warmups.push(...said.warmups);
    }
  }
  return { ok: true, answer: warmups };
};
