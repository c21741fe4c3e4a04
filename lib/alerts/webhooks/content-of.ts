import type { InboxAddress, Incident, Notice, Verdict } from '#model';
import type { DeliveryRecord } from '#store/read';
import type { WebhookContent } from './content.ts';
import type { WebhookWords } from './texts.ts';

/** What is known of the workspace that a notice is about, as it stands when it is sent. */
export interface NoticeFacts {
  readonly workspace: WebhookContent['workspace'];
  readonly verdicts: readonly Verdict[];
  readonly incidents: readonly Incident[];
}

const ADDRESS = /[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+/g;

/** A name may be one of an inbox, or hold it. */
const withoutAddresses = (text: string): string => text.replace(ADDRESS, '…@…');

const incidentOf = (notice: Notice, { incidents }: NoticeFacts): Incident | undefined => {
  const ids = new Set<string>(notice.campaignIds);
  return incidents.find(
    ({ code, campaignIds }) => code === notice.code && campaignIds.some((id) => ids.has(id)),
  );
};

const headlineOf = (notice: Notice, facts: NoticeFacts, words: WebhookWords): string => {
  const { code } = notice;
  if (code === null) return '';
  // The figures of one campaign would be wrong for the others.
  const only = notice.campaigns === 1 ? facts.verdicts : [];
  const { params } = incidentOf(notice, facts) ??
    only
      .filter(({ campaignId }) => campaignId === notice.campaignIds[0])
      .flatMap(({ causes }) => causes)
      .find((cause) => cause.code === code) ?? { params: {} };
  const cause = { code, params, clearsAt: null, loss: null };
  // What has recovered left no figures behind; its code still says what it was.
  return words.cause(cause, notice.at).headline || code.replaceAll('_', ' ');
};

const inboxesOf = (notice: Notice, facts: NoticeFacts): readonly InboxAddress[] => {
  const subject = incidentOf(notice, facts)?.subject;
  return subject?.kind === 'inboxes' ? subject.addresses : [];
};

/** Joins a notice with the names that it needs. Without `hasAddresses` no text of it holds the address of an inbox. */
export const contentOf = (
  { id, notice }: DeliveryRecord,
  facts: NoticeFacts,
  hasAddresses: boolean,
  words: WebhookWords,
): WebhookContent => {
  const clean = hasAddresses ? (text: string): string => text : withoutAddresses;
  const names = new Map(facts.verdicts.map(({ campaignId, name }) => [campaignId, name]));
  const { workspace } = facts;
  return {
    id,
    notice,
    headline: clean(headlineOf(notice, facts, words)),
    workspace: workspace && { ...workspace, name: clean(workspace.name) },
    // A campaign that is gone from the store has no name any more.
    campaigns: notice.campaignIds.map((campaignId) => ({
      id: campaignId,
      name: clean(names.get(campaignId) ?? ''),
    })),
    inboxes: hasAddresses ? inboxesOf(notice, facts) : [],
  };
};
