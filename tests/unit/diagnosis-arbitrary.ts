import fc from 'fast-check';
import type { FleetInput } from '#diagnosis';
import {
  type CampaignFacts,
  DAY_MS,
  type InboxFacts,
  LIFECYCLES,
  MINUTE_MS,
  NOT_SENDING_REASONS,
  type Observation,
  SENDING_CODES,
  type SendingSnapshot,
  type SmtpMessage,
} from '#model';
import {
  campaign,
  earlier,
  fleet,
  hours,
  id,
  inbox,
  leadFacts,
  NOON,
  observe,
  smtp,
  snapshot,
  subsequence,
} from './diagnosis-fixtures.ts';

const INBOXES = 6;
const TAGS = ['44444444-4444-4444-8444-444444444444', '55555555-5555-4555-8555-555555555555'];

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const odd = (most: number): fc.Arbitrary<number | undefined> =>
  maybe(
    fc.oneof(
      { weight: 9, arbitrary: fc.nat(most) },
      { weight: 1, arbitrary: fc.constantFrom(-1, -999, 1e9) },
    ),
  );
const unseen = fc.constantFrom('7', '', 'quantum_pause', '\u202e').map((raw) => ({ unseen: raw }));
const flag = maybe(fc.boolean());
/** Minutes around noon: mostly near, sometimes days or nonsense away. */
const when = maybe(
  fc
    .oneof(
      fc.integer({ min: -60, max: 5 }),
      fc.integer({ min: -5_000, max: 5_000 }),
      fc.constant(1e9),
    )
    .map((minutes) => NOON + minutes * MINUTE_MS),
);

const schedule = maybe(
  fc.record({
    startDate: fc.constantFrom(null, '2026-05-01', '2026-06-01'),
    endDate: fc.constantFrom(null, '2026-05-15', '2026-05-02'),
    entries: fc.array(
      fc.record({
        fromMinute: maybe(fc.nat(1_439)),
        toMinute: maybe(fc.nat(1_440)),
        days: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        timeZone: fc.constantFrom(
          'Europe/Belgrade',
          'America/Detroit',
          'Asia/Kolkata',
          'Mars/Olympus',
          undefined,
        ),
      }),
      { maxLength: 2 },
    ),
  }),
).map((drawn) =>
  drawn
    ? { ...drawn, entries: drawn.entries.map((entry) => ({ name: undefined, ...entry })) }
    : drawn,
);

const facts: fc.Arbitrary<Partial<CampaignFacts>> = fc.record(
  {
    lifecycle: fc.oneof(
      { weight: 6, arbitrary: fc.constant('active' as const) },
      { weight: 3, arbitrary: fc.constantFrom(...LIFECYCLES) },
      { weight: 1, arbitrary: maybe(unseen) },
    ),
    notSendingReason: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 2, arbitrary: fc.constantFrom(...NOT_SENDING_REASONS) },
      { weight: 1, arbitrary: maybe(unseen) },
    ),
    schedule: fc.oneof(
      { weight: 3, arbitrary: fc.constant(hours()) },
      { weight: 2, arbitrary: schedule },
    ),
    inboxes: fc.subarray(Array.from({ length: INBOXES }, (_, n) => inbox(n).address)),
    tagIds: fc.subarray(TAGS),
    limitPerDay: fc.oneof(odd(300), fc.constant(null)),
    newLeadsPerDay: fc.oneof(odd(100), fc.constant(null)),
    gapMinutes: fc.oneof(odd(40), fc.constant(null)),
    randomGapMinutes: fc.oneof(odd(20), fc.constant(null)),
    isEvergreen: flag,
    updatedAt: when,
    createdAt: when,
  },
  { requiredKeys: ['lifecycle'] },
);

const code = fc.oneof(
  { weight: 4, arbitrary: fc.constant('healthy' as const) },
  { weight: 6, arbitrary: fc.constantFrom(...SENDING_CODES) },
  { weight: 1, arbitrary: unseen },
  { weight: 1, arbitrary: fc.constant(null) },
);

