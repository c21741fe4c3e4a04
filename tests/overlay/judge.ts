import type { Fixture } from './fixtures/fixtures.ts';

/** Where a locator put what: the row as the ground truth names it (null outside of every row), and the id. */
export interface Mark {
  readonly truth: string | null;
  readonly id: string;
}

/** What a locator did on a page. */
export interface Sighting {
  readonly marks: readonly Mark[];
  /** Keys of the rows that the page shows. */
  readonly rows: readonly string[];
}

/** How a locator did on a page. */
export interface Score {
  readonly fixture: Fixture;
  readonly rows: number;
  readonly right: number;
  readonly wrong: readonly Mark[];
}

/** Holds what a locator did against what the page shows. A second mark for one row is wrong, too. */
export const judge = (fixture: Fixture, { marks, rows }: Sighting): Score => {
  const idOf = new Map(fixture.workspace.shown.map(({ key, id }) => [key, id]));
  const seen = new Set<string>();
  const wrong = marks.filter(({ truth, id }) => {
    if (truth === null || seen.has(truth) || idOf.get(truth) !== id) return true;
    seen.add(truth);
    return false;
  });
  return { fixture, rows: rows.length, right: seen.size, wrong };
};

/** Share of the rows that were found, 0 to 1; 1 of none. */
export const recallOf = ({ rows, right }: Score): number => (rows === 0 ? 1 : right / rows);

/** Least share of the rows that a locator has to find. */
export const leastRecallOf = ({ hasIds, isDecoy }: Fixture): number => {
  if (isDecoy) return 0;
  return hasIds ? 0.95 : 0.8;
};

/** A table of how a locator did, one line a page. */
export const wordScores = (title: string, scores: readonly Score[]): string =>
  [
    title,
    'rows  right  wrong  recall  page',
    ...scores.map((score) =>
      [
        String(score.rows).padStart(4),
        String(score.right).padStart(6),
        String(score.wrong.length).padStart(6),
        `${(recallOf(score) * 100).toFixed(0)} %`.padStart(7),
        ` ${score.fixture.workspace.list}: ${score.fixture.name}`,
      ].join(' '),
    ),
    '',
  ].join('\n');
