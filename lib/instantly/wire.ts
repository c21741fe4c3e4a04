import * as z from 'zod/mini';
import { clip } from './clip.ts';

const ODD: unique symbol = Symbol('odd');

/** Stands where a field was missing or of another type than documented. */
type Odd = typeof ODD;

const tolerant = <Value>(schema: z.ZodMiniType<Value>) =>
  // A schema for a value also is one for a value or ODD: it just never gives ODD itself.
  z.catch(schema as z.ZodMiniType<Value | Odd>, ODD);

/** A field that is documented to be there always. */
export const always = <Value>(schema: z.ZodMiniType<Value>) => tolerant(schema);

/** A field that may be absent. */
export const maybe = <Value>(schema: z.ZodMiniType<Value>) => tolerant(z.optional(schema));

/** A field that may be absent or null. */
export const maybeNull = <Value>(schema: z.ZodMiniType<Value>) => tolerant(z.nullish(schema));

/** A field that is always there and may be null. */
export const alwaysOrNull = <Value>(schema: z.ZodMiniType<Value>) => tolerant(z.nullable(schema));

/** Counts the fields of one answer that had to be given up. */
export class Oddities {
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Counts something that is dropped outside a field. */
  add(): void {
    this.#count += 1;
  }

  /** The field's value; an odd one is counted and undefined. */
  take<Value>(field: Value | Odd): Value | undefined {
    if (field !== ODD) return field as Value;
    this.#count += 1;
    return undefined;
  }
}

/** A text that `parse` understands, as what it makes of it. */
export const textAs = <Value>(parse: (text: string) => Value | undefined) =>
  z.pipe(
    z.string(),
    z.transform((text, context): Value => {
      const value = parse(text);
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', input: text });
      return z.NEVER;
    }),
  );

/** A text of at most `most` code points; the rest is cut off. */
export const clippedText = (most: number) =>
  z.pipe(
    z.string(),
    z.transform((text) => clip(text, most)),
  );

const within = (most: number) => z.number().check(z.minimum(-most), z.maximum(most));

/** A number of mails, inboxes, leads or points, whatever its sign. One beyond a billion counts nothing that there is. */
export const number = within(1e9);

/** A time to wait in minutes: at most a year, or an instant reckoned from it leaves the calendar. */
export const waitMinutes = within(366 * 24 * 60);

/** The same in seconds. */
export const waitSeconds = within(366 * 24 * 60 * 60);

/** A boolean and nothing that merely looks like one. */
export const flag = z.boolean();

/** A number out of one of Instantly's lists, under our name; one that is not on the list is kept raw. */
export const numbered = <Name extends string>(names: Readonly<Record<number, Name>>) =>
  z.pipe(
    z.number(),
    z.transform((value) => names[value] ?? { unseen: String(value) }),
  );

/** A list of anything; its entries are judged one by one. */
export const list = z.array(z.unknown());

/** The entries of a list that `parse` understands, each once, in order; the others are counted. */
export const takeEntries = <Value>(
  entries: readonly unknown[] | undefined | null,
  parse: (entry: unknown) => Value | undefined,
  odd: Oddities,
): readonly Value[] => {
  const understood = new Set<Value>();
  for (const entry of entries ?? []) {
    const value = parse(entry);
    if (value === undefined) odd.add();
    else understood.add(value);
  }
  return [...understood];
};
