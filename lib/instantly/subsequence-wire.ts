import * as z from 'zod/mini';
import type { CampaignId, CampaignSchedule, Lifecycle, SubsequenceId, Unseen } from '#model';
import { parseCampaignId, parseSubsequenceId } from '#model';
import { lifecycle } from './enums.ts';
import { readSchedule, scheduleBody } from './schedule-wire.ts';
import { always, clippedText, maybeNull, number, type Oddities, textAs } from './wire.ts';

/** A follow-up sequence that leads of a campaign enter on a condition. */
export interface SubsequenceFacts {
  readonly id: SubsequenceId;
  readonly campaignId: CampaignId | undefined;
  /** Untrusted text; empty when Instantly gave none. */
  readonly name: string;
  readonly lifecycle: Lifecycle | Unseen | undefined;
  readonly schedule: CampaignSchedule | undefined;
  /** Mails a day; counts only with `limitMode` custom. */
  readonly limitPerDay: number | null | undefined;
  /** `inherit`, `custom`, `unlimited` or something newer. */
  readonly limitMode: string | undefined;
}

const Subsequence = z.lazy(() =>
  z.object({
    id: textAs(parseSubsequenceId),
    parent_campaign: always(textAs(parseCampaignId)),
    name: always(clippedText(300)),
    status: always(lifecycle),
    subsequence_schedule: always(scheduleBody),
    daily_limit: maybeNull(number),
    daily_limit_mode: maybeNull(clippedText(50)),
  }),
);

/** One row of `subsequences` in our words (INSTANTLY.md 2.5). Undefined without a valid id. */
export const readSubsequence = (raw: unknown, odd: Oddities): SubsequenceFacts | undefined => {
  const row = Subsequence.safeParse(raw).data;
  return (
    row && {
      id: row.id,
      campaignId: odd.take(row.parent_campaign),
      name: odd.take(row.name) ?? '',
      lifecycle: odd.take(row.status),
      schedule: readSchedule(odd.take(row.subsequence_schedule), odd),
      limitPerDay: odd.take(row.daily_limit),
      limitMode: odd.take(row.daily_limit_mode) ?? undefined,
    }
  );
};
