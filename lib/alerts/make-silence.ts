import { nextOpening } from '#forecast';
import { resolveSnooze, type TagsByCampaign } from '#incidents';
import type { AlertMessages } from '#messages';
import {
  type CampaignId,
  DAY_MS,
  type InstantMs,
  needsPerson,
  type Silence,
  type SilenceScope,
  type SnoozeChoice,
  type Verdict,
  type WorkspaceId,
} from '#model';
import type { StoreReader } from '#store/read';
import { readTags } from './load-facts.ts';

type Wish = AlertMessages['alerts.silence']['request'];
type Source = Pick<
  StoreReader,
  'workspaces' | 'fleets' | 'observation' | 'observations' | 'inboxes' | 'campaignTags'
>;

/** Nobody means a day further ahead than this. */
const LONGEST_MS = 366 * DAY_MS;

const isCovering = (scope: SilenceScope, verdict: Verdict, tags: TagsByCampaign): boolean => {
  if (scope.workspaceId !== null && scope.workspaceId !== verdict.workspaceId) return false;
  if (scope.kind === 'campaign') return scope.campaignId === verdict.campaignId;
  if (scope.kind === 'tag') return tags.get(verdict.campaignId)?.includes(scope.tagId) ?? false;
  return scope.kind !== 'cause' || verdict.causes.some(({ code }) => code === scope.code);
};

const openingOf = async (
  source: Source,
  workspaceId: WorkspaceId,
  campaignId: CampaignId,
  now: InstantMs,
): Promise<InstantMs | null> =>
  nextOpening((await source.observation(workspaceId, campaignId))?.campaign.schedule, now);

const untilOf = async (
  source: Source,
  { scope }: Wish,
  choice: SnoozeChoice,
  verdicts: readonly Verdict[],
  now: InstantMs,
): Promise<InstantMs | null> => {
  if (choice.kind === 'next_window' && scope.kind === 'campaign') {
    const opensAt = await openingOf(source, scope.workspaceId, scope.campaignId, now);
    if (opensAt !== null) return opensAt;
  }
  return resolveSnooze(choice, { verdicts }, now);
};

/** Whether there is anything that such a silence could be about. */
const isPointless = (
  { kind, scope, until }: Wish,
  verdicts: readonly Verdict[],
  now: InstantMs,
) => {
  if (until?.kind === 'date' && (until.at <= now || until.at - now > LONGEST_MS)) return true;
  if (scope.kind === 'campaign' && verdicts.length === 0) return true;
  // The trouble of a workspace itself is no verdict.
  const isOfCampaigns = scope.kind === 'campaign' || scope.kind === 'cause';
  return (
    kind === 'acknowledged' && isOfCampaigns && !verdicts.some(({ health }) => needsPerson(health))
  );
};

/**
 * The silence that a person wishes for, with its end as an instant; null when there is nothing to silence any more.
 * Throws StoreError.
 */
export const makeSilence = async (
  source: Source,
  wish: Wish,
  id: string,
  now: InstantMs,
): Promise<Silence | null> => {
  const { kind, scope, note } = wish;
  const { workspaceId } = scope;
  const workspaces = await source.workspaces();
  if (workspaceId !== null && !workspaces.some((one) => one.id === workspaceId)) return null;
  const fleets = await source.fleets();
  const tags = scope.kind === 'tag' ? await readTags(source, scope.workspaceId) : new Map();
  const verdicts = fleets
    .flatMap((fleet) => fleet.verdicts)
    .filter((verdict) => isCovering(scope, verdict, tags));
  if (isPointless(wish, verdicts, now)) return null;
  // Acknowledged is what it covers until that has recovered; the clock has no say in it.
  const choice = kind === 'acknowledged' ? null : wish.until;
  const until = choice && (await untilOf(source, wish, choice, verdicts, now));
  return { id, kind, scope, note, at: now, until };
};

/** Whether two silences are about the same. */
export const isSameScope = (a: SilenceScope, b: SilenceScope): boolean => {
  const keyOf = (scope: SilenceScope): string =>
    [
      scope.kind,
      scope.workspaceId,
      'campaignId' in scope && scope.campaignId,
      'tagId' in scope && scope.tagId,
      'code' in scope && scope.code,
    ].join(' ');
  return keyOf(a) === keyOf(b);
};
