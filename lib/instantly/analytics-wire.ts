import * as z from 'zod/mini';
import type { CampaignId, InboxDay } from '#model';
import { parseCampaignId, parseInboxAddress } from '#model';
import { parseDate } from './moment.ts';
import { always, maybe, number, type Oddities, textAs } from './wire.ts';

/** Totals of one campaign over the time asked for. Counts of leads unless they say mails. */
export interface CampaignTotals {
  readonly campaignId: CampaignId;
  /** Undefined also when the total was left out to be quicker. */
  readonly leads: number | undefined;
  /** Leads for whom the sequence has started. */
  readonly contacted: number | undefined;
  readonly newLeadsContacted: number | undefined;
  readonly completed: number | undefined;
  readonly bounced: number | undefined;
  readonly unsubscribed: number | undefined;
  readonly mailsSent: number | undefined;
}

/** What one campaign did on one day. Days without activity may be missing; whose midnight counts is undocumented. */
export interface CampaignDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly mailsSent: number | undefined;
  readonly contacted: number | undefined;
  readonly newLeadsContacted: number | undefined;
}

const date = textAs(parseDate);

const Totals = z.lazy(() =>
  z.object({
    campaign_id: textAs(parseCampaignId),
    leads_count: maybe(number),
    contacted_count: always(number),
    new_leads_contacted_count: always(number),
    completed_count: always(number),
    bounced_count: always(number),
    unsubscribed_count: always(number),
    emails_sent_count: always(number),
  }),
);

const Day = z.lazy(() =>
  z.object({
    date,
    sent: always(number),
    contacted: maybe(number),
    new_leads_contacted: maybe(number),
  }),
);

const AccountDay = z.lazy(() =>
  z.object({
    date,
    email_account: textAs(parseInboxAddress),
    sent: always(number),
    bounced: maybe(number),
  }),
);

/** One row of `campaigns/analytics` in our words (INSTANTLY.md 2.6). Undefined without a valid id. */
export const readTotals = (raw: unknown, odd: Oddities): CampaignTotals | undefined => {
  const row = Totals.safeParse(raw).data;
  return (
    row && {
      campaignId: row.campaign_id,
      leads: odd.take(row.leads_count),
      contacted: odd.take(row.contacted_count),
      newLeadsContacted: odd.take(row.new_leads_contacted_count),
      completed: odd.take(row.completed_count),
      bounced: odd.take(row.bounced_count),
      unsubscribed: odd.take(row.unsubscribed_count),
      mailsSent: odd.take(row.emails_sent_count),
    }
  );
};

/** One row of `campaigns/analytics/daily` in our words (INSTANTLY.md 2.6). Undefined without a valid date. */
export const readCampaignDay = (raw: unknown, odd: Oddities): CampaignDay | undefined => {
  const row = Day.safeParse(raw).data;
  return (
    row && {
      date: row.date,
      mailsSent: odd.take(row.sent),
      contacted: odd.take(row.contacted),
      newLeadsContacted: odd.take(row.new_leads_contacted),
    }
  );
};

/** One row of `accounts/analytics/daily` in our words (INSTANTLY.md 2.7). Undefined without a valid date and address. */
export const readInboxDay = (raw: unknown, odd: Oddities): InboxDay | undefined => {
  const row = AccountDay.safeParse(raw).data;
  return (
    row && {
      address: row.email_account,
      date: row.date,
      sent: odd.take(row.sent),
      bounced: odd.take(row.bounced),
    }
  );
};
