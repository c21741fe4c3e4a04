import type { DomainVitals, InboxAddress } from '#model';
import type { Scene } from '../scene.ts';
import type { Around } from '../stage.ts';
import { STAGES } from '../stages.ts';
import { inTurn, press } from './acts.ts';

const inboxes = STAGES.problems.stored.flatMap(({ slice }) => slice.inboxes?.inboxes ?? []);
const domainOf = (address: InboxAddress): string => address.slice(address.lastIndexOf('@') + 1);
const domains = [...new Set(inboxes.map(({ address }) => domainOf(address)))];

const testedAs = (records: Omit<DomainVitals, 'domain'>): Partial<Around> => ({
  answers: {
    'ask.inboxVitals': { ok: true, domains: domains.map((domain) => ({ domain, ...records })) },
  },
});
const PASSING = testedAs({ isPassing: true, mx: true, spf: true, dkim: true, dmarc: true });
const FAILING = testedAs({ isPassing: false, mx: true, spf: true, dkim: false, dmarc: null });

/** Landed in the inbox of 20 warmup mails a day; every fourth inbox has no figures. */
const LANDED = [
  [20, 20, 19, 20, 20, 20],
  [19, 18, 18, 14, 13, 12],
  [14, 15, 16, 18, 19, 20],
] as const;
const WARMUP: Partial<Around> = {
  answers: {
    'ask.warmup': {
      ok: true,
      warmups: inboxes.flatMap(({ address }, place) => {
        const landed = LANDED[place % 4];
        if (!landed) return [];
        return [
          {
            address,
            score: [97, 71, 84][place % 4],
            sent: 120,
            received: 118,
            landedInbox: null,
            landedSpam: null,
            days: landed.map((one, day) => ({
              date: `2026-11-${String(day + 14)}`,
              sent: 20,
              received: 20,
              landedInbox: one,
              landedSpam: 20 - one,
            })),
          },
        ];
      }),
    },
  },
};
const TRACKING: Partial<Around> = {
  answers: {
    'ask.trackingDomain': {
      ok: true,
      domain: {
        host: 'track.northwind-team.example',
        isPassing: false,
        isSslValid: false,
        isCnameValid: true,
      },
    },
  },
};
const refused = (problem: unknown): Partial<Around> => ({
  answers: {
    'ask.inboxVitals': { ok: false, problem },
    'ask.warmup': { ok: false, problem },
    'ask.trackingDomain': { ok: false, problem },
  },
});
const SCOPES = refused({ kind: 'scope_missing', scopes: ['accounts:read'] });
const READ_ONLY: Partial<Around> = { settings: { areChangesAllowed: false } };

const test = press('[data-ask-vitals]');
const both = inTurn(test, press('[data-ask-warmup]'));
const check = press('[data-ask-tracking]');
const unfold = press('[data-settings] summary');

type Rest = Omit<Scene, 'surface' | 'name' | 'stage' | 'hash'> & Partial<Pick<Scene, 'stage'>>;

const SCENES_OF: Readonly<Record<string, Rest>> = {
  passing: { around: PASSING, act: test },
  failing: { around: FAILING, act: test },
  warmup: { around: WARMUP, act: press('[data-ask-warmup]') },
  tracking: { around: TRACKING, act: check },
  problem: { around: SCOPES, act: both },
  'without-answer': { around: { answers: { 'ask.inboxVitals': null } }, act: test },
  asking: { around: { answers: {} }, act: both },
  demo: { stage: 'demo', around: refused({ kind: 'demo' }), act: both },
  'tracking-refused': {
    around: refused({ kind: 'unreadable', message: 'HTTP 400' }),
    act: check,
  },
  settings: { act: unfold },
  'settings-demo': { stage: 'demo', act: inTurn(unfold, press('[data-offer=set_inbox_gap]')) },
  'settings-read-only': {
    around: READ_ONLY,
    act: inTurn(unfold, press('[data-settings][open] [data-offer]')),
  },
  narrow: { around: FAILING, act: inTurn(unfold, test), size: { width: 400, height: 860 } },
  'forced-colors': { around: FAILING, act: test, wish: 'forced-colors' },
  accented: { around: FAILING, act: inTurn(unfold, test), locale: 'accented' },
  'accented-warmup': { around: WARMUP, act: press('[data-ask-warmup]'), locale: 'accented' },
  'narrow-tracking': { around: TRACKING, act: check, size: { width: 400, height: 860 } },
  'accented-tracking': { around: TRACKING, act: check, locale: 'accented' },
  mirrored: { around: FAILING, act: inTurn(unfold, test), locale: 'mirrored' },
  'mirrored-warmup': { around: WARMUP, act: press('[data-ask-warmup]'), locale: 'mirrored' },
};

/** What can be asked about a domain and changed about an inbox, in the dashboard. */
export const inboxHealthScenes: readonly Scene[] = Object.entries(SCENES_OF).map(
  ([name, rest]) => ({
    surface: 'dashboard',
    stage: 'problems',
    hash: '#/inboxes',
    ...rest,
    name: `inbox-health-${name}`,
  }),
);
