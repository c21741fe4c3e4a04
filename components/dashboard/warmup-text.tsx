import { AIM_SCORE, HEALTHY_SCORE, type WarmupState, warmupState } from '#diagnosis';
import type { InboxAddress, InboxWarmup } from '#model';
import { tidy } from '#words';
import { useDashboard } from './context.ts';
import type { DashboardWords } from './words.ts';

/** Worst first; not to know is nearly as bad as to know of something bad. */
const ORDER = ['low', 'unknown', 'healthy', 'on_aim'] as const;
const MOST_NAMED = 10;
const BOUNDS = { healthy: HEALTHY_SCORE, aim: AIM_SCORE };

interface Judged extends WarmupState {
  readonly address: InboxAddress;
}

const rank = ({ health, trend }: Judged): number =>
  ORDER.indexOf(health) * 2 - (trend === 'falling' ? 1 : 0);

const judged = (
  addresses: readonly InboxAddress[],
  warmups: readonly InboxWarmup[],
): readonly Judged[] => {
  const byAddress = new Map(warmups.map((warmup) => [warmup.address, warmup]));
  return addresses
    .map((address) => ({ address, ...warmupState(byAddress.get(address)) }))
    .sort((a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : 1));
};

const firstStep = (all: readonly Judged[]): 'low' | 'falling' | 'unknown' | 'healthy' => {
  if (all.some(({ health }) => health === 'low')) return 'low';
  if (all.some(({ trend }) => trend === 'falling')) return 'falling';
  return all.some(({ health }) => health === 'unknown') ? 'unknown' : 'healthy';
};

const stateText = ({ health, score, trend, landed, landedBefore }: Judged, words: DashboardWords) =>
  [
    words.t(`warmup.score.${health}`, { score: score ?? 0, ...BOUNDS }),
    health === 'unknown' && trend === 'unknown'
      ? ''
      : words.t(`warmup.trend.${trend}`, {
          landed: words.percent(landed ?? 0),
          before: words.percent(landedBefore ?? 0),
        }),
  ]
    .filter(Boolean)
    .join(' ');

interface WarmupTextProps {
  /** All that were asked about: Instantly leaves out those without figures. */
  readonly addresses: readonly InboxAddress[];
  readonly warmups: readonly InboxWarmup[];
}

/** How warmup goes: in all, what to do first, and the inboxes that stand worst. */
export const WarmupText = ({ addresses, warmups }: WarmupTextProps) => {
  const { words } = useDashboard();
  const all = judged(addresses, warmups);
  const counts = ORDER.flatMap((health) => {
    const count = all.filter((one) => one.health === health).length;
    return count === 0 ? [] : [words.t(`warmup.${health}`, { count, ...BOUNDS })];
  });
  return (
    <div data-warmup>
      <p>
        <strong>{counts.join(' · ')}</strong>
      </p>
      <p class="first-step">{words.t(`warmup.first.${firstStep(all)}`, BOUNDS)}</p>
      <ul class="warmups">
        {all.slice(0, MOST_NAMED).map((one) => (
          <li key={one.address} data-warmup-of={one.address} data-health={one.health}>
            <bdi>{tidy(one.address)}</bdi> {stateText(one, words)}
          </li>
        ))}
        {all.length > MOST_NAMED && (
          <li class="quiet">{words.t('dashboard.more', { count: all.length - MOST_NAMED })}</li>
        )}
      </ul>
    </div>
  );
};
