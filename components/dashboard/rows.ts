import type { Cause, InstantMs, Verdict, WorkspaceId } from '#model';
import { healthRank } from '#model';
import { isolate, nameText } from '#words';
import { arrange, type GroupName, matches } from '../popup/arrange.ts';
import type { ColumnId } from './columns.ts';
import type { DashboardWords } from './words.ts';

/** One campaign as the table shows, sorts, searches and exports it. */
export interface CampaignRow {
  readonly verdict: Verdict;
  readonly group: GroupName;
  /** One readable line, not cut short: exports hold it whole. */
  readonly name: string;
  readonly workspace: string;
  readonly why: string;
  readonly evidence: string;
  readonly sent: number | null;
  readonly limit: number | null;
  /** Mails by the end of today under all limits, at the mean pace. */
  readonly couldSend: number | null;
  /** Mails lost today to its worst cause. */
  readonly lost: number | null;
  /** Everything that the search looks through. */
  readonly haystack: string;
  /** How it is silenced, in words; null where it is not. */
  readonly silence: string | null;
}

const LONGEST_NAME = 10_000;

/** Every text that a cause names: inboxes, tags, domains. */
const namesIn = ({ params }: Cause): string =>
  Object.values(params)
    .flatMap((value) => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : []))
    .join(' ');

const lostOf = ({ causes }: Verdict): number | null => {
  const losses = causes.flatMap(({ loss }) => (loss === null ? [] : [loss]));
  return losses.length === 0 ? null : Math.max(...losses);
};

const whyOf = (
  verdict: Verdict,
  words: DashboardWords,
  now: InstantMs,
): { why: string; evidence: string } => {
  const [cause] = verdict.causes;
  const { lastKnown } = verdict;
  const said = cause && words.cause(cause, now);
  if (verdict.health === 'unknown' && lastKnown) {
    const health = words.healthWord(lastKnown.health).toLowerCase();
    return {
      why: words.t('popup.stale', { at: lastKnown.at, now, health }),
      evidence: said?.headline ?? '',
    };
  }
  if (!cause || !said) {
    const hitAt = verdict.capacity?.limitHitAt ?? null;
    return verdict.health === 'healthy'
      ? {
          why: words.t('healthy.headline'),
          evidence: hitAt === null ? '' : words.t('dashboard.limitAt', { at: hitAt, now }),
        }
      : { why: words.t('dashboard.noReason'), evidence: '' };
  }
  return { why: said.headline || isolate(cause.code), evidence: said.explanation };
};

/** Makes the rows of a fleet, worst first. Verdicts come in as they may be shown now. */
export const rowsOf = (
  verdicts: readonly Verdict[],
  workspaceNames: ReadonlyMap<WorkspaceId, string>,
  words: DashboardWords,
  now: InstantMs,
): readonly CampaignRow[] =>
  arrange(verdicts, new Set(), '').flatMap((group) =>
    group.verdicts.map((verdict): CampaignRow => {
      const { counters, capacity, causes } = verdict;
      const name = nameText(verdict.name, words.t('popup.unnamed'), LONGEST_NAME);
      const workspace = nameText(
        workspaceNames.get(verdict.workspaceId) ?? '',
        words.t('popup.workspace'),
      );
      const { why, evidence } = whyOf(verdict, words, now);
      const said = causes.map((cause) => `${words.cause(cause, now).headline} ${namesIn(cause)}`);
      return {
        verdict,
        group: group.name,
        name,
        workspace,
        why,
        evidence,
        sent: counters.sentToday ?? null,
        limit: counters.limitPerDay || null,
        couldSend: capacity ? Math.round(capacity.today.mean) : null,
        lost: lostOf(verdict),
        haystack: [name, workspace, why, ...said].join('\n'),
        silence: null,
      };
    }),
  );

/** The same rows with those marked that are silenced. Of those that need a person they stand after the others. */
export const markSilenced = (
  rows: readonly CampaignRow[],
  textOf: (row: CampaignRow) => string | null,
): readonly CampaignRow[] => {
  const marked = rows.map((row): CampaignRow => {
    const silence = textOf(row);
    if (silence === null) return row;
    const haystack = `${row.haystack}\n${silence}`;
    return { ...row, silence, haystack, group: row.group === 'needsYou' ? 'silenced' : row.group };
  });
  const placeOf = ({ group }: CampaignRow): number =>
    group === 'needsYou' ? 0 : group === 'silenced' ? 1 : 2;
  return marked.toSorted((a, b) => placeOf(a) - placeOf(b));
};

/** How the table is narrowed; a null segment lets every group through. */
export interface Narrowing {
  readonly query: string;
  readonly segment: GroupName | null;
}

/** The rows that match search and segment, in their order. */
export const narrow = (
  rows: readonly CampaignRow[],
  { query, segment }: Narrowing,
): readonly CampaignRow[] => {
  const wanted = query.trim();
  return rows.filter(
    ({ group, haystack }) =>
      (segment === null || group === segment) && (wanted === '' || matches(haystack, wanted)),
  );
};

/** By which column the table is sorted; null is worst first. */
export interface Sorting {
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Order of two rows by one column; an unknown figure has no place of its own. */
const KEYS: Readonly<Record<ColumnId, (row: CampaignRow) => string | number | null>> = {
  campaign: ({ name }) => name.toLowerCase(),
  state: ({ verdict }) => healthRank(verdict.health),
  why: ({ why }) => why.toLowerCase(),
  last24h: ({ verdict }) => verdict.since,
  today: ({ sent, limit }) => (sent === null ? null : limit === null ? sent : sent / limit),
  couldSend: ({ couldSend }) => couldSend,
  lost: ({ lost }) => lost,
};

/** Sorts without changing the order of equals; rows without a value come last either way. */
export const sortRows = (
  rows: readonly CampaignRow[],
  sorting: Sorting | null,
): readonly CampaignRow[] => {
  if (!sorting) return rows;
  const key = KEYS[sorting.column];
  const sign = sorting.isDescending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = key(left);
    const b = key(right);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (
      sign *
      (typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b)))
    );
  });
};
