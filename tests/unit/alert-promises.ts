import fc from 'fast-check';
import { expect } from 'vitest';
import * as incidents from '#incidents';
import { type AlertLogRecord, type CampaignId, HOUR_MS, MINUTE_MS } from '#model';
import { campaignId, T0 } from '../../lib/incidents/alerting/fixtures.ts';
import { loadWithout } from '../attacks/permissive.ts';
import { anyHistory } from './alert-arbitrary.ts';
import { type History, type Machine, play, TAGS, type Told } from './alert-histories.ts';
import { onlyOwn, restless, storm, turnsByFor, withSleep } from './alert-special-histories.ts';

/** What must hold of every history, and the machine without the guard that makes it hold. */
export interface Promised {
  readonly name: string;
  readonly property: (machine: Machine) => fc.IProperty<[History]>;
  readonly without: () => Promise<Machine>;
}

const PLACE = '../../lib/incidents/alerting';
const load = (): Promise<Machine> => import('#incidents');

/** The machine with some of its modules replaced. */
const lacking = (guards: Parameters<typeof loadWithout>[0]) => (): Promise<Machine> =>
  loadWithout(
    Object.fromEntries(Object.entries(guards).map(([name, by]) => [`${PLACE}/${name}.ts`, by])),
    load,
  );

type Reason = (alert: unknown, context: object) => unknown;

/** The machine as if one circumstance that keeps it from telling never were. */
const unaware = (of: object) =>
  lacking({
    hold: ({ reasonToHold }: { reasonToHold: Reason }) => ({
      reasonToHold: (alert: unknown, context: object) => reasonToHold(alert, { ...context, ...of }),
    }),
  });

const holds =
  (judge: (told: readonly Told[], history: History) => void, of: fc.Arbitrary<History>) =>
  (machine: Machine): fc.IProperty<[History]> =>
    fc.property(of, (history) => judge(play(machine, history), history));

const spoken = (log: readonly AlertLogRecord[]): readonly AlertLogRecord[] =>
  log.filter(({ kind }) => kind === 'announced' || kind === 'recovered');

const ofCampaign = (told: readonly Told[], id: CampaignId): readonly AlertLogRecord[] =>
  told.flatMap(({ log }) => log).filter(({ campaignId: of }) => of === id);

const IDS = [1, 2, 3].map(campaignId);

const isBroken = ({ moment }: Told): boolean => moment.state.kind !== 'ok';

/** Whether a person does not want to hear of a campaign now. Written apart from the machine, on purpose. */
const isUnwanted = ({ silences, moment }: Told, record: AlertLogRecord): boolean =>
  silences.some(({ scope, until, kind }) => {
    if (until !== null && until <= moment.at) return false;
    // An acknowledgement ends with the recovery itself.
    if (record.kind === 'recovered' && kind === 'acknowledged') return false;
    if (scope.kind === 'workspace') return true;
    if (scope.kind === 'campaign') return scope.campaignId === record.campaignId;
    if (scope.kind === 'cause') return scope.code === record.code;
    return record.campaignId === campaignId(2) && TAGS.size > 0;
  });

const isQuietAt = (at: number, { rules: { quietHours } }: History): boolean => {
  if (quietHours === null) return false;
  const { fromMinute, toMinute, timeZone } = quietHours;
  const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const minute = clock.hour * 60 + clock.minute;
  return fromMinute < toMinute
    ? fromMinute <= minute && minute < toMinute
    : fromMinute <= minute || minute < toMinute;
};

/** From the first check that saw a campaign blocked to the last in a row. */
const blocksOf = (
  { moments }: History,
  id: CampaignId,
): readonly { from: number; to: number }[] => {
  const blocks: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const { at, verdicts } of moments) {
    const isBlocked = verdicts.some(
      ({ campaignId: of, health }) => of === id && health === 'blocked',
    );
    const last = blocks.at(-1);
    if (isBlocked && isOpen && last) last.to = at;
    else if (isBlocked) blocks.push({ from: at, to: at });
    isOpen = isBlocked;
  }
  return blocks;
};

