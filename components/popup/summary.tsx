import { HEALTHS } from '#model';
import { Glyph } from '../glyph/index.tsx';
import { usePopup } from './context.ts';
import { adviceOf, headlineOf } from './headline.ts';

const HealthBar = () => {
  const { model, words } = usePopup();
  const counts = model.counts.value;
  return (
    <div class="bar" role="img" aria-label={words.t('popup.bar')}>
      {HEALTHS.filter((health) => counts[health] > 0).map((health) => (
        <i key={health} class={health} style={{ flexGrow: String(counts[health]) }} />
      ))}
    </div>
  );
};

const Filters = () => {
  const { model, words } = usePopup();
  const counts = model.counts.value;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div class="chips" role="group" aria-label={words.t('popup.filters')}>
      {HEALTHS.filter((health) => counts[health] > 0 || model.filter.value.has(health)).map(
        (health) => (
          <button
            type="button"
            key={health}
            class="chip"
            data-filter={health}
            aria-pressed={model.filter.value.has(health)}
            title={words.healthWord(health)}
            onClick={() => model.toggleFilter(health)}
          >
            <Glyph health={health} size={12} />
            <b>{words.number(counts[health])}</b>
            <span class="word">{words.healthWord(health)}</span>
          </button>
        ),
      )}
    </div>
  );
};

/** The answer: headline, the one thing to do, and how the fleet is spread over the health words. */
export const Summary = () => {
  const { model, words } = usePopup();
  const counts = model.counts.value;
  const silenced = model.silencedCount.value;
  const isEmpty = HEALTHS.every((health) => counts[health] === 0);
  return (
    <section class="summary">
      <h1>{headlineOf(counts, words, silenced)}</h1>
      <p>
        {adviceOf(counts, model.incidents.value, model.ranked.value, words)}
        {silenced > 0 && ` ${words.t('popup.silenced', { count: silenced })}`}
      </p>
      {!isEmpty && <HealthBar />}
      {!isEmpty && <Filters />}
    </section>
  );
};
