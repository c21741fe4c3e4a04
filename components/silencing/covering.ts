import { type Silenceable, silenceOf, type TagsByCampaign } from '#incidents';
import type { CampaignFacts, CampaignId, InstantMs, Silence, SilenceScope, Verdict } from '#model';
import type { CampaignTagsRecord, InboxFleetRecord } from '#store/read';

/** A verdict as silences see it: a silenced cause silences the campaigns of which it is the first. */
const silenceableOf = ({ workspaceId, campaignId, causes }: Verdict): Silenceable => ({
  workspaceId,
  campaignId,
  code: causes[0]?.code ?? null,
});

/** Every silence that holds for a campaign, first the one that counts. */
export const silencesOn = (
  verdict: Verdict,
  silences: readonly Silence[],
  tags: TagsByCampaign,
  now: InstantMs,
): readonly Silence[] => {
  const subject = silenceableOf(verdict);
  const counting = silenceOf(subject, silences, tags, now);
  if (counting === undefined) return [];
  const others = silences.filter(
    (one) => one !== counting && silenceOf(subject, [one], tags, now) !== undefined,
  );
  return [counting, ...others];
};

/**
 * The campaigns that are marked as silenced, with the silence that counts. What sends as it should, or is off, is only
 * marked where the silence is its own: a muted workspace is said once, not at every campaign that nothing is wrong with.
 */
export const silencedCampaigns = (
  verdicts: readonly Verdict[],
  silences: readonly Silence[],
  tags: TagsByCampaign,
  now: InstantMs,
): ReadonlyMap<CampaignId, Silence> => {
  const found = new Map<CampaignId, Silence>();
  if (silences.length === 0) return found;
  for (const verdict of verdicts) {
    const silence = silenceOf(silenceableOf(verdict), silences, tags, now);
    const isFine = verdict.health === 'healthy' || verdict.health === 'inactive';
    if (silence && (!isFine || silence.scope.kind === 'campaign')) {
      found.set(verdict.campaignId, silence);
    }
  }
  return found;
};

/** What says which campaigns stand under which tags. */
export interface TagSources {
  readonly campaigns: readonly Pick<CampaignFacts, 'id' | 'inboxes' | 'tagIds'>[];
  readonly inboxes: readonly Pick<InboxFleetRecord, 'inboxes'>[];
  readonly campaignTags: readonly Pick<CampaignTagsRecord, 'tagIds'>[];
}

/** The tags of each campaign: its own, those by which it takes its inboxes, and those of the inboxes that it names. */
export const tagsByCampaign = (sources: TagSources): TagsByCampaign => {
  const byInbox = new Map(
    sources.inboxes.flatMap(({ inboxes }) =>
      inboxes.map(({ address, tagIds }) => [address, tagIds] as const),
    ),
  );
  return new Map(
    sources.campaigns.map((campaign) => [
      campaign.id,
      [
        ...new Set([
          ...campaign.tagIds,
          ...sources.campaignTags.flatMap(({ tagIds }) => tagIds[campaign.id] ?? []),
          ...campaign.inboxes.flatMap((address) => byInbox.get(address) ?? []),
        ]),
      ],
    ]),
  );
};

/** Whether tags have to be known to say what is silenced. */
export const areTagsNeeded = (silences: readonly { readonly scope: SilenceScope }[]): boolean =>
  silences.some(({ scope }) => scope.kind === 'tag');
