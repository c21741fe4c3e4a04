import { expect, test } from 'vitest';
import { MINUTE_MS, type Verdict } from '#model';
import { cause, fleet, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { freshen } from '../freshness.ts';
import { type CampaignRow, narrow, rowsOf, sortRows } from './rows.ts';
import { createDashboardWords } from './words.ts';

const words = createDashboardWords({ locale: 'en', timeZone: 'UTC' });
const rows = (verdicts: readonly Verdict[]) =>
  rowsOf(verdicts, new Map([[WORKSPACE, 'Northwind']]), words, NOW);
const names = (shown: readonly CampaignRow[]) => shown.map(({ name }) => name);
const find = (query: string) => names(narrow(rows(fleet), { query, segment: null }));

test('rows come worst first and say what, why and how much', () => {
  const [first] = rows(fleet);
  expect(first?.verdict.health).toBe('blocked');
  const shopify = rows(fleet).find(({ name }) => name === 'E-com Shopify Plus');
  expect(shopify).toMatchObject({
    group: 'clears',
    workspace: 'Northwind',
    why: 'Today’s campaign limit is used up',
    sent: 100,
    limit: 100,
    couldSend: null,
    lost: null,
  });
});

test('the greatest loss of its causes is what a campaign lost', () => {
  const causes = [cause('silent_stop', { loss: 4 }), cause('inbox_login_lost', { loss: 9 })];
  expect(rows([verdict(1, 'degraded', { causes })])[0]?.lost).toBe(9);
});

test('what is not known is neither zero nor fine', () => {
  const [row] = rows([verdict(1, 'blocked')]);
  expect(row).toMatchObject({ sent: null, limit: null, couldSend: null, lost: null });
  expect(row?.why).toBe('Why is not known');
});

test('a stale row says since when, and what was known', () => {
  const old = verdict(1, 'healthy', { observedAt: NOW - 40 * MINUTE_MS });
  const [row] = rows([freshen(old, null, NOW)]);
  expect(row?.group).toBe('unknown');
  expect(row?.why.toLowerCase()).toContain('last known: sending');
});

test('the search finds by name, workspace, cause and inbox, without case and accents', () => {
  const causes = [cause('inbox_login_lost', { params: { count: 1, addresses: ['anna@nw.co'] } })];
  const hit = verdict(1, 'blocked', { name: 'Café Zürich', causes });
  const among = rows([hit, verdict(2, 'healthy', { name: 'Other' })]);
  for (const query of ['cafe ZURICH', 'lost the login', 'anna@nw.co', ' zürich  café ']) {
    expect(names(narrow(among, { query, segment: null })), query).toEqual(['Café Zürich']);
  }
  expect(narrow(among, { query: 'northwind', segment: null })).toHaveLength(2);
  expect(find('no such thing')).toEqual([]);
});

test('a segment lets only its group through', () => {
  const shown = narrow(rows(fleet), { query: '', segment: 'needsYou' });
  expect(new Set(shown.map(({ verdict: { health } }) => health))).toEqual(
    new Set(['blocked', 'degraded']),
  );
});

test('sorting turns around, keeps the order of equals, and puts the unknown last both ways', () => {
  const counters = (sentToday: number | undefined) => ({
    ...verdict(0, 'healthy').counters,
    sentToday,
  });
  const among = rows([
    verdict(1, 'healthy', { name: 'a', counters: counters(5) }),
    verdict(2, 'healthy', { name: 'b', counters: counters(undefined) }),
    verdict(3, 'healthy', { name: 'c', counters: counters(1) }),
    verdict(4, 'healthy', { name: 'd', counters: counters(5) }),
  ]);
  const by = (isDescending: boolean) => names(sortRows(among, { column: 'today', isDescending }));
  expect(by(false)).toEqual(['c', 'a', 'd', 'b']);
  expect(by(true)).toEqual(['a', 'd', 'c', 'b']);
  expect(sortRows(among, null)).toBe(among);
});

test('a hostile name is one whole readable line', () => {
  const name = `\u202Egnp${'x'.repeat(5_000)}\n\uD800`;
  const [row] = rows([verdict(1, 'blocked', { name })]);
  expect(row?.name).toBe(`gnp${'x'.repeat(5_000)} \uFFFD`);
});
