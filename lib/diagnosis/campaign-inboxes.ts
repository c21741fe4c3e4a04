import {
  type CampaignFacts,
  type CampaignId,
  type InboxAddress,
  type InboxFacts,
  utcDate,
} from '#model';
import type { FleetInput } from './fleet-input.ts';
import { type InboxTriage, triageInbox } from './inbox-triage.ts';

/** One inbox with what is the matter with it and what it sent today (UTC). */
export interface InboxCondition {
  readonly facts: InboxFacts;
  readonly triage: InboxTriage;
  readonly sentToday: number | undefined;
}

/** What is known of one campaign's inboxes. */
export interface CampaignInboxes {
  readonly each: readonly InboxCondition[];
  /** Whether `each` holds all of them: read by list, and by tag where it has tags. */
  readonly isComplete: boolean;
  /** Tags of the campaign that no inbox carries. */
  readonly emptyTags: readonly string[];
}

/** Inboxes of a whole workspace, prepared once for all its campaigns. */
export interface InboxIndex {
  readonly byAddress: ReadonlyMap<InboxAddress, InboxCondition>;
  readonly byTag: ReadonlyMap<string, readonly InboxCondition[]>;
  readonly isAllowed: boolean;
}

const sentByAddress = ({
  inboxDays,
  now,
}: FleetInput): ReadonlyMap<InboxAddress, number | undefined> => {
  const today = utcDate(now);
  const sent = new Map<InboxAddress, number | undefined>();
  for (const { address, date, sent: mails } of inboxDays) {
    if (date === today) sent.set(address, mails);
    // Days without a mail may be missing: an inbox that appears at all has sent nothing today.
    else if (!sent.has(address)) sent.set(address, 0);
  }
  return sent;
};

/** Prepares the inboxes of a workspace. */
export const indexInboxes = (input: FleetInput): InboxIndex => {
  const sent = sentByAddress(input);
  const byAddress = new Map<InboxAddress, InboxCondition>();
  const byTag = new Map<string, InboxCondition[]>();
  for (const facts of input.inboxes.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    const condition = { facts, triage: triageInbox(facts), sentToday: sent.get(facts.address) };
    byAddress.set(facts.address, condition);
    for (const tag of facts.tagIds) {
      const tagged = byTag.get(tag);
      if (tagged) tagged.push(condition);
      else byTag.set(tag, [condition]);
    }
  }
  return { byAddress, byTag, isAllowed: input.isInboxReadingAllowed };
};

/** The inboxes of one campaign: those on its list and those that carry one of its tags, by address. */
export const inboxesOf = (campaign: CampaignFacts, index: InboxIndex): CampaignInboxes => {
  const found = new Map<InboxAddress, InboxCondition>();
  for (const address of campaign.inboxes) {
    const condition = index.byAddress.get(address);
    if (condition) found.set(address, condition);
  }
  const isListRead = found.size === new Set(campaign.inboxes).size;
  // Without a single tagged inbox the tags may simply not have been read.
  const areTagsRead = campaign.tagIds.length === 0 || index.byTag.size > 0;
  for (const tag of campaign.tagIds) {
    for (const condition of index.byTag.get(tag) ?? [])
      found.set(condition.facts.address, condition);
  }
  const isNamed = campaign.inboxes.length + campaign.tagIds.length > 0;
  return {
    each: [...found.values()].sort((a, b) => (a.facts.address < b.facts.address ? -1 : 1)),
    isComplete: index.isAllowed && isNamed && isListRead && areTagsRead,
    emptyTags:
      index.isAllowed && index.byTag.size > 0
        ? campaign.tagIds.filter((tag) => !index.byTag.has(tag)).toSorted()
        : [],
  };
};

/** How many campaigns that may send use each inbox. */
export const usersOf = (
  campaigns: readonly { readonly id: CampaignId; readonly inboxes: CampaignInboxes }[],
): ReadonlyMap<InboxAddress, number> => {
  const users = new Map<InboxAddress, number>();
  for (const { inboxes } of campaigns) {
    for (const { facts } of inboxes.each)
      users.set(facts.address, (users.get(facts.address) ?? 0) + 1);
  }
  return users;
};
