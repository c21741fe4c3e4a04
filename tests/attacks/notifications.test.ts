import { describe, expect, test } from 'vitest';
import { packaged } from '#locales/en/packaged';
import type { Notice } from '#model';
import type { Head } from '#store/read';
import { sampleNotice } from '../../lib/store/alert-fixtures.ts';
import { campaignId, sampleWorkspace, T0 } from '../../lib/store/fixtures.ts';
import { stopped } from '../unit/alerts/world.ts';
import { MARKUP, NAMELESS, UNRULY } from './hostile-names.ts';
import { loadWithout } from './permissive.ts';

type Room = typeof import('../../lib/alerts/word-notice.ts');
const loadWords = (): Promise<Room> => import('../../lib/alerts/word-notice.ts');

const READER = { locale: 'en', timeZone: 'UTC' };
const NAMES: readonly string[] = [
  ...MARKUP,
  ...Object.values(UNRULY),
  ...NAMELESS.map(([name]) => name),
];

const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066\u2067]/;
const UNSEEN = /[\p{Cc}\u00ad\u200b\u2060\ufeff\u2028\u{e0000}-\u{e007f}]/u;

const lengthOf = (text: string): number => [...text].length;

const wrongWith = (text: string, most: number): readonly string[] => [
  ...(lengthOf(text) > most ? ['too long'] : []),
  ...(text.isWellFormed() ? [] : ['lone surrogates']),
  ...(TURNING.test(text) ? ['direction marks'] : []),
  ...(UNSEEN.test(text) ? ['what is not seen'] : []),
  // Letters from right to left would drag along what stands around them.
  ...(/[\u0590-\u05ff]/.test(text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')) ? ['turned'] : []),
];

const noticesOf = (): readonly Notice[] => {
  const of = (parts: Partial<Notice>): Notice =>
    sampleNotice({ code: 'campaign_bounce_protect', campaignIds: [campaignId()], ...parts });
  const counts = {
    needYou: 3,
    fine: 41,
    silenced: 2,
    dryDays: [{ date: '2026-11-26', campaigns: 2 }],
  };
  return [
    of({}),
    of({ campaigns: 40, isRepeated: true }),
    of({ kind: 'recovery', campaigns: 2 }),
    of({ kind: 'summary', code: null, counts }),
    of({ kind: 'digest', code: null, counts }),
    of({ code: 'unseen_status' }),
  ];
};

const saidOf = ({ wordNotice }: Room, name: string): readonly string[] =>
  noticesOf().flatMap((notice) => {
    const verdict = stopped(1, name);
    const causes = verdict.causes.map((cause) => ({
      ...cause,
      code: 'unseen_status' as const,
      params: { raw: name },
    }));
    const names = {
      workspaceName: sampleWorkspace({ name }).name,
      verdicts: [notice.code === 'unseen_status' ? { ...verdict, causes } : verdict],
    };
    const { title, message } = wordNotice(notice, names, packaged, READER);
    return [...wrongWith(title, 100), ...wrongWith(message, 240)];
  });

describe('row 18: notifications and badge from hostile names', () => {
  test('row 18: title and message are short plain lines that turn nothing', async () => {
    const words = await loadWords();
    for (const name of NAMES) expect(saidOf(words, name), name.slice(0, 40)).toEqual([]);
  });

  test('row 18: markup stays the text that it is', async () => {
    const { wordNotice } = await loadWords();
    const [name = ''] = MARKUP;
    const names = { workspaceName: null, verdicts: [stopped(1, name)] };
    const { message } = wordNotice(sampleNotice(), names, packaged, READER);
    expect(message).toContain('<img src=x onerror=');
  });

  test.each(NAMELESS.slice(0, 9))(
    'row 18: a name that reads like none: %j',
    async (name, shown) => {
      const { wordNotice } = await loadWords();
      const names = { workspaceName: null, verdicts: [stopped(1, name)] };
      const { message } = wordNotice(sampleNotice({ loss: null }), names, packaged, READER);
      expect(message.replace(/[\u2068\u2069]/g, '')).toBe(shown);
    },
  );

  test('row 18, control: without the tidying they turn, hide and tear', async () => {
    const words = await loadWithout(
      {
        '../../lib/words/text.ts': () => ({
          tidy: (text: string) => text,
          nameText: (text: string) => text,
          isolate: (text: string) => text,
        }),
      },
      loadWords,
    );
    const wrong = new Set(NAMES.flatMap((name) => saidOf(words, name)));
    expect(wrong).toEqual(
      new Set(['lone surrogates', 'direction marks', 'what is not seen', 'turned']),
    );
  });

  const headOf = (blocked: number): Head => ({
    version: 1,
    workspaces: [
      {
        id: sampleWorkspace().id,
        name: 'M'.repeat(300),
        state: { kind: 'ok' },
        checkedAt: T0,
        campaigns: blocked,
        isDemo: false,
      },
    ],
    counts: { blocked, degraded: 0, unknown: 0, limited: 0, waiting: 0, healthy: 0, inactive: 0 },
    silenced: { blocked: 0, degraded: 0 },
    rows: [],
    incidents: [],
    headlines: {},
  });

  test('row 18: the badge has at most four characters, whatever is counted', async () => {
    const { badgeFor } = await import('#alerts');
    for (const blocked of [0, 1, 99, 100, 12_345, 1e21]) {
      expect(badgeFor(headOf(blocked), T0).text.length).toBeLessThanOrEqual(4);
    }
  });
});
