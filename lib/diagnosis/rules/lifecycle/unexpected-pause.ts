import type { Verdict } from '#model';
import { DAY_MS, isSendingCode } from '#model';
import { personCause, type Rule } from '../../cause.ts';
import { isLifecycleCode } from '../../effective-code.ts';

const wasRunning = ({ health, code, lastKnown }: Verdict): boolean => {
  if (health === 'unknown')
    return lastKnown !== null && lastKnown.health !== 'inactive' && !isOff(lastKnown.code);
  return health !== 'inactive' && !isOff(code);
};

const isOff = (code: string | null): boolean =>
  code !== null && isSendingCode(code) && isLifecycleCode(code);

/** It was running when we last looked and is paused now, and nobody told us. Said for a day, then it counts as meant. */
export const unexpectedPause: Rule = ({ campaign, previous, now }) => {
  if (campaign.lifecycle !== 'paused' || !previous) return null;
  const known = previous.causes.find(({ code }) => code === 'unexpected_pause')?.params['pausedAt'];
  const { updatedAt } = campaign;
  const isSeenChange =
    updatedAt !== undefined && updatedAt > previous.observedAt && updatedAt <= now;
  const flippedAt = isSeenChange ? updatedAt : now;
  const pausedAt = typeof known === 'number' ? known : wasRunning(previous) ? flippedAt : undefined;
  if (pausedAt === undefined || now - pausedAt >= DAY_MS) return null;
  return personCause('unexpected_pause', 'amber', ['activate_campaign', 'open_campaign'], {
    params: { pausedAt },
  });
};
