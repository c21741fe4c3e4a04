import { describe, expect, test } from 'vitest';
import { MINUTE_MS, type Notice, type WorkspaceId } from '#model';
import { AT_ONCE, campaignId, ill, knownBook, NO_TAGS, T0, W } from './fixtures.ts';
import { joinNotices } from './join-notices.ts';
import type { AlertOutcome } from './step.ts';

const notice = (n: number, over: Partial<Notice> = {}): Notice => ({
  id: `problem|${W}|${n}`,
  kind: 'problem',
  workspaceId: W,
  code: 'empty_tag',
  severity: 'red',
  campaignIds: [campaignId(n)],
  campaigns: 1,
  loss: null,
  at: T0,
  isRepeated: false,
  counts: null,
  ...over,
});

const outcome = (notices: readonly Notice[], cleared: readonly string[] = []): AlertOutcome => ({
  book: knownBook(),
  log: [],
  notices,
  cleared,
  ended: [],
});

const standing = {
  ...knownBook(),
  troubles: [
    {
      campaignId: campaignId(1),
      code: 'empty_tag',
      severity: 'red',
      level: 3,
      since: T0,
      at: T0,
      toldAt: T0,
      mendedAt: null,
      isForDigest: false,
    },
  ],
} as const;

const join = (
  notices: readonly Notice[],
  openNotices: readonly Notice[] = [],
  { atMinute = 0, book = standing, cleared = [] as string[] } = {},
) =>
  joinNotices({
    outcomes: [outcome(notices, cleared)],
    state: {
      fleets: [{ book, verdicts: [ill(1), ill(2)] }],
      silences: [],
      tagsByCampaign: NO_TAGS,
      rules: AT_ONCE,
      now: T0 + atMinute * MINUTE_MS,
    },
    openNotices,
  });

const idsOf = (notices: readonly Notice[]): readonly string[] => notices.map(({ id }) => id);
const several = (count: number) => Array.from({ length: count }, (_, n) => notice(n));

describe('one message instead of many', () => {
  test('three are three, four are one', () => {
    expect(join(several(3)).notices).toHaveLength(3);
    const four = join(several(4));
    expect(four.notices).toMatchObject([
      { id: 'summary', kind: 'summary', code: null, severity: 'red', campaigns: 2, workspaceId: W },
    ]);
    expect(four.notices[0]?.counts).toMatchObject({ needYou: 2 });
  });

  test('two of many campaigns are one; one of many stays itself', () => {
    expect(
      idsOf(join([notice(1, { campaigns: 15 }), notice(2, { campaigns: 5 })]).notices),
    ).toEqual(['summary']);
    expect(join([notice(1, { campaigns: 500 })]).notices).toMatchObject([{ campaigns: 500 }]);
  });

  test('what came shortly before counts, and is replaced', () => {
    const open = several(3);
    const late = join([notice(7)], open, { atMinute: 5 });
    expect(idsOf(late.notices)).toEqual(['summary']);
    expect(late.cleared).toEqual(idsOf(open));
    expect(idsOf(join([notice(7)], open, { atMinute: 15 }).notices)).toEqual([notice(7).id]);
  });

  test('a storm goes on in its summary for ten minutes', () => {
    const summary = notice(0, { id: 'summary', kind: 'summary' });
    expect(idsOf(join([notice(1)], [summary], { atMinute: 5 }).notices)).toEqual(['summary']);
    expect(idsOf(join([notice(1)], [summary], { atMinute: 15 }).notices)).toEqual([notice(1).id]);
  });

  test('a summary goes when nothing is wrong any more', () => {
    const summary = notice(0, { id: 'summary', kind: 'summary' });
    expect(join([], [summary]).cleared).toEqual([]);
    expect(join([], [summary], { book: { ...standing, troubles: [] } as never }).cleared).toEqual([
      'summary',
    ]);
  });

  test('nothing new is nothing to tell, however much is open', () => {
    expect(join([], several(9))).toEqual({ notices: [], cleared: [], ended: [] });
  });
});

test('of several workspaces it names none', () => {
  const other = {
    ...knownBook(),
    workspaceId: '00000000-0000-4000-8000-00000000000b' as WorkspaceId,
  };
  const { notices } = joinNotices({
    outcomes: [outcome(several(2)), outcome([notice(8), notice(9)])],
    state: {
      fleets: [
        { book: standing, verdicts: [ill(1)] },
        { book: other, verdicts: [] },
      ],
      silences: [],
      tagsByCampaign: NO_TAGS,
      rules: AT_ONCE,
      now: T0,
    },
    openNotices: [],
  });
  expect(notices).toMatchObject([{ id: 'summary', workspaceId: null }]);
});

test('an acknowledged cause everywhere ends when no workspace has it', () => {
  const silence = {
    id: 'everywhere',
    kind: 'acknowledged',
    scope: { kind: 'cause', workspaceId: null, code: 'empty_tag' },
    note: '',
    at: T0 - 1,
    until: null,
  } as const;
  const over = (book: typeof standing | ReturnType<typeof knownBook>) =>
    joinNotices({
      outcomes: [],
      state: {
        fleets: [{ book, verdicts: [] }],
        silences: [silence],
        tagsByCampaign: NO_TAGS,
        rules: AT_ONCE,
        now: T0,
      },
      openNotices: [],
    }).ended;
  expect(over(knownBook())).toEqual([silence]);
  expect(over({ ...knownBook(), baselineSince: T0 })).toEqual([]);
  expect(over({ ...knownBook(), inhibitedBy: 'offline' })).toEqual([]);
});
