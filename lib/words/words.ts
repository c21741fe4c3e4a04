import type { Cause, Health, InstantMs } from '#model';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#model';
import { isTime } from './is-time.ts';
import {
  type Catalogue,
  fill,
  isComplete,
  type Message,
  type Params,
  type ParamsOf,
  type ParamValue,
} from './message.ts';
import { isolate, runsRightToLeft, tidy } from './text.ts';
import { dayIn, isZone } from './zones.ts';

/** Who reads: language and clock. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
  /**
   * How an hour is written: `system` as the language does, 24 hours where nothing is said. It is read at each use,
   * so that it may change while a page is open.
   */
  readonly timeFormat?: 'system' | 'h23' | 'h12';
}

/** What of a cause is put into words. */
export type WordedCause = Pick<Cause, 'code' | 'params' | 'clearsAt' | 'loss'>;

/** What is said of one cause. A part for which the catalogue has no text, or the evidence no figures, is empty. */
export interface CauseWords {
  readonly headline: string;
  readonly explanation: string;
  readonly advice: string;
  /** Address of the help article that explains it. */
  readonly help: string;
}

type Args<M extends Message> = [ParamsOf<M>] extends [never]
  ? [params?: Params]
  : [params: { readonly [Name in ParamsOf<M>]: ParamValue } & Params];

/** Turns codes and figures into sentences of one language. Made once for a surface; holds no state but formatters. */
export interface Words<C extends Catalogue = Catalogue> {
  readonly locale: string;
  /** The message under a key. Typed catalogues check the parameters. */
  t<K extends keyof C & string>(key: K, ...args: Args<C[K]>): string;
  number(value: number): string;
  percent(share: number): string;
  /** "2 h 14 m", "2 h", "40 s", "3 d 4 h": never negative. Like the next three "unknown time" for what no calendar holds. */
  duration(ms: number): string;
  /** "40 s ago", or "just now" below five seconds. */
  ago(instant: InstantMs, now: InstantMs): string;
  /** "in 3 h 12 m", or "now". */
  until(instant: InstantMs, now: InstantMs): string;
  /** "13:48" or "1:48 PM", with the day when it is not today, and with the zone's everyday name when one is given. */
  clock(instant: InstantMs, now: InstantMs, timeZone?: string): string;
  /** The everyday name of a zone: "Eastern", "UK". */
  zone(timeZone: string): string;
  healthWord(health: Health): string;
  /** Headline, explanation and advice of a cause, from the parts of the catalogue that are loaded. */
  cause(cause: WordedCause, now: InstantMs): CauseWords;
}

