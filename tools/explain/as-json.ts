import type { Capacity, Cause, Incident, InstantMs } from '#model';
import type { Judged } from './judge-cases.ts';

const instant = (at: InstantMs | null): string | null =>
  at === null || !Number.isFinite(at) ? null : new Date(at).toISOString();

/** Evidence with its instants, which end in `At`, as ISO strings. */
const readable = (params: Cause['params']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name.endsWith('At') && typeof value === 'number' ? instant(value) : value,
    ]),
  );

const capacityJson = ({ today, remaining, withoutBottleneck, limitHitAt, ...rest }: Capacity) => ({
  today: today.mean,
  todayRange: today,
  remaining: remaining.mean,
  remainingRange: remaining,
  withoutBottleneck: withoutBottleneck?.mean ?? null,
  withoutBottleneckRange: withoutBottleneck,
  limitHitAt: instant(limitHitAt),
  ...rest,
});

const incidentJson = ({ since, clearsAt, params, ...rest }: Incident) => ({
  ...rest,
  params: readable(params),
  since: instant(since),
  clearsAt: instant(clearsAt),
});

/** One verdict as JSON: instants as ISO strings, capacity as the mean with its range beside it. */
export const asJson = ({ verdict, incidents }: Judged): object => ({
  id: verdict.campaignId,
  name: verdict.name,
  health: verdict.health,
  code: verdict.code,
  causes: verdict.causes.map(({ clearsAt, params, ...rest }) => ({
    ...rest,
    clearsAt: instant(clearsAt),
    params: readable(params),
  })),
  since: instant(verdict.since),
  nextSendAt: instant(verdict.nextSendAt),
  clearsAt: instant(verdict.clearsAt),
  capacity: verdict.capacity && capacityJson(verdict.capacity),
  ...(verdict.lastKnown && {
    lastKnown: { ...verdict.lastKnown, at: instant(verdict.lastKnown.at) },
  }),
  incidents: incidents.map(incidentJson),
});
