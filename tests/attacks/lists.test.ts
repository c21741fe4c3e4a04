import { describe, expect, test } from 'vitest';
import { eachPage, type Page } from '#instantly';
import { campaign, campaignId, freshMemory, NOW } from '../../lib/watch/core/fixtures.ts';
import { NO_ATTENTION } from '../../lib/watch/core/memory.ts';
import { beginSlice, refill, type Slice } from '../../lib/watch/core/slice.ts';
import { take } from '../../lib/watch/core/take.ts';

/** A list as an attacker, or a mistake at Instantly, serves it. */
type Serve = (cursor: string | undefined) => Page<string>;

const page = (items: readonly string[], nextCursor: string | undefined): Page<string> => ({
  value: items,
  rows: items.length,
  nextCursor,
  oddities: 0,
});

const LISTS: [string, Serve, string][] = [
  ['a cursor that repeats', () => page(['a'], 'again'), 'cursor_repeated'],
  [
    'two cursors in a circle',
    (cursor) => page(['a'], cursor === 'x' ? 'y' : 'x'),
    'cursor_repeated',
  ],
  ['ever new cursors', (cursor) => page(['a'], `${cursor ?? ''}.`), 'page_cap'],
  ['a page of nothing with a cursor', () => page([], 'more'), 'complete'],
];

const sweep = async (serve: Serve) => {
  let asked = 0;
  const seen: string[] = [];
  let duplicates = 0;
  let end: string | undefined;
  const pages = eachPage(
    async (cursor) => {
      asked += 1;
      return serve(cursor);
    },
    (item) => item,
  );
  for await (const one of pages) {
    seen.push(...one.value);
    duplicates += one.duplicates;
    end = one.end;
  }
  return { asked, seen, duplicates, end };
};

describe('row 32: lists that repeat themselves', () => {
  test.each(LISTS)(
    'row 32: %s comes to an end, and is known for what it is',
    async (_, serve, end) => {
      const swept = await sweep(serve);
      expect(swept.end).toBe(end);
      expect(swept.asked).toBeLessThanOrEqual(200);
      expect(new Set(swept.seen).size).toBe(swept.seen.length);
    },
  );

  test('row 32: what overlaps is taken once and counted', async () => {
    const swept = await sweep((cursor) =>
      cursor === undefined ? page(['a', 'a', 'b'], '2') : page(['b', 'c'], undefined),
    );
    expect(swept).toMatchObject({ seen: ['a', 'b', 'c'], duplicates: 2, end: 'complete' });
  });

  test('row 32, control: a loop that trusts the cursor is still asking after 10,000 pages', () => {
    for (const [, serve] of LISTS) {
      let cursor: string | undefined;
      let asked = 0;
      do {
        cursor = serve(cursor).nextCursor;
        asked += 1;
      } while (cursor !== undefined && asked < 10_000);
      expect(asked).toBe(10_000);
    }
  });
});

describe('row 32: the watcher on such a list', () => {
  const known = () => {
    const memory = freshMemory();
    const record = {
      workspaceId: campaign(9).workspaceId,
      campaignId: campaignId(9),
      campaign: campaign(9),
      listedAt: NOW,
      reading: { kind: 'not_asked' } as const,
      leads: null,
      subsequences: null,
      sentChanges: [],
    };
    return { ...memory, observations: new Map([[campaignId(9), record]]) };
  };

  const list = (cursors: Iterable<string | null>): { slice: Slice; pages: number } => {
    let { slice } = refill(beginSlice(known(), NO_ATTENTION, 300_000, NOW), NOW);
    let pages = 0;
    for (const nextCursor of cursors) {
      const { campaigns } = slice;
      if (campaigns.phase !== 'asking') break;
      pages += 1;
      const ask = { kind: 'campaigns', cursor: campaigns.cursor } as const;
      const answer = { kind: 'campaigns', items: [campaign(1)], nextCursor } as const;
      slice = refill(take(slice, ask, { ok: true, answer }, NOW), NOW).slice;
    }
    return { slice, pages };
  };
  const endless = function* () {
    for (let n = 0; n < 10_000; n += 1) yield `${n}`;
  };

  test('row 32: stops, keeps each campaign once and removes none that it did not see', () => {
    for (const cursors of [['x', 'x', 'x'], endless()]) {
      const { slice, pages } = list(cursors);
      expect(slice.campaigns.phase).toBe('cut');
      expect(pages).toBeLessThanOrEqual(201);
      expect([...slice.observations.keys()].toSorted()).toEqual([campaignId(1), campaignId(9)]);
    }
  });

  test('row 32, control: a list that says it is whole does remove what it lacks', () => {
    const { slice } = list([null]);
    expect(slice.campaigns.phase).toBe('complete');
    expect([...slice.observations.keys()]).toEqual([campaignId(1)]);
  });
});

describe('row 26: an answer that is none', () => {
  const READ = { kind: 'read', readAt: NOW - 60_000, snapshot: {} } as never;

  const readingAfter = async (outcome: Parameters<typeof take>[2]) => {
    const { observationsAfter } = await import('../../lib/watch/core/facts-after.ts');
    const record = {
      workspaceId: campaign(1).workspaceId,
      campaignId: campaignId(1),
      campaign: campaign(1),
      listedAt: NOW,
      reading: READ,
      leads: null,
      subsequences: null,
      sentChanges: [],
    };
    const memory = { ...freshMemory(), observations: new Map([[campaignId(1), record]]) };
    const slice = beginSlice(memory, NO_ATTENTION, 300_000, NOW);
    const ask = { kind: 'status', campaignId: campaignId(1) } as const;
    return observationsAfter(take(slice, ask, outcome, NOW), NOW).get(campaignId(1))?.reading;
  };

  test('row 26: leaves what was known, with the age that it has', async () => {
    const problem = { kind: 'fault', message: 'bad_body' } as const;
    expect(await readingAfter({ ok: false, problem })).toBe(READ);
  });

  test('row 26, control: an answer does replace it', async () => {
    const answer = { kind: 'status', snapshot: null } as const;
    expect(await readingAfter({ ok: true, answer })).toEqual({ kind: 'empty', readAt: NOW });
  });
});
