import type { CauseCode, Severity } from './cause.ts';

/** Where a problem goes: at once, in the next digest, or only into badge and popup. */
export const CHANNELS = ['notify', 'digest', 'never'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How one kind of problem is told. */
export interface CauseRule {
  readonly channel: Channel;
  /** How long it has to last before anybody is told, in minutes, 0 to 1,440. */
  readonly forMinutes: number;
  /** After how many hours without an acknowledgement it is told again, 1 to 72; null: never. */
  readonly renotifyHours: number | null;
}

/** Severities that can be told at all; `ok` is none. */
export const ALERT_SEVERITIES = [
  'red',
  'amber',
  'blue',
  'grey',
] as const satisfies readonly Severity[];
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** Hours in which nothing is told at once. What would have been is in the digest after them. */
export interface QuietHours {
  /** Minutes after local midnight, 0 to 1,439. `from` after `to` goes over midnight; equal is the whole day. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** IANA name. */
  readonly timeZone: string;
  /** Told in spite of them. */
  readonly except: readonly AlertSeverity[];
}

/** What the user wants to be told, and when. */
export interface AlertRules {
  readonly bySeverity: Readonly<Record<AlertSeverity, CauseRule>>;
  /** What differs from the rule of the severity. */
  readonly byCause: Readonly<Partial<Record<CauseCode, Partial<CauseRule>>>>;
  readonly quietHours: QuietHours | null;
  /** The morning digest: minutes after midnight in `timeZone`; null: none. */
  readonly digest: { readonly atMinute: number; readonly timeZone: string } | null;
}
