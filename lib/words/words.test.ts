import { describe, expect, test } from 'vitest';
import { base } from '#locales/en/base';
import type { Cause } from '#model';
import { createWords, isolate, nameText, type Reader, tidy, withNeededMarks } from './index.ts';

const NOW = Date.UTC(2026, 10, 19, 20, 48);
const words = createWords(
  {
    ...base,
    plain: 'Find a campaign',
    needs: { one: '{count} campaign needs you', other: '{count} campaigns need you' },
    'daily_limit_met.headline': 'Limit used up at {hitAt:clock}',
    'daily_limit_met.explanation':
      '{sent} of {limit} sent. Clears at {clearsAt:clock}, {clearsAt:until}.',
    'daily_limit_met.explanation.bare': '{sent} sent.',
    'inboxes_disconnected.headline': '{inboxes:inbox} lost the login',
    'inboxes_disconnected.explanation': '{addresses}',
    'time_zone_trap.explanation': 'Its zone is {timeZone:text}.',
    'status_failed.explanation': 'It said “{problem}”.',
  },
  { locale: 'en', timeZone: 'Europe/Berlin' },
);
const cause = (
  code: Cause['code'],
  params: Cause['params'],
  clearsAt: number | null = null,
): Cause => ({
  code,
  severity: 'blue',
  params,
  loss: null,
  clearsAt,
  needsPerson: false,
  actions: [],
});

describe('times', () => {
  test.each([
    [0, '0 s'],
    [40_000, '40 s'],
    [59 * 60_000, '59 min'],
    [8_040_000, '2 h 14 m'],
    [47 * 3_600_000, '47 h'],
    [76 * 3_600_000, '3 d 4 h'],
    [72 * 3_600_000 + 59_000, '3 d'],
    [-5, '0 s'],
  ])('%d ms is %s', (ms, text) => expect(words.duration(ms)).toBe(text));

  test('past and future', () => {
    expect(words.ago(NOW - 40_000, NOW)).toBe('40 s ago');
    expect(words.ago(NOW - 2_000, NOW)).toBe('just now');
    expect(words.until(NOW + 11_520_000, NOW)).toBe('in 3 h 12 m');
    expect(words.until(NOW - 1, NOW)).toBe('now');
  });

  test('the reader’s clock, a named zone, another day, an unknown zone', () => {
    expect(words.clock(NOW, NOW)).toBe('21:48');
    expect(words.clock(NOW, NOW, 'America/Detroit')).toBe('15:48 Eastern');
    expect(words.clock(NOW + 86_400_000, NOW)).toBe('Fri, Nov 20, 21:48');
    expect(words.clock(NOW, NOW, 'Mars/Olympus')).toBe('21:48 Central Europe');
  });
});

describe('the hour', () => {
  const spoken = (locale: string, timeFormat: Reader['timeFormat']): string =>
    createWords(base, { locale, timeZone: 'Europe/Berlin', ...(timeFormat && { timeFormat }) })
      .clock(NOW, NOW)
      // What stands before AM and PM is a space of one width or another.
      .replace(/\s/g, ' ');

  test.each([
    ['en-US', 'system', '9:48 PM'],
    ['en-GB', 'system', '21:48'],
    ['en-US', 'h23', '21:48'],
    ['en-US', undefined, '21:48'],
    ['en-GB', 'h12', '9:48 pm'],
  ] as const)('in %s, chosen %s, is %s', (locale, timeFormat, text) => {
    expect(spoken(locale, timeFormat)).toBe(text);
  });

  test('follows a reader who chooses again', () => {
    let timeFormat: 'h23' | 'h12' = 'h23';
    const reader = {
      locale: 'en-US',
      timeZone: 'UTC',
      get timeFormat() {
        return timeFormat;
      },
    };
    const living = createWords(base, reader);
    expect(living.clock(NOW, NOW)).toBe('20:48');
    timeFormat = 'h12';
    expect(living.clock(NOW, NOW)).toMatch(/^8:48\sPM$/);
  });
});

describe('messages', () => {
  test('plurals and numbers follow the language', () => {
    expect(words.t('needs', { count: 1 })).toBe('1 campaign needs you');
    expect(words.t('needs', { count: 1240 })).toBe('1,240 campaigns need you');
    const polish = createWords(
      {
        n: {
          one: '{count} kampania',
          few: '{count} kampanie',
          many: '{count} kampanii',
          other: '{count} kampanii',
        },
      },
      { locale: 'pl', timeZone: 'UTC' },
    );
    expect([1, 3, 5].map((count) => polish.t('n', { count }))).toEqual([
      '1 kampania',
      '3 kampanie',
      '5 kampanii',
    ]);
  });

  test('a cause with all its evidence, and without', () => {
    const full = cause(
      'daily_limit_met',
      { sent: 100, limit: 100, hitAt: NOW, timeZone: 'America/Detroit' },
      NOW + 11_520_000,
    );
    expect(words.cause(full, NOW)).toEqual({
      headline: 'Limit used up at 15:48 Eastern',
      explanation: '100 of 100 sent. Clears at 19:00 Eastern, in 3 h 12 m.',
      advice: '',
      help: '',
    });
    const bare = cause('daily_limit_met', { sent: 100, limit: null });
    expect(words.cause(bare, NOW)).toMatchObject({ headline: '', explanation: '100 sent.' });
  });

  test('units count and lists join; names cannot reorder the sentence', () => {
    const spoken = words.cause(
      cause('inboxes_disconnected', { inboxes: 2, addresses: ['a@x.co', 'b\u202e@x.co'] }),
      NOW,
    );
    expect(spoken.headline).toBe('2 inboxes lost the login');
    expect(spoken.explanation).toBe(`${isolate('a@x.co')} and ${isolate('b @x.co')}`);
    expect(spoken.explanation).not.toContain('\u202e');
  });
});

