import { useDashboard } from './context.ts';
import { RANGES } from './stored.ts';

/** Over which days the past is shown. */
export const Ranges = () => {
  const { model, words } = useDashboard();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div class="segments" role="group" aria-label={words.t('history.range')}>
      {RANGES.map((days) => (
        <button
          type="button"
          key={days}
          data-range={days}
          aria-pressed={model.range.value === days}
          onClick={() => model.showRange(days)}
        >
          {days === 1 ? words.t('history.day') : words.t('unit.day', { count: days })}
        </button>
      ))}
    </div>
  );
};
