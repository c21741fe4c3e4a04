import { describe, expect, test } from 'vitest';
import type { Page } from './answer.ts';
import { eachPage } from './each-page.ts';

const page = (value: string[], nextCursor?: string, rows = value.length): Page<string> => ({
  value,
  rows,
  nextCursor,
  oddities: rows - value.length,
});

const sweep = async (
  answer: (cursor: string | undefined, call: number) => Page<string>,
  options?: Parameters<typeof eachPage>[2],
) => {
  const asked: (string | undefined)[] = [];
  const pages = [];
  const fetchPage = async (cursor: string | undefined) => {
    asked.push(cursor);
    return answer(cursor, asked.length);
  };
  for await (const one of eachPage(fetchPage, (item) => item, options)) pages.push(one);
  return { asked, pages, end: pages.at(-1)?.end, items: pages.flatMap(({ value }) => value) };
};

describe('eachPage', () => {
  test('passes each cursor on as it came, until there is none', async () => {
    const { asked, pages, items } = await sweep((_, call) =>
      page([`item ${call}`], call < 3 ? `a&b=${call}` : undefined),
    );
    expect(asked).toEqual([undefined, 'a&b=1', 'a&b=2']);
    expect(items).toEqual(['item 1', 'item 2', 'item 3']);
    expect(pages.map(({ end }) => end)).toEqual([undefined, undefined, 'complete']);
  });

  test('a page without rows ends it, cursor or not', async () => {
    const { asked, end } = await sweep((_, call) => page(call === 1 ? ['a'] : [], `c${call}`));
    expect(asked).toHaveLength(2);
    expect(end).toBe('complete');
  });

  test('a page whose rows were all unreadable does not end it', async () => {
    const { items, end } = await sweep((_, call) =>
      call === 1 ? page([], 'c1', 100) : page(['late']),
    );
    expect(items).toEqual(['late']);
    expect(end).toBe('complete');
  });

  test.each([
    ['the same cursor again', () => 'same', 2],
    ['a circle of cursors', (call: number) => `c${call % 3}`, 4],
  ])('%s ends it', async (_, next, calls) => {
    const { asked, end } = await sweep((__, call) => page([`item ${call}`], next(call)));
    expect(asked).toHaveLength(calls);
    expect(end).toBe('cursor_repeated');
  });

  test('a cursor that leads back to where the sweep began ends it', async () => {
    const { asked, end } = await sweep(() => page(['a'], 'start'), { from: 'start' });
    expect(asked).toEqual(['start']);
    expect(end).toBe('cursor_repeated');
  });

  test('the cap ends it', async () => {
    const endless = (_: string | undefined, call: number) => page([`item ${call}`], `c${call}`);
    expect((await sweep(endless)).asked).toHaveLength(200);
    const { asked, end } = await sweep(endless, { mostPages: 7 });
    expect(asked).toHaveLength(7);
    expect(end).toBe('page_cap');
  });

  test('an item is given once, its repetitions are counted', async () => {
    const { pages, items } = await sweep((_, call) =>
      call === 1 ? page(['a', 'b', 'a'], 'c') : page(['b', 'c']),
    );
    expect(items).toEqual(['a', 'b', 'c']);
    expect(pages.map(({ duplicates }) => duplicates)).toEqual([1, 1]);
  });

  test('goes no further than it is taken', async () => {
    let calls = 0;
    const pages = eachPage(
      async () => {
        calls += 1;
        return page([`item ${calls}`], `c${calls}`);
      },
      (item) => item,
    );
    for await (const { value } of pages) if (value.includes('item 2')) break;
    expect(calls).toBe(2);
  });

  test('a failure goes through', async () => {
    const pages = eachPage(
      async (): Promise<Page<string>> => {
        throw new Error('no');
      },
      (item) => item,
    );
    await expect(pages.next()).rejects.toThrow('no');
  });
});
