import { replay } from '#incidents';
import {
  type AlertRules,
  DAY_MS,
  type InstantMs,
  type Notice,
  type Silence,
  type Verdict,
} from '#model';
import type { FleetRecord, HistoryRecord } from '#store/read';
import type { OptionsPorts } from '../ports.ts';

const WEEK_MS = 7 * DAY_MS;
/** A history that begins later than this in the week is said to be short. */
const FIRST_DAY_MS = DAY_MS;

/** One notice that would have been told, and its campaign's name where it is about one. */
export interface PlayedNotice {
  readonly notice: Notice;
  readonly name: string | null;
}

/** What rules would have meant over the last seven days. */
export interface Played {
  /** At once, the latest first. */
  readonly notified: readonly PlayedNotice[];
  readonly digests: number;
  /** Since when there is something stored; null: nothing is. */
  readonly since: InstantMs | null;
  /** Whether much less than the seven days is stored. */
  readonly isShort: boolean;
}

/** What the week is played from. */
export interface PlayedFrom {
  readonly rules: AlertRules;
  readonly history: readonly HistoryRecord[];
  readonly fleets: readonly FleetRecord[];
  readonly silences: readonly Silence[];
  readonly now: InstantMs;
}

/** Plays the last seven days of a history through rules, as if nothing had been silenced but what is now. */
export const play = ({ rules, history, fleets, silences, now }: PlayedFrom): Played => {
  const since = history.reduce<InstantMs | null>(
    (first, { at }) => (first === null || at < first ? at : first),
    null,
  );
  if (since === null) return { notified: [], digests: 0, since, isShort: false };
  const from = Math.max(now - WEEK_MS, since);
  const notices = replay({
    history,
    rules,
    silences,
    tagsByCampaign: new Map(),
    from,
    to: now,
  });
  const names = new Map(
    fleets
      .flatMap(({ verdicts }): readonly Verdict[] => verdicts)
      .map(({ campaignId, name }) => [campaignId, name]),
  );
  const notified = notices
    .filter(({ kind }) => kind !== 'digest')
    .toReversed()
    .map((notice): PlayedNotice => {
      const [only] = notice.campaignIds;
      const name = notice.campaigns === 1 && only ? (names.get(only) ?? null) : null;
      return { notice, name };
    });
  return {
    notified,
    digests: notices.length - notified.length,
    since,
    isShort: from - (now - WEEK_MS) > FIRST_DAY_MS,
  };
};

/** Reads what is stored and plays it. What came before the week says how campaigns stood when it began. */
export const playWeek = async (rules: AlertRules, ports: OptionsPorts): Promise<Played> => {
  const [history, fleets] = await Promise.all([ports.readHistory(0), ports.readFleets()]);
  return play({ rules, history, fleets, silences: [], now: ports.now() });
};