test('an answer of a mail server stays inside its quotes', () => {
  const said = words.cause(cause('status_failed', { problem: '535 no\u202egood' }), NOW);
  expect(said.explanation).toBe(`It said “${isolate('535 no good')}”.`);
});

test('an answer that ends with a full stop leaves the sentence only one', () => {
  const quoting = createWords(
    { 'inbox_error.explanation': 'It said “{answer}”.' },
    { locale: 'en', timeZone: 'UTC' },
  );
  const saying = (answer: string) =>
    quoting.cause(cause('inbox_error', { answer }), NOW).explanation;
  expect(saying('535 Not accepted. ')).toBe(`It said “${isolate('535 Not accepted')}”.`);
  expect(saying('5.7.8 Why?')).toBe(`It said “${isolate('5.7.8 Why?')}”.`);
});

describe('untrusted text', () => {
  test('becomes one bounded, well-formed line', () => {
    expect(tidy('  a\n\u0000b\u202e ')).toBe('a b');
    expect(tidy('x'.repeat(1_000_000))).toHaveLength(120);
    expect(tidy('a\ud800b').isWellFormed()).toBe(true);
    expect([...tidy('👩‍🚀'.repeat(200), 10)]).toHaveLength(10);
  });

  test('shows nothing that nobody sees, and keeps what shapes a character', () => {
    expect(tidy('pay\u200bpal\ufeff')).toBe('pay pal');
    expect(tidy('\u061cAB\u{e0041}\u{e0042}C')).toBe('AB C');
    expect(tidy('👩‍🚀 ❤️ می‌خواهم')).toBe('👩‍🚀 ❤️ می‌خواهم');
    for (const blank of ['', ' \t', '\u200b\u2060', '\u200d\ufe0f', '\u2800', '\u3164', '\u0301']) {
      expect(tidy(blank)).toBe('');
    }
  });

  test('marks do not pile up', () => {
    expect(tidy(`a${'\u0300'.repeat(60)}b`)).toBe(`a${'\u0300'.repeat(4)}b`);
    expect(tidy('Nguyễn, שָׁלוֹם')).toBe('Nguyễn, שָׁלוֹם');
  });
});

describe('a name', () => {
  test.each([
    ['', 'Unnamed'],
    [' \u200b\n', 'Unnamed'],
    ['null', '“null”'],
    ['undefined', '“undefined”'],
    ['NaN', '“NaN”'],
    ['0', '“0”'],
    ['1e5', '“1e5”'],
    ['2026-03-05', '“2026-03-05”'],
    ['12:30', '“12:30”'],
    ['–', '“–”'],
    ['Unnamed', '“Unnamed”'],
    ['Wave 3', 'Wave 3'],
    ['Nullify', 'Nullify'],
  ])('%j is %s', (name, expected) => {
    expect(nameText(name, 'Unnamed')).toBe(expected);
  });

  test('keeps its marks in plain text only where it runs from right to left', () => {
    const marked = (name: string) => `To ${isolate(name)}: 3 mails.`;
    expect(withNeededMarks(marked('Anna'))).toBe('To Anna: 3 mails.');
    expect(withNeededMarks(marked('שלום 7'))).toBe(marked('שלום 7'));
    expect(withNeededMarks(marked('حملة'))).toBe(marked('حملة'));
  });
});

describe('figures and times that are none', () => {
  const NO_TIMES = [Number.NaN, Infinity, -Infinity, 1e300, 8.64e15 + 1];

  test('are said to be unknown', () => {
    for (const time of NO_TIMES) {
      expect(words.clock(time, NOW)).toBe('unknown time');
      expect(words.until(time, NOW)).toBe('unknown time');
      expect(words.ago(time, NOW)).toBe('unknown time');
      expect(words.duration(time)).toBe('unknown time');
    }
    expect([words.number(Number.NaN), words.number(1e300)]).toEqual(['?', '1.0e+300']);
    expect(words.percent(Infinity)).toBe('?');
  });

  test('are evidence as good as absent', () => {
    const spoken = words.cause(cause('daily_limit_met', { sent: 1, limit: Number.NaN }), NOW);
    expect(spoken.explanation).toBe('1 sent.');
  });

  test('a zone turns no sentence', () => {
    const spoken = words.cause(cause('time_zone_trap', { timeZone: 'שלום\u202e' }), NOW);
    expect(spoken.explanation).toBe(`Its zone is ${isolate('שלום')}.`);
  });
});
