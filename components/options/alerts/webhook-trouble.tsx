import { useOptions } from '../context.ts';
import type { WebhookTrouble } from './webhooks-model.ts';

/** Why a webhook was not kept or gave no answer, in words. */
export const useTroubleText = (): ((problem: WebhookTrouble) => string) => {
  const { words } = useOptions();
  return (problem) =>
    problem.code === 'refused'
      ? words.t('webhooks.problem.refused', { status: String(problem.status) })
      : words.t(`webhooks.problem.${problem.code}`);
};
