import * as z from 'zod/mini';
import { type InboxAddress, type InboxWarmup, parseInboxAddress, type WarmupCount } from '#model';
import type { Answer } from './answer.ts';
import { InstantlyError } from './error.ts';
import { parseDate } from './moment.ts';
import { maybeNull, number, Oddities } from './wire.ts';

const Counts = z.lazy(() =>
  z.object({
    sent: maybeNull(number),
    received: maybeNull(number),
    landed_inbox: maybeNull(number),
    landed_spam: maybeNull(number),
    health_score: maybeNull(number),
  }),
);

const table = z.record(z.string(), z.unknown());
const Body = z.lazy(() =>
  z.object({ email_date_data: maybeNull(table), aggregate_data: maybeNull(table) }),
);

// Days that INSTANTLY.md knows of are a month's; a longer list says nothing that is shown.
const MOST_DAYS = 92;

const readCounts = (
  raw: unknown,
  odd: Oddities,
): (WarmupCount & { readonly score: number | null }) | undefined => {
  const row = Counts.safeParse(raw).data;
  return (
    row && {
      sent: odd.take(row.sent) ?? null,
      received: odd.take(row.received) ?? null,
      landedInbox: odd.take(row.landed_inbox) ?? null,
      landedSpam: odd.take(row.landed_spam) ?? null,
      score: odd.take(row.health_score) ?? null,
    }
  );
};

const readDays = (raw: unknown, odd: Oddities): InboxWarmup['days'] => {
  const days = Object.entries(table.safeParse(raw).data ?? {}).flatMap(([name, counts]) => {
    const date = parseDate(name);
    const read = date === undefined ? undefined : readCounts(counts, odd);
    if (date === undefined || read === undefined) {
      odd.add();
      return [];
    }
    const { score: _, ...rest } = read;
    return [{ date, ...rest }];
  });
  return days.sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-MOST_DAYS);
};

/** `accounts/warmup-analytics` in our words (INSTANTLY.md 2.7). Throws `bad_body` for what is none. */
export const readWarmups = (body: unknown): Answer<readonly InboxWarmup[]> => {
  const parsed = Body.safeParse(body).data;
  if (parsed === undefined) throw new InstantlyError('bad_body');
  const odd = new Oddities();
  const byDate = odd.take(parsed.email_date_data) ?? {};
  const inAll = odd.take(parsed.aggregate_data) ?? {};
  const value = Object.entries(inAll).flatMap(([name, raw]) => {
    const address: InboxAddress | undefined = parseInboxAddress(name);
    const counts = address && readCounts(raw, odd);
    if (address === undefined || counts === undefined) {
      odd.add();
      return [];
    }
    const days = Object.hasOwn(byDate, name) ? readDays(byDate[name], odd) : [];
    return [{ address, ...counts, days }];
  });
  return { value, oddities: odd.count };
};
