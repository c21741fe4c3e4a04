import * as z from 'zod/mini';
import { always, number, type Oddities, textAs } from './wire.ts';

/** Work that Instantly does in the background (INSTANTLY.md 2.8, 3.7). */
export interface BackgroundJob {
  readonly id: string;
  /** Whatever is neither done nor failed still runs, also what this version does not know. */
  readonly state: 'running' | 'done' | 'failed';
  /** 0 to 100. */
  readonly progressPercent: number;
}

const JOB_ID = /^[\w-]{1,64}$/;

/** The id of a job from untrusted text; undefined unless it is plain. */
export const parseJobId = (text: string): string | undefined =>
  JOB_ID.test(text) ? text : undefined;

const Job = z.lazy(() =>
  z.object({
    id: textAs(parseJobId),
    status: always(z.string()),
    progress: always(number),
  }),
);

const STATES: Readonly<Record<string, BackgroundJob['state']>> = {
  success: 'done',
  failed: 'failed',
  cancelled: 'failed',
};

/** A background job in our words. Undefined without a valid id. */
export const readJob = (raw: unknown, odd: Oddities): BackgroundJob | undefined => {
  const row = Job.safeParse(raw).data;
  if (row === undefined) return undefined;
  const status = odd.take(row.status) ?? '';
  return {
    id: row.id,
    state: (Object.hasOwn(STATES, status) && STATES[status]) || 'running',
    progressPercent: Math.min(100, Math.max(0, odd.take(row.progress) ?? 0)),
  };
};
