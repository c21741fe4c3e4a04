import type { CauseCode, Notice } from '#model';
import type { TellContext, Telling } from './announce.ts';
import type { AlertBook, Level, Trouble } from './book.ts';
import { subjectOf, worstLevels } from './flapping.ts';
import { isHushed, isTooSoon } from './hold.ts';
import { noticeOf } from './notice-of.ts';
import { KEEP_FIRING_MS, RECOVERY_WAIT_MS } from './pace.ts';
import { silenceOf } from './silences.ts';
import { recordOf } from './track.ts';

/** What stands at this level or above keeps a trouble from being over. */
const leastOf = ({ level }: Trouble): Level => (level > 2 ? 2 : level);

/** A trouble one check further. */
const mended = (
  trouble: Trouble,
  worst: Level | undefined,
  { now }: TellContext,
  isFlapping: boolean,
): Trouble => {
  if (worst !== undefined && worst >= trouble.level) {
    return trouble.mendedAt === null && !trouble.isForDigest
      ? trouble
      : { ...trouble, mendedAt: null, isForDigest: false };
  }
  if (trouble.mendedAt === null) return { ...trouble, mendedAt: now };
  const isLesser = worst !== undefined && worst >= leastOf(trouble);
  // Still ill, only less so: no recovery, but worse again would be news.
  if (isLesser && !isFlapping && now - trouble.mendedAt >= KEEP_FIRING_MS) {
    return { ...trouble, level: worst, mendedAt: null };
  }
  return trouble;
};

const isOver = (trouble: Trouble, worst: Level | undefined, { now }: TellContext): boolean => {
  if (trouble.mendedAt === null) return false;
  if (worst === undefined) return true;
  return worst < leastOf(trouble) && now - trouble.mendedAt >= KEEP_FIRING_MS;
};

/** Whether its end is no recovery: the campaign is gone, was switched off, or nobody wants to hear of it. */
const isEndedSilently = (trouble: Trouble, context: TellContext): boolean => {
  const { campaignId, code } = trouble;
  const { workspaceId, silences, tagsByCampaign, now, verdicts } = context;
  const silence = silenceOf({ workspaceId, campaignId, code }, silences, tagsByCampaign, now);
  if (silence && silence.kind !== 'acknowledged') return true;
  if (campaignId === null) return false;
  const verdict = verdicts.get(campaignId);
  return (
    verdict === undefined ||
    verdict.health === 'inactive' ||
    verdict.causes.some((cause) => cause.code === 'unexpected_pause')
  );
};

/** Follows every trouble that was told to its end, and tells of the ends that are due. */
export const recover = (
  telling: Telling,
  flaps: AlertBook['flaps'],
  context: TellContext,
): Telling => {
  const { rules, workspaceId, verdicts, now, isInhibited, isBaseline } = context;
  const worstBySubject = worstLevels(telling.alerts, () => true);
  const flapping = (trouble: Trouble): boolean => flaps[subjectOf(trouble)]?.isFlapping ?? false;
  const over: Trouble[] = [];
  const troubles = telling.troubles.flatMap((known): Trouble[] => {
    const worst = worstBySubject.get(subjectOf(known));
    if (isInhibited && known.campaignId !== null) return [known];
    const trouble = mended(known, worst, context, flapping(known));
    if (!isOver(trouble, worst, context)) return [trouble];
    if (isEndedSilently(trouble, context)) return [];
    if (flapping(trouble) || isBaseline || trouble.isForDigest) return [trouble];
    if (isHushed(rules, trouble.severity, now)) return [{ ...trouble, isForDigest: true }];
    if (isTooSoon(subjectOf(trouble), { namedAt: telling.namedAt, now })) return [trouble];
    over.push(trouble);
    return [trouble];
  });
  const ended = new Set<Trouble>();
  const notices: Notice[] = [];
  for (const [code, group] of Map.groupBy(over, (trouble): CauseCode => trouble.code)) {
    const isAlone = !troubles.some((one) => one.code === code && one.mendedAt === null);
    const hasWaited = group.some(
      ({ mendedAt }) => mendedAt !== null && now - mendedAt >= RECOVERY_WAIT_MS,
    );
    if (!isAlone && !hasWaited) continue;
    for (const trouble of group) ended.add(trouble);
    notices.push(
      noticeOf({
        kind: 'recovery',
        workspaceId,
        code,
        troubles: group,
        verdicts,
        isRepeated: false,
        now,
      }),
    );
  }
  const isSame =
    troubles.length === telling.troubles.length &&
    ended.size === 0 &&
    troubles.every((trouble, at) => trouble === telling.troubles[at]);
  if (isSame) return telling;
  const named = [...ended].map((trouble) => [subjectOf(trouble), now] as const);
  return {
    ...telling,
    troubles: troubles.filter((trouble) => !ended.has(trouble)),
    namedAt:
      named.length > 0 ? { ...telling.namedAt, ...Object.fromEntries(named) } : telling.namedAt,
    log: [
      ...telling.log,
      ...[...ended].map((trouble) => recordOf({ ...trouble, workspaceId }, 'recovered', now)),
    ],
    notices: [...telling.notices, ...notices],
  };
};
