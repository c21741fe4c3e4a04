import * as z from 'zod/mini';
import {
  LONGEST_NOTE,
  parseAlertRules,
  parseSilenceScope,
  SILENCE_KINDS,
  type SnoozeChoice,
} from '#model';
import type { AlertMessages } from './alert-messages.ts';

/** What the model can parse, built anew of its checked parts. */
const parsed = <T>(parse: (value: unknown) => T | undefined) =>
  z.pipe(
    z.unknown().check(z.refine((value) => parse(value) !== undefined)),
    z.transform((value) => parse(value) as T),
  );

const LATEST_INSTANT = 8.64e15;

const until = (): z.ZodMiniType<SnoozeChoice> =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['hour', 'next_window', 'clears']) }),
    z.strictObject({
      kind: z.literal('date'),
      at: z.int().check(z.minimum(0), z.maximum(LATEST_INSTANT)),
    }),
  ]);

/** Payloads of the messages about what a person is told. */
export const ALERT_SCHEMAS = {
  'alerts.setRules': () => z.strictObject({ rules: parsed(parseAlertRules) }),
  'alerts.setNotifying': () => z.strictObject({ isOn: z.boolean() }),
  'alerts.tryNotification': () => z.strictObject({}),
  'alerts.silence': () =>
    z
      .strictObject({
        kind: z.enum(SILENCE_KINDS),
        scope: parsed(parseSilenceScope),
        until: z.nullable(until()),
        note: z.string().check(z.trim(), z.maxLength(LONGEST_NOTE)),
      })
      .check(
        // What is snoozed or expected ends; when, only the person can say.
        z.refine(
          ({ kind, until }) => until !== null || kind === 'acknowledged' || kind === 'muted',
        ),
      ),
  'alerts.unsilence': () => z.strictObject({ id: z.string().check(z.maxLength(100)) }),
} as const satisfies Record<keyof AlertMessages, () => z.ZodMiniType>;