/** What is promised of every history. */
export const PROMISES: readonly Promised[] = [
  {
    name: 'nothing of a campaign is told while its workspace is offline, refused or down',
    property: holds((told) => {
      for (const one of told.filter(isBroken)) {
        expect(spoken(one.log).filter((record) => record.campaignId !== null)).toEqual([]);
      }
    }, anyHistory),
    without: lacking({ 'workspace-trouble': () => ({ inhibitorOf: () => null }) }),
  },
  {
    name: 'nothing that is acknowledged, snoozed or muted is told',
    property: holds((told) => {
      for (const one of told) {
        expect(spoken(one.log).filter((record) => isUnwanted(one, record))).toEqual([]);
      }
    }, anyHistory),
    without: lacking({ silences: () => ({ silenceOf: () => undefined }) }),
  },
  {
    name: 'nothing is told in quiet hours but what is excepted',
    property: holds((told, history) => {
      for (const { moment, notices } of told) {
        if (!isQuietAt(moment.at, history)) continue;
        const { except = [] } = history.rules.quietHours ?? {};
        for (const { severity } of notices) expect(except).toContain(severity);
      }
    }, anyHistory),
    without: lacking({ 'quiet-hours': () => ({ isQuiet: () => false }) }),
  },
  {
    name: 'nothing is told twice: between two messages of a campaign lies an end, or it got worse',
    property: holds((told) => {
      for (const id of IDS) {
        let isOpen = false;
        for (const { kind } of ofCampaign(told, id)) {
          if (kind === 'announced') {
            expect(isOpen).toBe(false);
            isOpen = true;
          }
          if (kind === 'recovered' || kind === 'resolved') isOpen = false;
        }
      }
    }, turnsByFor),
    without: lacking({
      recover: () => ({ recover: (telling: object) => ({ ...telling, troubles: [] }) }),
      track: ({ track }: { track: (...given: unknown[]) => { alerts: object[] } }) => ({
        track: (...given: unknown[]) => {
          const tracked = track(...given);
          return { ...tracked, alerts: tracked.alerts.map((a) => ({ ...a, announcedAt: null })) };
        },
      }),
    }),
  },
  {
    name: 'no recovery is told of what was not',
    property: holds((told) => {
      for (const id of [...IDS, null]) {
        let isTold = false;
        for (const { kind } of told
          .flatMap(({ log }) => log)
          .filter((record) => record.campaignId === id)) {
          if (kind === 'recovered') expect(isTold).toBe(true);
          if (kind === 'announced') isTold = true;
          if (kind === 'recovered') isTold = false;
        }
      }
      for (const { notices, log } of told) {
        if (notices.some(({ kind }) => kind === 'recovery')) {
          expect(log.some(({ kind }) => kind === 'recovered')).toBe(true);
        }
      }
    }, anyHistory),
    without: lacking({
      announce: ({
        announce,
      }: {
        announce: (...given: unknown[]) => { alerts: { state: string }[]; troubles: object[] };
      }) => ({
        announce: (...given: unknown[]) => {
          const telling = announce(...given);
          const silent = telling.alerts
            .filter(({ state }) => state === 'firing')
            .map((alert) => ({ ...alert, at: T0, toldAt: T0, mendedAt: null, isForDigest: false }));
          return { ...telling, troubles: telling.troubles.length > 0 ? telling.troubles : silent };
        },
      }),
    }),
  },
  {
    name: 'every block that lasts longer than its rule asks is told exactly once, a shorter one never',
    property: holds((told, history) => {
      const { forMinutes } = history.rules.bySeverity.red;
      for (const id of IDS) {
        const times = ofCampaign(told, id).filter(({ kind }) => kind === 'announced');
        for (const { from, to } of blocksOf(history, id)) {
          const within = times.filter(({ at }) => from <= at && at <= to).length;
          const lastedMinutes = (to - from) / MINUTE_MS;
          // Those of one cause are told together, ten minutes apart: what is over by then may go untold.
          if (lastedMinutes >= forMinutes + 10) expect(within).toBe(1);
          else expect(within).toBeLessThanOrEqual(lastedMinutes >= forMinutes ? 1 : 0);
        }
      }
    }, turnsByFor),
    without: lacking({
      'rule-for': () => ({
        ruleFor: () => ({ channel: 'notify', forMinutes: 5, renotifyHours: null }),
      }),
    }),
  },
  {
    name: 'a campaign is news at most once in half an hour',
    property: holds((told) => {
      for (const id of IDS) {
        const times = spoken(ofCampaign(told, id)).map(({ at }) => at);
        for (const [place, at] of times.entries()) {
          const before = times[place - 1];
          if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(30 * MINUTE_MS);
        }
      }
    }, onlyOwn),
    without: lacking({ pace: () => ({ CAMPAIGN_PACE_MS: 0 }) }),
  },
  {
    name: 'a campaign that never settles is told of once, not every half hour',
    property: holds((told) => {
      const records = spoken(ofCampaign(told, campaignId(1)));
      const afterTwoHours = records.filter(({ at }) => at >= T0 + 2 * HOUR_MS);
      expect(afterTwoHours.length).toBeLessThanOrEqual(1);
    }, restless),
    without: lacking({ pace: () => ({ FLAP_STARTS_AT: Number.POSITIVE_INFINITY }) }),
  },
  {
    name: 'however many campaigns fail in one check, one message tells of them',
    property: holds((told) => {
      expect(told.flatMap(({ notices }) => notices)).toHaveLength(1);
    }, storm),
    without: async () => ({
      ...incidents,
      joinNotices: ({ outcomes }) => ({
        notices: outcomes.flatMap(({ notices }) => notices),
        cleared: [],
        ended: [],
      }),
    }),
  },
  {
    name: 'after a sleep nothing is told before everything was seen once',
    property: holds((told) => {
      const asleep = told.findIndex(
        ({ moment }, at) => moment.at - (told[at - 1]?.moment.at ?? moment.at) > HOUR_MS,
      );
      const clean = told.findIndex(({ moment }, at) => at > asleep && moment.isSweepClean);
      for (const { log } of told.slice(asleep, clean + 1)) expect(spoken(log)).toEqual([]);
    }, withSleep),
    without: lacking({ pace: () => ({ SLEEP_MS: Number.POSITIVE_INFINITY }) }),
  },
  {
    name: 'nothing of a campaign is told before everything was seen once after connecting',
    property: holds(
      (told) => {
        const clean = told.findIndex(({ moment }) => moment.isSweepClean);
        for (const { log } of told.slice(0, clean < 0 ? undefined : clean + 1)) {
          // That the key is refused is told at once: no round could be clean.
          expect(spoken(log).filter((record) => record.campaignId !== null)).toEqual([]);
        }
      },
      anyHistory.map((history) => ({
        ...history,
        moments: history.moments.map((moment, at) => ({ ...moment, isSweepClean: at >= 4 })),
      })),
    ),
    without: unaware({ isBaseline: false }),
  },
  {
    name: 'nothing is told of what was changed a quarter of an hour ago, but stops by Instantly',
    property: holds(
      (told, { changes }) => {
        for (const { moment, log } of told) {
          for (const { campaignId: id, code, kind } of log) {
            if (kind !== 'announced' || id === null || code === 'campaign_bounce_protect') continue;
            const isGraced = changes.some(
              (change) =>
                (change.campaignId === null || change.campaignId === id) &&
                change.at <= moment.at &&
                moment.at - change.at < 15 * MINUTE_MS,
            );
            expect(isGraced).toBe(false);
          }
        }
      },
      anyHistory.map((history) => ({
        ...history,
        rules: { ...history.rules, digest: null, quietHours: null },
      })),
    ),
    without: unaware({ changes: [] }),
  },
];
