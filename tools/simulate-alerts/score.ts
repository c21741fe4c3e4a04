import { ruleFor } from '#incidents';
import { type AlertRules, type CauseCode, MINUTE_MS } from '#model';
import type { Announcement, Block, Week } from './play-week.ts';
import type { BlockKind } from './truth.ts';

/** What a played week was worth. */
export interface Score {
  /** Blocks that lasted longer than their `for` and what it takes to see them. */
  readonly blocks: number;
  readonly missed: readonly Block[];
  readonly announcements: number;
  readonly needless: readonly Announcement[];
  readonly minutesToTell: readonly number[];
  readonly notices: number;
  readonly checks: number;
}

/** Under which cause the diagnosis knows each kind of block. */
const CODE: Readonly<Record<BlockKind, CauseCode>> = {
  stopped: 'campaign_bounce_protect',
  error: 'instantly_error',
  no_inboxes: 'no_inboxes_attached',
  dead_inboxes: 'inbox_login_lost',
  no_window: 'no_future_window',
  silent: 'silent_stop',
  paused_by_somebody: 'unexpected_pause',
};

/** Instantly's loop, our own rhythm, the grace after a change or an opening, and the wait for others of the same cause. */
const SEEN_WITHIN_MINUTES = 45;
/** Silence is called so after 45 minutes or four gaps (DIAGNOSIS.md 3.4); the demo's longest are 90 minutes. */
const SILENCE_MINUTES = 360;

const neededChecks = (kind: BlockKind, rules: AlertRules, stepMinutes: number): number => {
  const { forMinutes } = ruleFor(rules, CODE[kind], 'red');
  const silence = kind === 'silent' ? SILENCE_MINUTES : 0;
  return Math.ceil((forMinutes + SEEN_WITHIN_MINUTES + silence) / stepMinutes) + 1;
};

/** When a block was told, be it that the trouble it belongs to was told before and has not ended since. */
const toldAt = ({ campaignId, from, to }: Block, { log }: Week): number | null => {
  let told: number | null = null;
  for (const record of log) {
    if (record.campaignId !== campaignId || record.at > to) continue;
    if (record.kind === 'announced') {
      if (record.at >= from) return told ?? record.at;
      told = from;
    }
    if (record.kind === 'recovered' && record.at < from) told = null;
  }
  return told;
};

/** Holds what was told against what was true. */
export const scoreOf = (week: Week, rules: AlertRules, stepMinutes: number): Score => {
  const long = week.blocks.filter(
    ({ kind, checks }) => checks >= neededChecks(kind, rules, stepMinutes),
  );
  const times = long.map((block) => ({ block, at: toldAt(block, week) }));
  return {
    blocks: long.length,
    missed: times.flatMap(({ block, at }) => (at === null ? [block] : [])),
    announcements: week.announcements.length,
    needless: week.announcements.filter(({ isNeeded }) => !isNeeded),
    minutesToTell: times.flatMap(({ block, at }) =>
      at === null ? [] : [(at - block.from) / MINUTE_MS],
    ),
    notices: week.notices.length,
    checks: week.checks,
  };
};

/** Scores of several workspaces as one. */
export const sumOf = (scores: readonly Score[]): Score => ({
  blocks: scores.reduce((sum, { blocks }) => sum + blocks, 0),
  missed: scores.flatMap(({ missed }) => missed),
  announcements: scores.reduce((sum, { announcements }) => sum + announcements, 0),
  needless: scores.flatMap(({ needless }) => needless),
  minutesToTell: scores.flatMap(({ minutesToTell }) => minutesToTell),
  notices: scores.reduce((sum, { notices }) => sum + notices, 0),
  checks: scores.reduce((sum, { checks }) => sum + checks, 0),
});

const countBy = <Item>(items: readonly Item[], nameOf: (item: Item) => string): string =>
  [...Map.groupBy(items, nameOf)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, of]) => `${name} ${of.length}`)
    .join(', ') || 'none';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** The score in words. */
export const wordScore = (score: Score, campaigns: number, days: number): string => {
  const { blocks, missed, announcements, needless, minutesToTell, notices } = score;
  const sorted = minutesToTell.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return [
    `${campaigns} campaigns, ${days} days, ${score.checks} checks`,
    `recall     ${percent(blocks - missed.length, blocks)} of ${blocks} blocks longer than their \`for\`; missed: ${countBy(missed, ({ kind }) => kind)}`,
    `precision  ${percent(announcements - needless.length, announcements)} of ${announcements} announcements needed a person; needless: ${countBy(needless, ({ record }) => record.code)}`,
    `messages   ${notices} in all, ${(notices / days).toFixed(1)} a day`,
    `told after ${at(0.5)} minutes (median), ${at(0.9)} (worst tenth)`,
  ].join('\n');
};
