import type { InstantMs } from '#model';
import type { AlertBook, FlapRecord, Level, TrackedAlert } from './book.ts';
import { FLAP_STARTS_AT, FLAP_STOPS_AT, FLAP_WINDOW_MS } from './pace.ts';

/** The key of a campaign in the book; of the workspace itself the empty text. */
export const subjectOf = ({ campaignId }: { readonly campaignId: string | null }): string =>
  campaignId ?? '';

/** The worst that stands of each campaign now; what is only waited for counts if asked for. */
export const worstLevels = (
  alerts: readonly TrackedAlert[],
  isCounted: (alert: TrackedAlert) => boolean,
): ReadonlyMap<string, Level> => {
  const worst = new Map<string, Level>();
  for (const alert of alerts) {
    if (!isCounted(alert)) continue;
    const subject = subjectOf(alert);
    const known = worst.get(subject);
    if (known === undefined || known < alert.level) worst.set(subject, alert.level);
  }
  return worst;
};

const isSeen = ({ state }: TrackedAlert): boolean => state !== 'clearing';

const nextRecord = (
  record: FlapRecord | undefined,
  hasChanged: boolean,
  now: InstantMs,
): FlapRecord | null => {
  const recent = (record?.changes ?? []).filter((at) => now - at < FLAP_WINDOW_MS && at <= now);
  const changes = hasChanged ? [...recent, now] : recent;
  const isFlapping = record?.isFlapping
    ? changes.length > FLAP_STOPS_AT
    : changes.length >= FLAP_STARTS_AT;
  return changes.length === 0 ? null : { changes, isFlapping };
};

const isSameRecord = (a: FlapRecord | undefined, b: FlapRecord | null): boolean =>
  a?.changes.length === b?.changes.length &&
  a?.changes.at(-1) === b?.changes.at(-1) &&
  a?.isFlapping === b?.isFlapping;

/** How often each campaign fell ill and recovered within the last two hours, one check further. */
export const flapsAfter = (
  { flaps, alerts: before }: AlertBook,
  after: readonly TrackedAlert[],
  now: InstantMs,
): AlertBook['flaps'] => {
  const was = worstLevels(before, isSeen);
  const is = worstLevels(after, isSeen);
  const subjects = new Set([...Object.keys(flaps), ...was.keys(), ...is.keys()]);
  const next: Record<string, FlapRecord> = {};
  let isChanged = false;
  for (const subject of subjects) {
    const known = flaps[subject];
    const record = nextRecord(known, was.get(subject) !== is.get(subject), now);
    isChanged ||= !isSameRecord(known, record);
    if (record) next[subject] = record;
  }
  return isChanged ? next : flaps;
};
