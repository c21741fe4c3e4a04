import type { changeValues } from '#locales/en/changes-values';
import type { CauseParam } from '#model';
import { isolate, type Words } from '#words';

export type ValueWords = Words<typeof changeValues>;

type ValueKey = keyof typeof changeValues;
type Values = Readonly<Record<string, CauseParam>>;

/** One thing that a change touches, in words. */
export interface FieldText {
  readonly name: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const MOST_VALUE = 60;

// The name of a field comes with the data: one that has no word shows itself.
const known = (key: string, words: ValueWords): string | undefined => {
  const text = words.t(key as Exclude<ValueKey, 'value.minutes'>);
  return text === key ? undefined : text;
};

const valueText = (name: string, value: CauseParam | undefined, words: ValueWords): string => {
  if (value === undefined) return words.t('value.unknown');
  if (value === null) return words.t('value.none');
  if (typeof value === 'boolean') return words.t(value ? 'value.on' : 'value.off');
  if (typeof value === 'number') {
    return name.endsWith('Minutes') ? words.t('value.minutes', { value }) : words.number(value);
  }
  if (typeof value !== 'string') return value.map((one) => isolate(one, MOST_VALUE)).join(', ');
  return known(`value.${name}.${value}`, words) ?? isolate(value, MOST_VALUE);
};

/** What a change touches, field by field. */
export const fieldTexts = (
  before: Values,
  after: Values,
  words: ValueWords,
): readonly FieldText[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => ({
    name,
    label: known(`field.${name}`, words) ?? isolate(name, MOST_VALUE),
    before: valueText(name, before[name], words),
    after: valueText(name, after[name], words),
  }));
