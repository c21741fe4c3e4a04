import type { Cause } from '#model';
import type { CampaignContext } from './context.ts';
import { isLifecycleCode } from './effective-code.ts';
import type { Gate, RuleEntry } from './gate.ts';

/** How far the questions of DIAGNOSIS.md 1 had to go, and what was found there. */
export interface Findings {
  readonly level: 'ours' | 'stopped' | 'intent' | 'untrusted' | 'running';
  readonly causes: readonly Cause[];
}

const STOPPED = new Set([
  'campaign_accounts_unhealthy',
  'campaign_bounce_protect',
  'campaign_account_suspended',
]);

const listOf = (found: Cause | readonly Cause[] | null): readonly Cause[] => {
  if (found === null) return [];
  return 'code' in found ? [found] : found;
};

/** Runs the rules gate by gate; a gate that decides silences those behind it. */
export const findCauses = (context: CampaignContext, rules: readonly RuleEntry[]): Findings => {
  const run = (...gates: readonly Gate[]): readonly Cause[] =>
    rules.filter(({ gate }) => gates.includes(gate)).flatMap(({ find }) => listOf(find(context)));
  const ours = run('ours');
  if (ours.length > 0) return { level: 'ours', causes: ours };
  const { effective } = context;
  const isOwn =
    effective.kind === 'code' && effective.from !== 'snapshot' && isLifecycleCode(effective.code);
  const untrusted = isOwn ? [] : run('trust');
  if (untrusted.length > 0) return { level: 'untrusted', causes: untrusted };
  if (effective.kind === 'code' && STOPPED.has(effective.code)) {
    return { level: 'stopped', causes: run('lifecycle', 'inboxes') };
  }
  if (effective.kind === 'code' && isLifecycleCode(effective.code)) {
    const isRunningByList =
      context.campaign.lifecycle === 'active' ||
      context.campaign.lifecycle === 'running_subsequences';
    return isRunningByList && effective.from === 'snapshot'
      ? {
          level: 'untrusted',
          causes: run('lifecycle', 'running').filter(isAboutTheCode(effective.code)),
        }
      : { level: 'intent', causes: run('lifecycle') };
  }
  return { level: 'running', causes: run('inboxes', 'running', 'lint') };
};

/** Where the list and the sending status disagree on whether it runs at all, nothing else can be said. */
const isAboutTheCode =
  (code: Cause['code']) =>
  (cause: Cause): boolean =>
    cause.code === code || cause.code === 'contradiction' || cause.code === 'recently_changed';
