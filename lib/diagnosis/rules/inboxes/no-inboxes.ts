import { personCause, type Rule } from '../../cause.ts';

/** Nothing to send with: no inbox attached, or a tag that no inbox carries, the classic. */
export const noInboxes: Rule = ({ campaign, counts, inboxes, capacity }) => {
  const { emptyTags } = inboxes;
  const isTagsOnly = campaign.inboxes.length === 0 && campaign.tagIds.length > 0;
  const isNothingCounted = counts?.total === 0;
  // Instantly's word on what it can use stands over a tag list that may lag behind.
  if ((counts?.available ?? 0) > 0) return null;
  const loss = capacity()?.withoutBottleneck?.mean ?? null;
  if (isTagsOnly && (isNothingCounted || emptyTags.length === campaign.tagIds.length)) {
    const tags = emptyTags.length > 0 ? emptyTags : campaign.tagIds.toSorted();
    return personCause('empty_tag', 'red', ['open_accounts', 'open_campaign'], {
      loss,
      params: { count: tags.length, tags },
    });
  }
  if (!isNothingCounted) return null;
  return personCause('no_inboxes_attached', 'red', ['open_campaign', 'open_accounts'], { loss });
};
