import type { changeKinds } from '#locales/en/changes-kinds';
import type { Change, ChangePlan } from '#model';
import type { Words } from '#words';
import { reachOf, variantOf } from './variant.ts';

/** Before a change, on its button, while it is made, and after it. */
export type Tense = 'title' | 'verb' | 'doing' | 'done';

export type KindWords = Words<typeof changeKinds>;

const figuresOf = (change: Change) => ({
  limitPerDay: 'limitPerDay' in change ? (change.limitPerDay ?? 0) : 0,
  gapMinutes: 'gapMinutes' in change ? change.gapMinutes : 0,
});

/** Changes that are made together, in words: by the name of what they are about when it is one, else by their number. */
export const kindText = (
  plans: readonly Pick<ChangePlan, 'change' | 'subject'>[],
  tense: Tense,
  words: KindWords,
): string => {
  const [first] = plans;
  if (!first) return '';
  const variant = variantOf(first.change);
  if (plans.some(({ change }) => variantOf(change) !== variant)) {
    return words.t(`change.several.${tense}`, { count: plans.length });
  }
  const count = plans.reduce((sum, { change }) => sum + reachOf(change), 0);
  return words.t(`change.${variant}.${tense}`, {
    count,
    subject: first.subject,
    ...figuresOf(first.change),
  });
};
