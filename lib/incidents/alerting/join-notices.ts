import { type AlertSeverity, MINUTE_MS, type Notice, type Silence } from '#model';
import { type FleetsNow, fleetNotice } from './digest.ts';
import { endedSilences, type Silenceable } from './silences.ts';
import type { AlertOutcome } from './step.ts';

/** More messages than this at once, or in short order, become one about the whole fleet. */
const MOST_AT_ONCE = 3;
/** Two causes that share so many campaigns are one event, however few their messages. */
const MANY_CAMPAIGNS = 20;
const AT_ONCE_MS = 10 * MINUTE_MS;

/** The checks of all workspaces together. `state.fleets` have the books after their steps. */
export interface JoinInput {
  readonly outcomes: readonly AlertOutcome[];
  readonly state: FleetsNow;
  /** Messages that are still shown. */
  readonly openNotices: readonly Notice[];
}

/** What is shown in the end. */
export interface Joined {
  readonly notices: readonly Notice[];
  readonly cleared: readonly string[];
  readonly ended: readonly Silence[];
}

const isOfOne = ({ kind }: Notice): boolean => kind === 'problem' || kind === 'recovery';

const campaignsOf = (notices: readonly Notice[]): number =>
  notices.reduce((sum, { campaigns }) => sum + campaigns, 0);

const isTooMuch = (fresh: readonly Notice[], recent: readonly Notice[]): boolean => {
  const all = [...fresh, ...recent];
  if (fresh.length === 0 || all.length < 2) return false;
  return all.length > MOST_AT_ONCE || (fresh.length > 1 && campaignsOf(fresh) >= MANY_CAMPAIGNS);
};

const isNothingWrong = ({ fleets }: FleetsNow): boolean =>
  fleets.every(({ book }) => book.troubles.every(({ mendedAt }) => mendedAt !== null));

/** Silences that end by themselves over all workspaces: those of one cause everywhere. */
const endedEverywhere = ({
  fleets,
  silences,
  tagsByCampaign,
  now,
}: FleetsNow): readonly Silence[] => {
  const wide = silences.filter(({ scope }) => scope.workspaceId === null);
  const isBlind = fleets.some(
    ({ book }) => book.inhibitedBy !== null || book.baselineSince !== null,
  );
  const standing: readonly Silenceable[] = fleets.flatMap(({ book }) => book.alerts);
  return endedSilences(wide, isBlind ? null : standing, tagsByCampaign, now);
};

/** The messages of all workspaces, or one instead of them where they are many. */
export const joinNotices = ({ outcomes, state, openNotices }: JoinInput): Joined => {
  const { now } = state;
  const fresh = outcomes.flatMap(({ notices }) => notices);
  const freshIds = new Set(fresh.map(({ id }) => id));
  const cleared = new Set(outcomes.flatMap((outcome) => outcome.cleared));
  const standing = openNotices.filter(({ id }) => !cleared.has(id) && !freshIds.has(id));
  const recent = standing.filter((one) => isOfOne(one) && now - one.at < AT_ONCE_MS);
  const summary = standing.find(({ kind }) => kind === 'summary');
  if (summary && isNothingWrong(state)) cleared.add(summary.id);
  const ended = [...outcomes.flatMap((outcome) => outcome.ended), ...endedEverywhere(state)];
  const isJoined =
    isTooMuch(fresh, recent) ||
    // A storm goes on in the message that it began with.
    (fresh.length > 0 && summary !== undefined && now - summary.at < AT_ONCE_MS);
  if (!isJoined) return { notices: fresh, cleared: [...cleared], ended };
  for (const { id } of recent) cleared.add(id);
  for (const { id } of openNotices) if (freshIds.has(id)) cleared.add(id);
  cleared.delete('summary');
  const severities = [...fresh, ...recent].map(({ severity }): AlertSeverity => severity);
  return {
    notices: [fleetNotice('summary', state, severities)],
    cleared: [...cleared],
    ended,
  };
};