/** Makes the words of one catalogue for one reader. An unknown key or zone shows itself instead of throwing. */
export const createWords = <const C extends Catalogue>(catalogue: C, reader: Reader): Words<C> => {
  const { locale } = reader;
  const plural = new Intl.PluralRules(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const clocks = new Map<string, Intl.DateTimeFormat>();

  const clockFormat = (timeZone: string, withDay: boolean): Intl.DateTimeFormat => {
    const { timeFormat = 'h23' } = reader;
    const key = `${timeZone}|${withDay}|${timeFormat}`;
    let format = clocks.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(locale, {
        timeZone,
        hour: timeFormat === 'h23' ? '2-digit' : 'numeric',
        minute: '2-digit',
        ...(timeFormat !== 'system' && { hourCycle: timeFormat }),
        ...(withDay && { weekday: 'short', day: 'numeric', month: 'short' }),
      });
      clocks.set(key, format);
    }
    return format;
  };

  const raw = (key: string, params: Params, now: InstantMs): string => {
    const message = catalogue[key];
    if (message === undefined) return key;
    const text =
      typeof message === 'string'
        ? message
        : (message[plural.select(Number(params['count'] ?? 0))] ?? message.other);
    return fill(text, params, (value, kind) => format(value, kind, params, now));
  };

  // A figure of three hundred digits would burst its line.
  const figure = (style: Intl.NumberFormat, value: number): string => {
    if (Math.abs(value) < 1e15) return style.format(value);
    return Number.isFinite(value) ? value.toExponential(1) : '?';
  };
  const number = (value: number): string => figure(decimal, value);
  const percent = (value: number): string => figure(share, value);

  const duration = (ms: number): string => {
    if (!isTime(ms)) return raw('time.unknown', {}, 0);
    const left = Math.max(0, ms);
    const said = (units: string, wholeMs: number, partMs = Infinity): string => {
      const b = Math.floor((left % wholeMs) / partMs);
      // Whole hours and whole days are said without the smaller unit.
      const key = b === 0 ? units.charAt(0) : units;
      return raw(`time.${key}`, { a: Math.floor(left / wholeMs), b }, 0);
    };
    if (left < MINUTE_MS) return said('s', SECOND_MS);
    if (left < HOUR_MS) return said('m', MINUTE_MS);
    return left < 2 * DAY_MS ? said('hm', HOUR_MS, MINUTE_MS) : said('dh', DAY_MS, HOUR_MS);
  };
  const until = (instant: InstantMs, now: InstantMs): string => {
    if (!isTime(instant)) return duration(instant);
    return instant - now < SECOND_MS
      ? raw('time.now', {}, now)
      : raw('time.in', { for: duration(instant - now) }, now);
  };
  const ago = (instant: InstantMs, now: InstantMs): string => {
    if (!isTime(instant)) return duration(instant);
    return now - instant < 5 * SECOND_MS
      ? raw('time.justNow', {}, now)
      : raw('time.ago', { for: duration(now - instant) }, now);
  };

  const zone = (timeZone: string): string => {
    const key = `zone.${timeZone}`;
    return key in catalogue
      ? raw(key, {}, 0)
      : (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  };

  const clock = (instant: InstantMs, now: InstantMs, timeZone?: string): string => {
    if (!isTime(instant)) return duration(instant);
    const usable = timeZone && isZone(timeZone) ? timeZone : reader.timeZone;
    const sameDay = dayIn(instant, usable) === dayIn(now, usable);
    const time = clockFormat(usable, !sameDay).format(instant);
    return timeZone ? raw('time.inZone', { time, zone: zone(usable) }, now) : time;
  };

  const format = (
    value: ParamValue,
    kind: string | undefined,
    params: Params,
    now: InstantMs,
  ): string => {
    if (value == null) return '';
    if (Array.isArray(value)) {
      return new Intl.ListFormat(locale).format(value.map((entry: string) => isolate(entry)));
    }
    if (typeof value !== 'number') {
      const text = String(value);
      if (kind !== 'text') return text;
      return (runsRightToLeft(text) ? isolate : tidy)(text, MOST_EVIDENCE);
    }
    switch (kind) {
      case undefined:
        return number(value);
      case 'percent':
        return percent(value);
      case 'duration':
        return duration(value);
      case 'until':
        return until(value, now);
      case 'ago':
        return ago(value, now);
      case 'clock':
        return clock(
          value,
          now,
          typeof params['timeZone'] === 'string' ? params['timeZone'] : undefined,
        );
      case 'utc':
        return clock(value, now, 'UTC');
      default:
        return raw(`unit.${kind}`, { count: value }, now);
    }
  };

  const part = (key: string, params: Params, now: InstantMs): string => {
    for (const candidate of [key, `${key}.bare`]) {
      const message = catalogue[candidate];
      if (message === undefined) continue;
      if (isComplete(typeof message === 'string' ? message : message.other, params)) {
        return raw(candidate, params, now);
      }
    }
    return '';
  };

  return {
    locale,
    t: (key, ...args) => raw(key, args[0] ?? {}, Number(args[0]?.['now'] ?? 0)),
    number,
    percent,
    duration,
    ago,
    until,
    clock,
    zone,
    healthWord: (health) => raw(`health.${health}`, {}, 0),
    cause: ({ code, params, clearsAt, loss }, now) => {
      const known = isolated({ clearsAt, loss, ...params });
      return {
        headline: part(`${code}.headline`, known, now),
        explanation: part(`${code}.explanation`, known, now),
        advice: part(`${code}.advice`, known, now),
        help: part(`${code}.help`, known, now),
      };
    },
  };
};

/** Evidence is untrusted wherever it is text: names, answers of mail servers. A figure that is none is as good as absent. */
const isolated = (params: Cause['params']): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      // A clock needs the zone as it is; a sentence says "{timeZone:text}".
      if (typeof value === 'string' && name !== 'timeZone') {
        // Mail servers end their answers with a full stop, and so does the sentence that quotes them.
        const text = name === 'answer' ? value.replace(/\.\s*$/, '') : value;
        return [name, isolate(text, MOST_EVIDENCE)];
      }
      return [name, typeof value === 'number' && !Number.isFinite(value) ? null : value];
    }),
  );

/** An answer of a mail server is seldom longer; the rest is in the raw values. */
const MOST_EVIDENCE = 300;
