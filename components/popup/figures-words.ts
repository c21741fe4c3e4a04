import type { Counters } from '#model';
import type { EvidenceWords } from './evidence-words.ts';

/** One limit of the day: what was used of it. */
export interface LimitFigure {
  readonly label: string;
  readonly text: string;
  /** 0 to 1. */
  readonly filled: number;
}

/** The limits of the day that are known and that there are; a limit of −1 lets nothing through. */
export const limitsOf = (
  { sentToday, limitPerDay, newLeadsToday, newLeadsPerDay }: Counters,
  words: EvidenceWords,
): readonly LimitFigure[] => {
  const limit = (
    label: string,
    used: number | undefined,
    most: number | null | undefined,
  ): readonly LimitFigure[] => {
    if (used === undefined || !most) return [];
    const [sent, shown] = [words.number(used), words.number(Math.max(0, most))];
    const filled = most <= 0 ? 1 : Math.min(1, used / most);
    return [{ label, text: words.t('popup.sentOf', { sent, limit: shown }), filled }];
  };
  return [
    ...limit(words.t('popup.limit.campaign'), sentToday, limitPerDay),
    ...limit(words.t('popup.limit.newLeads'), newLeadsToday, newLeadsPerDay),
  ];
};
