import { domainOf, type InboxTriage, triageInbox } from '#diagnosis';
import {
  type CampaignId,
  type InboxAddress,
  type InboxFacts,
  type Incident,
  type InstantMs,
  utcDate,
  type Verdict,
  type WorkspaceId,
} from '#model';
import type { InboxFleetRecord } from '#store/read';
import { matches } from '../popup/arrange.ts';

/** One inbox as the section Inboxes shows it. */
export interface InboxRow {
  readonly facts: InboxFacts;
  readonly triage: InboxTriage;
  readonly domain: string;
  readonly sentToday: number | null;
  /** Mails that its own limit leaves today; null when limit or count is unknown. */
  readonly room: number | null;
  /** Campaigns whose causes or incidents name it. */
  readonly campaignIds: readonly CampaignId[];
}

const addressesIn = (params: Incident['params']): readonly string[] => {
  const value = params['addresses'];
  return Array.isArray(value) ? value : [];
};

const affectedBy = (
  verdicts: readonly Verdict[],
  incidents: readonly Incident[],
): ReadonlyMap<string, ReadonlySet<CampaignId>> => {
  const byInbox = new Map<string, Set<CampaignId>>();
  const add = (workspaceId: WorkspaceId, address: string, campaignId: CampaignId): void => {
    const key = `${workspaceId}|${address}`;
    const known = byInbox.get(key);
    if (known) known.add(campaignId);
    else byInbox.set(key, new Set([campaignId]));
  };
  const homes = new Map(verdicts.map((verdict) => [verdict.campaignId, verdict.workspaceId]));
  for (const { workspaceId, campaignId, causes } of verdicts) {
    for (const { params } of causes) {
      for (const address of addressesIn(params)) add(workspaceId, address, campaignId);
    }
  }
  for (const { subject, campaignIds } of incidents) {
    if (subject.kind !== 'inboxes') continue;
    for (const campaignId of campaignIds) {
      const home = homes.get(campaignId);
      if (home) for (const address of subject.addresses) add(home, address, campaignId);
    }
  }
  return byInbox;
};

const roomOf = (facts: InboxFacts, sentToday: number | null): number | null =>
  typeof facts.limitPerDay === 'number' && sentToday !== null
    ? Math.max(0, facts.limitPerDay - sentToday)
    : null;

/** Down and in need of a person first, then down, then by domain and address. */
const compare = (a: InboxRow, b: InboxRow): number =>
  rank(a) - rank(b) ||
  (a.domain < b.domain ? -1 : Number(a.domain > b.domain)) ||
  (a.facts.address < b.facts.address ? -1 : 1);

const rank = ({ triage }: InboxRow): number => {
  if (triage.canSend === false) return triage.needsPerson ? 0 : 1;
  return triage.canSend === undefined ? 2 : 3;
};

/** The inboxes of the given workspaces, worst first. `days` counts only where it speaks of the present UTC day. */
export const inboxRowsOf = (
  records: readonly InboxFleetRecord[],
  verdicts: readonly Verdict[],
  incidents: readonly Incident[],
  now: InstantMs,
): readonly InboxRow[] => {
  const affected = affectedBy(verdicts, incidents);
  const today = utcDate(now);
  return records
    .flatMap(({ workspaceId, inboxes, days }) => {
      const sent = new Map<InboxAddress, number>();
      for (const { address, date, sent: count } of days) {
        if (date === today && count !== undefined) sent.set(address, count);
      }
      return inboxes.map((facts): InboxRow => {
        const sentToday = sent.get(facts.address) ?? null;
        return {
          facts,
          triage: triageInbox(facts),
          domain: domainOf(facts.address),
          sentToday,
          room: roomOf(facts, sentToday),
          campaignIds: [...(affected.get(`${workspaceId}|${facts.address}`) ?? [])],
        };
      });
    })
    .sort(compare);
};

/** The inboxes whose address, provider or answer holds every word of the query. */
export const findInboxes = (rows: readonly InboxRow[], query: string): readonly InboxRow[] => {
  const wanted = query.trim();
  return wanted === ''
    ? rows
    : rows.filter(({ facts, triage }) =>
        matches(`${facts.address} ${String(facts.provider)} ${triage.answer ?? ''}`, wanted),
      );
};
