import { describe, expect, test } from 'vitest';
import { countHealths, type Health, type WorkspaceState } from '#model';
import type { Head, HeadWorkspace } from '#store/read';
import { badgeFor } from './badge.ts';

const NOW = Date.UTC(2026, 10, 19);
const workspace = (rest: Partial<HeadWorkspace> = {}): HeadWorkspace => ({
  id: 'w' as HeadWorkspace['id'],
  name: 'Northwind',
  state: { kind: 'ok' },
  checkedAt: NOW,
  campaigns: 3,
  isDemo: false,
  ...rest,
});
const head = (
  healths: readonly Health[],
  workspaces: readonly HeadWorkspace[] = [workspace()],
  silenced: Head['silenced'] = { blocked: 0, degraded: 0 },
): Head => ({
  version: 1,
  silenced,
  workspaces,
  counts: countHealths(healths.map((health) => ({ health }))),
  rows: [],
  incidents: [],
  headlines: {},
});
const many = (health: Health, count: number): Health[] =>
  Array.from({ length: count }, () => health);

describe('the badge counts campaigns that need a person', () => {
  test.each([
    [['healthy', 'waiting', 'limited', 'unknown', 'inactive'], '', 'none'],
    [['blocked', 'degraded', 'healthy'], '2', 'blocked'],
    [['degraded'], '1', 'degraded'],
    [many('blocked', 99), '99', 'blocked'],
    [many('blocked', 100), '99+', 'blocked'],
  ] as const)('%j', (healths, text, tone) => {
    expect(badgeFor(head(healths), NOW)).toMatchObject({ text, tone });
  });
});

describe('of what is silenced the badge says nothing but how much it is', () => {
  const mixed = [...many('blocked', 3), ...many('degraded', 2)];
  test.each([
    [{ blocked: 0, degraded: 0 }, '5', 'blocked', 'badge.needYou'],
    [{ blocked: 1, degraded: 0 }, '4', 'blocked', 'badge.needYouSilenced'],
    [{ blocked: 3, degraded: 0 }, '2', 'degraded', 'badge.needYouSilenced'],
    [{ blocked: 3, degraded: 2 }, '', 'none', 'badge.nothingSilenced'],
    // Counted in another check than the campaigns: never fewer than none, and never more than there are.
    [{ blocked: 9, degraded: 0 }, '2', 'degraded', 'badge.needYouSilenced'],
  ] as const)('%j', (silenced, text, tone, key) => {
    const badge = badgeFor(head(mixed, [workspace()], silenced), NOW);
    expect(badge).toMatchObject({ text, tone, title: { key } });
  });
});

describe('the badge is never a stale or guessed calm', () => {
  const first: WorkspaceState = { kind: 'first_check', found: 3, checked: 1 };
  test.each([
    ['nothing connected', head([], []), '', 'badge.notConnected'],
    [
      'a rejected key',
      head([], [workspace({ state: { kind: 'key_rejected', since: NOW, message: '' } })]),
      '!',
      'badge.keyProblem',
    ],
    ['the first check', head([], [workspace({ state: first })]), '…', 'badge.firstCheck'],
    ['never checked', head([], [workspace({ checkedAt: null })]), '…', 'badge.firstCheck'],
    [
      'only old answers',
      head(['healthy'], [workspace({ checkedAt: NOW - 16 * 60_000 })]),
      '?',
      'badge.notFresh',
    ],
  ] as const)('%s', (_name, given, text, key) => {
    expect(badgeFor(given, NOW)).toMatchObject({ text, title: { key } });
  });
});
