import type { CampaignFacts, CampaignId, Cause, Incident, Verdict } from '#model';
import type { CampaignTagsRecord, InboxFleetRecord } from '#store/read';

/** What a campaign sends with and is sorted under. */
export interface Member {
  /** Its inboxes: those it names, then for each tag it sends from all that wear it; lists are shared by campaigns. */
  readonly addresses: readonly (readonly string[])[];
  /** Labels of every tag on it, on what it sends from, and on those inboxes, in order. Untrusted text. */
  readonly tags: readonly string[];
  /** Labels it is grouped by: its own tags, else those it takes its inboxes from, else those of its inboxes. */
  readonly groupTags: readonly string[];
}

export type Members = ReadonlyMap<CampaignId, Member>;

/** All that is known of who belongs to whom. */
export interface MemberSources {
  readonly verdicts: readonly Verdict[];
  readonly incidents: readonly Incident[];
  readonly inboxes: readonly InboxFleetRecord[];
  /** As last listed; none where only verdicts are stored. */
  readonly campaigns: readonly Pick<CampaignFacts, 'id' | 'inboxes' | 'tagIds'>[];
  readonly campaignTags: readonly CampaignTagsRecord[];
}

interface Found {
  readonly addresses: Set<string>;
  /** On the campaign itself. */
  readonly own: Set<string>;
  /** By which it takes its inboxes. */
  readonly senders: Set<string>;
}

const listIn = (params: Cause['params'], name: string): readonly string[] => {
  const value = params[name];
  return Array.isArray(value) ? value : [];
};

const addAll = (set: Set<string>, values: Iterable<string>): void => {
  for (const value of values) set.add(value);
};

const findAll = ({ verdicts, incidents, campaigns, campaignTags }: MemberSources) => {
  const all = new Map<CampaignId, Found>();
  const of = (id: CampaignId): Found => {
    const found = all.get(id) ?? { addresses: new Set(), own: new Set(), senders: new Set() };
    all.set(id, found);
    return found;
  };
  for (const { id, inboxes, tagIds } of campaigns) {
    addAll(of(id).addresses, inboxes);
    addAll(of(id).senders, tagIds);
  }
  for (const { tagIds } of campaignTags) {
    for (const [id, ids] of Object.entries(tagIds)) addAll(of(id as CampaignId).own, ids);
  }
  for (const { campaignId, causes } of verdicts) {
    for (const { params } of causes) {
      addAll(of(campaignId).addresses, listIn(params, 'addresses'));
      addAll(of(campaignId).senders, listIn(params, 'tags'));
    }
  }
  for (const { subject, campaignIds } of incidents) {
    for (const id of campaignIds) {
      if (subject.kind === 'inboxes') addAll(of(id).addresses, subject.addresses);
      if (subject.kind === 'tag') of(id).senders.add(subject.tagId);
    }
  }
  return all;
};

/** The inboxes of the workspaces by the tags they wear, and what these tags are called. */
const tagsIn = (records: readonly InboxFleetRecord[]) => {
  const labels = new Map<string, string>();
  const tagsOf = new Map<string, readonly string[]>();
  const wearers = new Map<string, string[]>();
  for (const { inboxes, tags } of records) {
    for (const { id, label } of tags) labels.set(id, label);
    for (const { address, tagIds } of inboxes) {
      tagsOf.set(address, tagIds);
      for (const tag of tagIds) {
        const known = wearers.get(tag);
        if (known) known.push(address);
        else wearers.set(tag, [address]);
      }
    }
  }
  const tagsOfAll = (addresses: Iterable<string>): ReadonlySet<string> =>
    new Set([...addresses].flatMap((address) => tagsOf.get(address) ?? []));
  // One tag may bring thousands of inboxes to hundreds of campaigns: each is looked through once.
  const besides = new Map([...wearers].map(([tag, addresses]) => [tag, tagsOfAll(addresses)]));
  return { labels, wearers, besides, tagsOfAll };
};

/** Joins campaigns with their inboxes and tags. */
export const membersOf = (sources: MemberSources): Members => {
  const { labels, wearers, besides, tagsOfAll } = tagsIn(sources.inboxes);
  const labelled = (tagIds: Iterable<string>): readonly string[] =>
    [...new Set([...tagIds].flatMap((tag) => labels.get(tag) ?? []))].toSorted();
  return new Map(
    [...findAll(sources)].map(([id, { addresses, own, senders }]) => {
      const ofInboxes = new Set(tagsOfAll(addresses));
      for (const tag of senders) addAll(ofInboxes, besides.get(tag) ?? []);
      const closest = [own, senders, ofInboxes].map(labelled).find(({ length }) => length > 0);
      return [
        id,
        {
          addresses: [[...addresses], ...[...senders].flatMap((tag) => [wearers.get(tag) ?? []])],
          tags: labelled([...own, ...senders, ...ofInboxes]),
          groupTags: closest ?? [],
        },
      ];
    }),
  );
};
