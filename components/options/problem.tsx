import type { ConnectProblem } from '#messages';
import { tidy } from '#words';
import { Access } from './access.tsx';
import { useOptions } from './context.ts';

interface ProblemProps {
  readonly problem: ConnectProblem;
  /** What to do once a missing access is there. */
  readonly retry: () => Promise<unknown>;
}

const Advice = ({ problem }: Pick<ProblemProps, 'problem'>) => {
  const { model, words } = useOptions();
  switch (problem.code) {
    case 'scope_missing':
      return <p>{words.t('problem.scope_missing.advice', { scopes: problem.scopes })}</p>;
    case 'rate_limited': {
      const { until } = problem;
      return <p>{words.t('problem.rate_limited.advice', { until, now: model.now.value })}</p>;
    }
    default:
      return <p>{words.t(`problem.${problem.code}.advice`)}</p>;
  }
};

/** Why a key was not accepted, what to do, and what Instantly itself said. */
export const Problem = ({ problem, retry }: ProblemProps) => {
  const { words } = useOptions();
  return (
    <div role="alert" class="alert" data-problem={problem.code}>
      <strong>{words.t(`problem.${problem.code}`)}</strong>
      <Advice problem={problem} />
      {'message' in problem && problem.message !== '' && (
        <p class="said">
          <bdi>{words.t('problem.said', { message: tidy(problem.message, 200) })}</bdi>
        </p>
      )}
      {problem.code === 'permission_missing' && <Access retry={retry} />}
    </div>
  );
};
