import { NO_CAMPAIGNS } from '#model';
import { Choice } from './choice.tsx';
import { useOptions } from './context.ts';
import { estimateCost } from './estimate.ts';

const MINUTES = Array.from({ length: 60 }, (_, index) => index + 1);
const PERCENTS = Array.from({ length: 10 }, (_, index) => index + 1);

const Cost = () => {
  const { model, words } = useOptions();
  const { checkEveryMinutes, budgetPercent } = model.settings.value;
  const real = (model.workspaces.list.value ?? []).filter(({ isDemo }) => !isDemo);
  const costs = real.map(({ id }) =>
    estimateCost(model.counts.value.get(id) ?? NO_CAMPAIGNS, checkEveryMinutes, budgetPercent),
  );
  // The limit is each workspace's own: the one that costs most says whether it is kept.
  const [cost] = costs.toSorted(
    (a, b) => (b.stretchedMinutes ?? 0) - (a.stretchedMinutes ?? 0) || b.perMinute - a.perMinute,
  );
  if (cost === undefined) {
    const { most } = estimateCost(NO_CAMPAIGNS, checkEveryMinutes, budgetPercent);
    return <p class="cost">{words.t('checking.cost.none', { most })}</p>;
  }
  const { perMinute, share, most, stretchedMinutes } = cost;
  const params = { perMinute: Math.max(1, Math.round(perMinute)), share, most };
  return (
    <div class="cost" aria-live="polite">
      <p>
        {costs.length > 1
          ? words.t('checking.cost.busiest', params)
          : words.t('checking.cost', params)}
      </p>
      {stretchedMinutes !== null && (
        <p class="alert">
          {words.t('checking.stretched', { minutes: Math.max(1, Math.round(stretchedMinutes)) })}
        </p>
      )}
    </div>
  );
};

/** How often Instantly is asked, how much of its limit that may take, and what it comes to. */
export const Checking = () => {
  const { words } = useOptions();
  return (
    <section id="checking" aria-labelledby="checking-title">
      <h2 id="checking-title">{words.t('options.section.checking')}</h2>
      <p>{words.t('checking.text')}</p>
      <div class="card">
        <Choice
          name="checkEveryMinutes"
          label={words.t('checking.every')}
          values={MINUTES}
          textOf={(value) => words.t('checking.minutes', { value })}
        />
        <Choice
          name="budgetPercent"
          label={words.t('checking.share')}
          values={PERCENTS}
          textOf={(value) => words.t('checking.percent', { value })}
          hint={words.t('checking.shareText')}
        />
        <Cost />
      </div>
    </section>
  );
};
