import * as z from 'zod/mini';
import type { DomainVitals, TrackingDomain } from '#model';
import type { Answer } from './answer.ts';
import { InstantlyError } from './error.ts';
import { parseHost } from './host.ts';
import { flag, list, maybe, maybeNull, Oddities, textAs } from './wire.ts';

const RECORDS = ['mx', 'spf', 'dkim', 'dmarc'] as const;

const Vitals = z.lazy(() =>
  z.object({
    domain: textAs(parseHost),
    allPass: maybeNull(flag),
    mx: maybeNull(flag),
    spf: maybeNull(flag),
    dkim: maybeNull(flag),
    dmarc: maybeNull(flag),
    indeterminate: maybeNull(list),
  }),
);

const readDomain = (raw: unknown, odd: Oddities): DomainVitals | undefined => {
  const row = Vitals.safeParse(raw).data;
  if (row === undefined) return undefined;
  const unread = odd.take(row.indeterminate) ?? [];
  const [mx = null, spf = null, dkim = null, dmarc = null] = RECORDS.map((name) => {
    const isPassing = odd.take(row[name]) ?? null;
    return unread.includes(name) ? null : isPassing;
  });
  const records = { mx, spf, dkim, dmarc };
  const each = Object.values(records);
  // Nothing is fine that could not be read, whatever the sum of it says.
  const isPassing = (odd.take(row.allPass) ?? true) && each.every((one) => one === true);
  return { domain: row.domain, isPassing, ...records };
};

const Body = z.lazy(() => z.object({ success_list: maybe(list), failure_list: maybe(list) }));

/** `accounts/test/vitals` in our words (INSTANTLY.md 2.7), each domain once. Throws `bad_body` for what is none. */
export const readVitals = (body: unknown): Answer<readonly DomainVitals[]> => {
  const parsed = Body.safeParse(body).data;
  if (parsed === undefined) throw new InstantlyError('bad_body');
  const odd = new Oddities();
  const rows = [...(odd.take(parsed.failure_list) ?? []), ...(odd.take(parsed.success_list) ?? [])];
  const domains = new Map<string, DomainVitals>();
  for (const row of rows) {
    const vitals = readDomain(row, odd);
    if (vitals === undefined) odd.add();
    // One that is on both lists has failed.
    else if (!domains.has(vitals.domain)) domains.set(vitals.domain, vitals);
  }
  return { value: [...domains.values()], oddities: odd.count };
};

const Tracking = z.lazy(() =>
  z.object({
    host: textAs(parseHost),
    success: maybeNull(flag),
    ssl: maybeNull(flag),
    cname: maybeNull(flag),
  }),
);

/** `accounts/ctd/status` in our words (INSTANTLY.md 2.7). Undefined without a host. */
export const readTrackingDomain = (raw: unknown, odd: Oddities): TrackingDomain | undefined => {
  const row = Tracking.safeParse(raw).data;
  if (row === undefined) return undefined;
  const isSslValid = odd.take(row.ssl) ?? null;
  const isCnameValid = odd.take(row.cname) ?? null;
  const isPassing =
    odd.take(row.success) === true && isSslValid !== false && isCnameValid !== false;
  return { host: row.host, isPassing, isSslValid, isCnameValid };
};
