import { ASSUMABLE_INPUTS } from '#forecast';
import type { Capacity as CapacityFacts, GapRange } from '#model';
import { useDashboard } from './context.ts';
import type { DashboardWords } from './words.ts';

const rangeText = ({ worst, mean, best }: GapRange, words: DashboardWords): string => {
  const [least, middle, most] = [worst, mean, best].map(Math.round);
  return least === most
    ? words.number(middle ?? 0)
    : words.t('capacity.range', {
        mean: words.number(middle ?? 0),
        worst: words.number(least ?? 0),
        best: words.number(most ?? 0),
      });
};

const inputWord = (input: string, words: DashboardWords): string => {
  const known = ASSUMABLE_INPUTS.find((name) => name === input);
  return known ? words.t(`capacity.input.${known}`) : input;
};

/** What today will hold, what binds it, and what lifting that would give. */
export const Capacity = ({ capacity }: { readonly capacity: CapacityFacts | null }) => {
  const { model, words } = useDashboard();
  if (!capacity) return <p class="quiet">{words.t('capacity.unknown')}</p>;
  const { today, remaining, bottleneck, withoutBottleneck, nextBottleneck } = capacity;
  const now = model.slowNow.value;
  const lines: readonly (readonly [string, string])[] = [
    [words.t('capacity.today'), rangeText(today, words)],
    [words.t('capacity.remaining'), rangeText(remaining, words)],
    [words.t('capacity.bottleneck'), words.t(`capacity.${bottleneck ?? 'none'}`)],
    ...(withoutBottleneck
      ? ([[words.t('capacity.without'), rangeText(withoutBottleneck, words)]] as const)
      : []),
    ...(nextBottleneck
      ? ([[words.t('capacity.next'), words.t(`capacity.${nextBottleneck}`)]] as const)
      : []),
    ...(capacity.limitHitAt === null
      ? []
      : ([[words.t('capacity.limitHit'), words.clock(capacity.limitHitAt, now)]] as const)),
    ...(capacity.contendedToday === null
      ? []
      : ([[words.t('capacity.contended'), words.number(capacity.contendedToday)]] as const)),
  ];
  return (
    <>
      <dl class="facts">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {capacity.assumed.length > 0 && (
        <p class="quiet">
          {words.t('capacity.assumed', {
            inputs: capacity.assumed.map((input) => inputWord(input, words)),
          })}
        </p>
      )}
    </>
  );
};
