import type {
  DomainVitals,
  InboxAddress,
  InboxFacts,
  InboxWarmup,
  TrackingDomain,
  WorkspaceId,
} from '#model';
import type { Answered } from '../asking/asked.ts';
import type { DashboardPorts } from './ports.ts';

/** An inbox, and the workspace whose key may ask about it. */
export interface AskedInbox {
  readonly workspaceId: WorkspaceId;
  readonly address: InboxAddress;
}

/** An inbox, and the tracking domain that it has of its own. */
export interface TrackedInbox extends AskedInbox {
  readonly tracking: InboxFacts['tracking'];
}

/** A tracking domain of some inboxes, and how it stands. */
export interface CheckedHost {
  readonly host: string;
  /** Null where Instantly could not check it. */
  readonly state: TrackingDomain | null;
  /** How many of the inboxes asked about have it, and of how many. */
  readonly inboxes: number;
  readonly total: number;
  /** Instantly's own words for it among the inboxes; empty where it has none. Untrusted text. */
  readonly listedAs: string;
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

/** Checks each tracking domain of these inboxes once. A problem that the next host would meet as well is the answer. */
export const askTracking = async (
  send: Send,
  inboxes: readonly TrackedInbox[],
): Promise<Answered<readonly CheckedHost[]>> => {
  const checked: CheckedHost[] = [];
  for (const [host, own] of Map.groupBy(inboxes, ({ tracking }) => tracking?.host)) {
    const [first] = own;
    if (host === undefined || !first) continue;
    const said = await send('ask.trackingDomain', { workspaceId: first.workspaceId, host });
    // A host that Instantly cannot make anything of is answered by an error of its own (INSTANTLY.md 2.7).
    if (!(said.ok || said.problem.kind === 'not_found' || said.problem.kind === 'unreadable')) {
      return said;
    }
    checked.push({
      host,
      state: said.ok ? said.domain : null,
      inboxes: own.length,
      total: inboxes.length,
      listedAs: [...new Set(own.flatMap(({ tracking }) => tracking?.status ?? []))].join(', '),
    });
  }
  return { ok: true, answer: checked };
};
