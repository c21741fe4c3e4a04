import type { ConnectProblem } from '#messages';
import type { InstantMs } from '#model';
import { tidy } from '#words';
import type { OptionsWords } from './words.ts';

const adviceOf = (problem: ConnectProblem, words: OptionsWords, now: InstantMs): string => {
  switch (problem.code) {
    case 'scope_missing':
      return words.t('problem.scope_missing.advice', { scopes: problem.scopes });
    case 'rate_limited':
      return words.t('problem.rate_limited.advice', { until: problem.until, now });
    default:
      return words.t(`problem.${problem.code}.advice`);
  }
};

/** Why a key was not accepted, what to do, and what Instantly itself said. */
export const Problem = ({
  problem,
  words,
  now,
}: {
  readonly problem: ConnectProblem;
  readonly words: OptionsWords;
  readonly now: InstantMs;
}) => (
  <div role="alert" class="alert" data-problem={problem.code}>
    <strong>{words.t(`problem.${problem.code}`)}</strong>
    <p>{adviceOf(problem, words, now)}</p>
    {'message' in problem && problem.message !== '' && (
      <p class="said">
        <bdi>{words.t('problem.said', { message: tidy(problem.message, 200) })}</bdi>
      </p>
    )}
  </div>
);
