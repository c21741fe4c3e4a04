import type { CampaignId, Cause, Incident, Verdict } from '#model';
import type { InboxFleetRecord } from '#store/read';

/** What a campaign sends with, as far as its causes and incidents name it. */
export interface Member {
  readonly addresses: readonly string[];
  /** Labels of the tags on these inboxes, in order. Untrusted text. */
  readonly tags: readonly string[];
}

export type Members = ReadonlyMap<CampaignId, Member>;

const listIn = (params: Cause['params'], name: string): readonly string[] => {
  const value = params[name];
  return Array.isArray(value) ? value : [];
};

/** Joins campaigns with the inboxes and tags that their causes and incidents name. */
export const membersOf = (
  verdicts: readonly Verdict[],
  incidents: readonly Incident[],
  records: readonly InboxFleetRecord[],
): Members => {
  const labels = new Map<string, string>();
  const tagsOf = new Map<string, readonly string[]>();
  for (const { inboxes, tags } of records) {
    for (const { id, label } of tags) labels.set(id, label);
    for (const { address, tagIds } of inboxes) tagsOf.set(address, tagIds);
  }
  const found = new Map<CampaignId, { addresses: Set<string>; tagIds: Set<string> }>();
  const add = (id: CampaignId, addresses: readonly string[], tagIds: readonly string[]): void => {
    const entry = found.get(id) ?? { addresses: new Set(), tagIds: new Set() };
    found.set(id, entry);
    for (const tag of tagIds) entry.tagIds.add(tag);
    for (const address of addresses) {
      entry.addresses.add(address);
      for (const tag of tagsOf.get(address) ?? []) entry.tagIds.add(tag);
    }
  };
  for (const { campaignId, causes } of verdicts) {
    for (const { params } of causes) {
      add(campaignId, listIn(params, 'addresses'), listIn(params, 'tags'));
    }
  }
  for (const { subject, campaignIds } of incidents) {
    for (const id of campaignIds) {
      if (subject.kind === 'inboxes') add(id, subject.addresses, []);
      if (subject.kind === 'tag') add(id, [], [subject.tagId]);
    }
  }
  return new Map(
    [...found].map(([id, { addresses, tagIds }]) => [
      id,
      {
        addresses: [...addresses],
        tags: [...tagIds].flatMap((tag) => labels.get(tag) ?? []).toSorted(),
      },
    ]),
  );
};