const parts: fc.Arbitrary<Partial<SendingSnapshot>> = fc.record(
  {
    code,
    summaryCode: fc.oneof(fc.constant(null), code),
    loopCode: fc.oneof(fc.constant(null), code),
    takenAt: when,
    issueSince: when,
    loopsWithIssue: odd(20),
    lastHealthySendAt: when,
    inboxCounts: maybe(
      fc.record({
        total: odd(8),
        available: odd(8),
        atDailyLimit: odd(8),
        atSlowRampLimit: odd(3),
        disconnected: odd(8),
        inGap: odd(8),
      }),
    ),
    campaignLimit: maybe(
      fc.record({ limit: fc.oneof(odd(300), fc.constant(null)), sent: odd(300), isHit: flag }),
    ),
    newLeadLimit: maybe(
      fc.record({
        isEnabled: flag,
        limit: fc.oneof(odd(100), fc.constant(null)),
        contacted: odd(100),
        isHit: flag,
      }),
    ),
    isInSchedule: flag,
    oneByOne: maybe(fc.record({ isEnabled: flag, isSingleInboxPerGap: flag })),
    followUps: maybe(
      fc.record({ count: odd(50), earliestWaitSeconds: fc.oneof(odd(90_000), fc.constant(null)) }),
    ),
    domainLimiter: maybe(fc.record({ isActive: flag, domainsAtLimit: odd(9) })),
    leads: maybe(
      fc.record({ isNoneReady: flag, inboxUnavailableSkips: odd(30), delaySkips: odd(30) }),
    ),
    message: maybe(fc.constantFrom('', 'a sentence', '{hole}')),
  },
  { requiredKeys: ['code'] },
);

const reading = fc.oneof(
  { weight: 10, arbitrary: parts },
  {
    weight: 1,
    arbitrary: fc.constantFrom('empty' as const, 'not_asked' as const, { problem: 'HTTP 500' }),
  },
);

const observation = (n: number): fc.Arbitrary<Observation> =>
  fc.tuple(facts, reading).map(([over, read]) => {
    const whole = campaign(n, over);
    if (typeof read === 'string' || 'problem' in read) return observe(whole, read);
    return observe(whole, snapshot('healthy', read));
  });

const message: fc.Arbitrary<SmtpMessage | undefined> = fc.constantFrom(
  undefined,
  smtp('450 4.1.2 Domain not found'),
  smtp('450 4.7.1 too many'),
  smtp('550-5.4.5 Daily user sending limit exceeded'),
  smtp('535 5.7.8 no'),
  smtp('550 5.7.1 spam'),
  smtp(''),
);

const box = (n: number): fc.Arbitrary<InboxFacts> =>
  fc
    .record(
      {
        status: fc.oneof(
          { weight: 4, arbitrary: fc.constant('active' as const) },
          {
            weight: 3,
            arbitrary: fc.constantFrom(
              'paused',
              'maintenance',
              'connection_error',
              'soft_bounce_error',
              'sending_error',
            ),
          },
          { weight: 1, arbitrary: maybe(unseen) },
        ),
        smtpMessage: message,
        warmupStatus: fc.oneof(
          fc.constantFrom('active', 'banned', 'permanently_suspended'),
          maybe(unseen),
        ),
        provider: fc.constantFrom('google', 'microsoft', undefined),
        isSetupPending: flag,
        limitPerDay: fc.oneof(odd(60), fc.constant(null)),
        gapMinutes: odd(30),
        isSlowRamp: fc.oneof(flag, fc.constant(null)),
        tagIds: fc.subarray(TAGS),
      },
      { requiredKeys: ['status'] },
    )
    .map((over) => inbox(n, over as Partial<InboxFacts>));

/** Small fleets in every state there is, possible and impossible. */
export const anyFleet: fc.Arbitrary<FleetInput> = fc
  .tuple(
    fc
      .integer({ min: 1, max: 3 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, n) => observation(n)))),
    fc.option(fc.tuple(...Array.from({ length: INBOXES }, (_, n) => box(n))), { nil: undefined }),
    fc.array(fc.tuple(fc.nat(INBOXES - 1), odd(60)), { maxLength: INBOXES }),
    fc.array(
      fc.record({ leads: odd(500), contacted: odd(500), sent: odd(5_000), bounced: odd(300) }),
      { maxLength: 3 },
    ),
    fc.array(fc.array(fc.tuple(fc.nat(600), odd(300)), { maxLength: 5 }), { maxLength: 3 }),
    fc.array(fc.constantFrom('healthy', 'blocked', 'unknown', 'inactive', 'waiting'), {
      maxLength: 3,
    }),
    fc.array(maybe(parts), { maxLength: 2 }),
  )
  .map(([observations, boxes, days, leads, series, healths, subs]) =>
    fleet(observations, {
      ...(boxes && { inboxes: boxes }),
      isInboxReadingAllowed: boxes !== undefined,
      inboxDays: days.map(([n, sent]) => ({
        address: inbox(n).address,
        date: '2026-05-14',
        sent,
        bounced: 0,
      })),
      leads: new Map(leads.map((over, n) => [id(n), leadFacts(n, over)])),
      sentSeries: new Map(
        series.map((samples, n) => [
          id(n),
          samples.map(([minutes, sent = 0]) => ({ at: NOON - minutes * MINUTE_MS, sent })),
        ]),
      ),
      previous: new Map(
        healths.map((health, n) => [id(n), earlier(n, { health, since: NOON - DAY_MS })]),
      ),
      subsequences: new Map([
        [id(0), subs.map((over, n) => subsequence(n, over ? snapshot('healthy', over) : 'empty'))],
      ]),
    }),
  );
