import { asking } from '#locales/en/asking';
import { base } from '#locales/en/base';
import type { AskProblem } from '#messages';
import type { InstantMs } from '#model';
import { createWords, type Reader, type Words } from '#words';

const catalogue = { ...base, ...asking };

/** Words around a question to Instantly. */
export type AskWords = Words<typeof catalogue>;

/** Makes these words for one reader. */
export const createAskWords = (reader: Reader): AskWords => createWords(catalogue, reader);

/** Why Instantly gave no answer, and what to do. Instantly's own words are left out: they were no answer. */
export const problemText = (problem: AskProblem, words: AskWords, now: InstantMs): string => {
  switch (problem.kind) {
    case 'scope_missing':
      return words.t('ask.problem.scope_missing', { scopes: problem.scopes });
    case 'rate_limited':
      return problem.notBefore === undefined
        ? words.t('ask.problem.rate_limited')
        : words.t('ask.problem.slowDown', { until: problem.notBefore, now });
    case 'deferred':
      return words.t('ask.problem.deferred', { until: problem.until, now });
    default:
      return words.t(`ask.problem.${problem.kind}`);
  }
};
