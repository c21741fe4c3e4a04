import { describe, expect, test } from 'vitest';
import { HOUR_MS, type Silence, type WorkspaceId } from '#model';
import { campaignId, NO_TAGS, T0, W } from './fixtures.ts';
import { endedSilences, silenceOf } from './silences.ts';

const OTHER = '00000000-0000-4000-8000-00000000000b' as WorkspaceId;
const TAGS = new Map([[campaignId(1), ['tag']]]);
const alert = { workspaceId: W, campaignId: campaignId(1), code: 'empty_tag' } as const;

const silence = (over: Partial<Silence> = {}): Silence => ({
  id: 'one',
  kind: 'muted',
  scope: { kind: 'workspace', workspaceId: W },
  note: '',
  at: T0,
  until: null,
  ...over,
});

describe('who is covered', () => {
  test.each([
    ['its campaign', { kind: 'campaign', workspaceId: W, campaignId: campaignId(1) }, true],
    ['another campaign', { kind: 'campaign', workspaceId: W, campaignId: campaignId(2) }, false],
    [
      'its namesake elsewhere',
      { kind: 'campaign', workspaceId: OTHER, campaignId: campaignId(1) },
      false,
    ],
    ['its tag', { kind: 'tag', workspaceId: W, tagId: 'tag' }, true],
    ['another tag', { kind: 'tag', workspaceId: W, tagId: 'other' }, false],
    ['its workspace', { kind: 'workspace', workspaceId: W }, true],
    ['another workspace', { kind: 'workspace', workspaceId: OTHER }, false],
    ['its cause', { kind: 'cause', workspaceId: W, code: 'empty_tag' }, true],
    ['its cause everywhere', { kind: 'cause', workspaceId: null, code: 'empty_tag' }, true],
    ['its cause elsewhere', { kind: 'cause', workspaceId: OTHER, code: 'empty_tag' }, false],
    ['another cause', { kind: 'cause', workspaceId: null, code: 'no_plan' }, false],
  ] as const)('%s', (_name, scope, isCovered) => {
    expect(silenceOf(alert, [silence({ scope })], TAGS, T0) !== undefined).toBe(isCovered);
  });

  test('a workspace’s own trouble has no campaign and no tag', () => {
    const own = { ...alert, campaignId: null };
    const tag = silence({ scope: { kind: 'tag', workspaceId: W, tagId: 'tag' } });
    expect(silenceOf(own, [tag], TAGS, T0)).toBeUndefined();
    expect(silenceOf(own, [silence()], TAGS, T0)).toBeDefined();
  });
});

test('of several the one that a person meant most; none whose time is over', () => {
  const acknowledged = silence({ id: 'a', kind: 'acknowledged' });
  const expected = silence({ id: 'e', kind: 'expected', until: T0 + HOUR_MS });
  const both = [acknowledged, silence(), expected];
  expect(silenceOf(alert, both, NO_TAGS, T0)?.id).toBe('e');
  expect(silenceOf(alert, both, NO_TAGS, T0 + HOUR_MS)?.kind).toBe('muted');
});

describe('when a silence is over', () => {
  const endless = (kind: Silence['kind']) => silence({ kind });

  test('by the clock', () => {
    const timed = silence({ kind: 'snoozed', until: T0 + HOUR_MS });
    expect(endedSilences([timed], [], NO_TAGS, T0 + HOUR_MS - 1)).toEqual([]);
    expect(endedSilences([timed], [alert], NO_TAGS, T0 + HOUR_MS)).toEqual([timed]);
  });

  test.each([
    ['acknowledged', true],
    ['snoozed', true],
    ['muted', false],
    ['expected', false],
  ] as const)('%s, with the trouble: %j', (kind, isOver) => {
    const one = endless(kind);
    expect(endedSilences([one], [alert], NO_TAGS, T0 + 1)).toEqual([]);
    expect(endedSilences([one], [], NO_TAGS, T0 + 1)).toEqual(isOver ? [one] : []);
  });

  test('never while nobody can see, nor at the moment it is said', () => {
    expect(endedSilences([endless('acknowledged')], null, NO_TAGS, T0 + 1)).toEqual([]);
    expect(endedSilences([endless('acknowledged')], [], NO_TAGS, T0)).toEqual([]);
  });
});
