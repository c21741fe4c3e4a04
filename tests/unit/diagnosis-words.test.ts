import { describe, expect, test } from 'vitest';
import { diagnoseFleet } from '#diagnosis';
import { base } from '#locales/en/base';
import { causes } from '#locales/en/causes';
import { headlines } from '#locales/en/headlines';
import { help } from '#locales/en/help';
import { incidents } from '#locales/en/incidents';
import { type Cause, OWN_CAUSE_CODES, SENDING_CODES } from '#model';
import { createWords } from '#words';
import { FLEET } from './diagnosis-expectations.ts';
import { NOON } from './diagnosis-fixtures.ts';

const CODES = [...SENDING_CODES, ...OWN_CAUSE_CODES];
const words = createWords({ ...base, ...headlines, ...causes }, { locale: 'en', timeZone: 'UTC' });
const bare = (code: Cause['code']): Cause => ({
  code,
  severity: 'blue',
  params: {},
  loss: null,
  clearsAt: null,
  needsPerson: false,
  actions: [],
});
const codeOf = (key: string): string => key.slice(0, key.indexOf('.'));

describe('words of causes', () => {
  test('every code has a headline, an explanation, advice and a help article; no word is left over', () => {
    const silent = new Set<string>(['healthy']);
    const keys = new Set([...Object.keys(headlines), ...Object.keys(causes), ...Object.keys(help)]);
    for (const code of CODES) {
      expect(keys, code).toContain(`${code}.headline`);
      if (silent.has(code)) continue;
      for (const part of ['explanation', 'advice', 'help'])
        expect(keys).toContain(`${code}.${part}`);
    }
    const known = new Set<string>([...CODES, 'cause']);
    expect([...keys].map(codeOf).filter((code) => !known.has(code))).toEqual([]);
  });

  test('help is one of Instantly’s own articles', () => {
    for (const address of Object.values(help)) {
      expect(address).toMatch(
        /^https:\/\/help\.instantly\.ai\/en\/articles\/(5975337|7907713|6248612|6759494|7916860|7044069|12578026)$/,
      );
    }
  });

  test('what every rule finds can be said whole', () => {
    for (const verdict of diagnoseFleet(FLEET)) {
      for (const cause of verdict.causes) {
        const { headline, explanation, advice } = words.cause(cause, NOON);
        for (const text of [headline, explanation, advice]) {
          expect(text, cause.code).not.toBe('');
          expect(text, cause.code).not.toMatch(/[{}]|undefined|NaN|null/);
        }
      }
    }
  });

  test('the 18 codes can be said without any evidence', () => {
    for (const code of SENDING_CODES)
      expect(words.cause(bare(code), NOON).headline, code).not.toBe('');
  });

  test('numbers decide the plural, also in incidents', () => {
    const of = (count: number) =>
      words.cause({ ...bare('inbox_login_lost'), params: { count, addresses: ['a@x.co'] } }, NOON)
        .headline;
    expect([of(1), of(2)]).toEqual(['1 inbox lost the login', '2 inboxes lost the login']);
    const spoken = createWords({ ...base, ...incidents }, { locale: 'en', timeZone: 'UTC' });
    expect(spoken.t('incident.lever.inbox_login_lost', { inboxes: 2, count: 4 })).toBe(
      'Reconnect 2 inboxes and 4 campaigns send again.',
    );
    expect(
      spoken.t('incident.inboxes', { headline: '2 inboxes lost the login', count: 4, loss: 118 }),
    ).toBe('2 inboxes lost the login: 4 campaigns, 118 mails today.');
  });
});
