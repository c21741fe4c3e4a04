import { expect, test } from 'vitest';
import { headlines } from '#locales/en/headlines';
import type { CampaignId, Verdict } from '#model';
import { cause, fleet, NOW, OTHER_WORKSPACE, verdict, WORKSPACE } from '../fixtures.ts';
import type { Members } from './members.ts';
import { order } from './order.ts';
import type { View } from './view.ts';
import { createPopupWords } from './words.ts';
import { compareWorst } from './worst-first.ts';

const words = createPopupWords({ locale: 'en', timeZone: 'UTC' }, headlines);
const workspaces = new Map([
  [WORKSPACE, 'Northwind'],
  [OTHER_WORKSPACE, 'Contoso'],
]);
const lay = (
  verdicts: readonly Verdict[],
  view: Partial<View>,
  members: Members = new Map(),
  silenced: ReadonlySet<string> = new Set(),
): readonly (readonly [string, readonly string[]])[] =>
  order(
    verdicts.toSorted(compareWorst),
    { sort: 'worst', grouping: 'state', ...view },
    { words, workspaces, members, silenced },
  ).map(({ title, verdicts: shown }) => [title, shown.map(({ name }) => name)]);

test('by state, groups say what they ask of the reader, worst first', () => {
  expect(lay(fleet, {}).map(([title]) => title)).toEqual([
    'Needs you',
    'Not known right now',
    'Will clear by itself',
    'Sending',
    'Off',
  ]);
});

test('by state, those that need a person but nobody is told of stand apart, after the others', () => {
  const [first, , third] = fleet;
  const healthy = fleet.find(({ health }) => health === 'healthy');
  const silenced = new Set([first, third, healthy].flatMap((one) => one?.campaignId ?? []));
  const groups = lay(fleet, {}, new Map(), silenced);
  expect(groups.slice(0, 2)).toEqual([
    ['Needs you', ['Agency partners UK']],
    ['Silenced', ['SaaS founders — DACH, wave 3', 'Fintech CFO — Nordics']],
  ]);
  expect(groups.find(([title]) => title === 'Sending')?.[1]).toContain(healthy?.name);
});

test('by name, numbers count as numbers, and groups keep their order', () => {
  const named = ['wave 10', 'Wave 2', 'alpha'].map((name, n) => verdict(n, 'blocked', { name }));
  expect(lay([...named, verdict(9, 'healthy', { name: 'A' })], { sort: 'name' })).toEqual([
    ['Needs you', ['alpha', 'Wave 2', 'wave 10']],
    ['Sending', ['A']],
  ]);
});

test('by lost mails, the greatest loss of any cause counts', () => {
  const losing = (n: number, ...losses: (number | null)[]) =>
    verdict(n, 'degraded', {
      name: String(n),
      causes: losses.map((loss) => cause('one_by_one', { loss })),
    });
  expect(
    lay([losing(1, 5), losing(2, 1, 90), losing(3, null), losing(4, 6)], { sort: 'lost' }),
  ).toEqual([['Needs you', ['2', '4', '1', '3']]]);
});

test('by what clears next, what nobody can say comes last', () => {
  const at = (n: number, nextSendAt: number | null, clearsAt: number | null) =>
    verdict(n, 'waiting', { name: String(n), nextSendAt, clearsAt });
  expect(
    lay([at(1, null, null), at(2, NOW + 9, NOW + 1), at(3, null, NOW + 5)], { sort: 'clears' }),
  ).toEqual([['Will clear by itself', ['3', '2', '1']]]);
});

test('by workspace, in the order of the worst campaign', () => {
  expect(
    lay(
      [
        verdict(1, 'healthy', { name: 'fine' }),
        verdict(2, 'blocked', { name: 'bad', workspaceId: OTHER_WORKSPACE }),
      ],
      { grouping: 'workspace' },
    ),
  ).toEqual([
    ['Contoso', ['bad']],
    ['Northwind', ['fine']],
  ]);
});

test('by cause, headings hold no figures of one campaign and no codes', () => {
  const of = (n: number, code: Parameters<typeof cause>[0], params = {}) =>
    verdict(n, 'blocked', { name: String(n), causes: [cause(code, { params })] });
  expect(
    lay(
      [
        of(1, 'inbox_login_lost', { count: 2 }),
        of(2, 'inbox_login_lost', { count: 7 }),
        of(3, 'no_accounts_available', { inboxes: 4 }),
        verdict(4, 'healthy', { name: '4', causes: [cause('inboxes_in_gap')] }),
        verdict(5, 'unknown', { name: '5' }),
      ],
      { grouping: 'cause' },
    ),
  ).toEqual([
    ['Inbox login lost', ['1', '2']],
    ['No inbox is available', ['3']],
    ['Nothing holds them back', ['5']],
    ['Sending', ['4']],
  ]);
});

test('by tag, what has none stands apart', () => {
  const tagged = verdict(1, 'blocked', { name: 'tagged' });
  const members = new Map([
    [
      tagged.campaignId as CampaignId,
      { addresses: [[]], tags: ['All', 'Benelux', 'New'], groupTags: ['Benelux', 'New'] },
    ],
  ]);
  expect(
    lay([tagged, verdict(2, 'healthy', { name: 'bare' })], { grouping: 'tag' }, members),
  ).toEqual([
    ['Benelux, New', ['tagged']],
    ['Without a known tag', ['bare']],
  ]);
});
