import {
  ALERT_SEVERITIES,
  type AlertRules,
  type AlertSeverity,
  type CauseRule,
  CHANNELS,
  type QuietHours,
} from './alert-rules.ts';
import type { CauseCode } from './cause.ts';
import { parseCampaignId, parseWorkspaceId } from './ids.ts';
import { SILENCE_KINDS, type Silence, type SilenceScope } from './silence.ts';

// What people chose comes from pages, files and storage: each is built anew of checked parts, and of nothing else.

const LAST_MINUTE = 1_439;
const LONGEST_FOR_MINUTES = 1_440;
const LONGEST_RENOTIFY_HOURS = 72;
const LONGEST_CODE = 60;
const MOST_CODES = 200;
const LATEST_INSTANT = 8.64e15;

/** Longest note to a silence, in UTF-16 units. */
export const LONGEST_NOTE = 500;
const LONGEST_ID = 100;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;

const wholeWithin = (value: unknown, least: number, most: number): number | undefined =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most
    ? Number(value)
    : undefined;

const instantOf = (value: unknown): number | undefined => wholeWithin(value, 0, LATEST_INSTANT);

const textOf = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value.length <= most ? value.toWellFormed() : undefined;

const orNull = <T>(value: unknown, parse: (value: unknown) => T | undefined) =>
  value === null ? null : parse(value);

type Parsed<T> = { readonly [Field in keyof T]: T[Field] | undefined };

const whole = <T extends object>(parsed: Parsed<T>): T | undefined =>
  Object.values(parsed).includes(undefined) ? undefined : (parsed as T);

const timeZoneOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || value.length > LONGEST_ID) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) && value;
  } catch (error) {
    // The one way to learn that a zone name is unknown here (ECMA-402: RangeError).
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const codeOf = (value: unknown): CauseCode | undefined =>
  typeof value === 'string' && value.length <= LONGEST_CODE && /^[a-z][a-z0-9_]*$/.test(value)
    ? // A later version may have stored codes that this one does not know: they find nothing.
      (value as CauseCode)
    : undefined;

const RULE_PARTS: {
  readonly [Part in keyof CauseRule]: (value: unknown) => CauseRule[Part] | undefined;
} = {
  channel: (value) => CHANNELS.find((channel) => channel === value),
  forMinutes: (value) => wholeWithin(value, 0, LONGEST_FOR_MINUTES),
  renotifyHours: (value) => orNull(value, (one) => wholeWithin(one, 1, LONGEST_RENOTIFY_HOURS)),
};

const parseRule = (value: unknown): CauseRule | undefined => {
  const fields = fieldsOf(value);
  return (
    fields &&
    whole<CauseRule>({
      channel: RULE_PARTS.channel(fields['channel']),
      forMinutes: RULE_PARTS.forMinutes(fields['forMinutes']),
      renotifyHours: RULE_PARTS.renotifyHours(fields['renotifyHours']),
    })
  );
};

const parsePartOfRule = (value: unknown): Partial<CauseRule> | undefined => {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const named = Object.keys(RULE_PARTS).filter((part) => fields[part] !== undefined);
  const parts = named.map(
    (part) => [part, RULE_PARTS[part as keyof CauseRule](fields[part])] as const,
  );
  if (parts.some(([, parsed]) => parsed === undefined)) return undefined;
  return Object.fromEntries(parts);
};

const parseBySeverity = (value: unknown): AlertRules['bySeverity'] | undefined => {
  const fields = fieldsOf(value);
  return (
    fields &&
    whole<AlertRules['bySeverity']>({
      red: parseRule(fields['red']),
      amber: parseRule(fields['amber']),
      blue: parseRule(fields['blue']),
      grey: parseRule(fields['grey']),
    })
  );
};

const parseByCause = (value: unknown): AlertRules['byCause'] | undefined => {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const parsed = Object.entries(fields).map(
    ([code, rule]) => [codeOf(code), parsePartOfRule(rule)] as const,
  );
  const isSound = parsed.every(([code, rule]) => code !== undefined && rule !== undefined);
  return isSound && parsed.length <= MOST_CODES ? Object.fromEntries(parsed) : undefined;
};

const parseExcept = (value: unknown): readonly AlertSeverity[] | undefined =>
  Array.isArray(value) && value.every((one) => ALERT_SEVERITIES.includes(one))
    ? ALERT_SEVERITIES.filter((severity) => value.includes(severity))
    : undefined;

const parseQuietHours = (value: unknown): QuietHours | undefined => {
  const fields = fieldsOf(value);
  return (
    fields &&
    whole<QuietHours>({
      fromMinute: wholeWithin(fields['fromMinute'], 0, LAST_MINUTE),
      toMinute: wholeWithin(fields['toMinute'], 0, LAST_MINUTE),
      timeZone: timeZoneOf(fields['timeZone']),
      except: parseExcept(fields['except']),
    })
  );
};

const parseDigest = (value: unknown): NonNullable<AlertRules['digest']> | undefined => {
  const fields = fieldsOf(value);
  return (
    fields &&
    whole<NonNullable<AlertRules['digest']>>({
      atMinute: wholeWithin(fields['atMinute'], 0, LAST_MINUTE),
      timeZone: timeZoneOf(fields['timeZone']),
    })
  );
};

/** Rules from untrusted data; undefined unless every part is sound. What is no part of rules is left out. */
export const parseAlertRules = (value: unknown): AlertRules | undefined => {
  const fields = fieldsOf(value);
  return (
    fields &&
    whole<AlertRules>({
      bySeverity: parseBySeverity(fields['bySeverity']),
      byCause: parseByCause(fields['byCause']),
      quietHours: orNull(fields['quietHours'], parseQuietHours),
      digest: orNull(fields['digest'], parseDigest),
    })
  );
};

/** What a silence is about, from untrusted data; undefined unless it is sound. */
export const parseSilenceScope = (value: unknown): SilenceScope | undefined => {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const { kind } = fields;
  const workspaceId = parseWorkspaceId(fields['workspaceId']);
  if (kind === 'cause') {
    return whole<SilenceScope & { readonly kind: 'cause' }>({
      kind,
      workspaceId: orNull(fields['workspaceId'], parseWorkspaceId),
      code: codeOf(fields['code']),
    });
  }
  if (workspaceId === undefined) return undefined;
  if (kind === 'workspace') return { kind, workspaceId };
  if (kind === 'campaign') {
    const campaignId = parseCampaignId(fields['campaignId']);
    return campaignId && { kind, workspaceId, campaignId };
  }
  const tagId = textOf(fields['tagId'], LONGEST_ID);
  return kind === 'tag' && tagId !== undefined ? { kind, workspaceId, tagId } : undefined;
};

/** A silence from untrusted data; undefined unless every part is sound. */
export const parseSilence = (value: unknown): Silence | undefined => {
  const fields = fieldsOf(value);
  return (
    fields &&
    whole<Silence>({
      id: textOf(fields['id'], LONGEST_ID),
      kind: SILENCE_KINDS.find((kind) => kind === fields['kind']),
      scope: parseSilenceScope(fields['scope']),
      note: textOf(fields['note'], LONGEST_NOTE),
      at: instantOf(fields['at']),
      until: orNull(fields['until'], instantOf),
    })
  );
};
