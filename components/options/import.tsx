import type { ImportCounts, ImportPlan } from '#transfer';
import { nameText } from '#words';
import { useOptions } from './context.ts';
import type { Importing } from './data-model.ts';
import type { OptionsWords } from './words.ts';

const counted = ({ history, incidents, actions, settings }: ImportCounts, words: OptionsWords) => ({
  history: words.t('data.import.history', { count: history }),
  incidents: words.t('data.import.incidents', { count: incidents }),
  actions: words.t('data.import.actions', { count: actions }),
  settings: words.t('data.import.settings', { count: settings }),
});

const Refused = ({ problem }: Extract<Importing, { readonly kind: 'refused' }>) => {
  const { words } = useOptions();
  const text = (): string => {
    if (problem.code !== 'damaged') return words.t(`data.import.problem.${problem.code}`);
    const { part, place } = problem;
    return place === null
      ? words.t('data.import.problem.damaged', { part })
      : words.t('data.import.problem.damagedAt', { part, place: place + 1 });
  };
  return (
    <div role="alert" class="alert" data-problem={problem.code}>
      {text()}
    </div>
  );
};

const Plan = ({ plan }: { readonly plan: ImportPlan }) => {
  const { model, words } = useOptions();
  const { history, incidents, actions, settings, exportedAt } = plan.data;
  const counts = {
    history: history.length,
    incidents: incidents.length,
    actions: actions.length,
    settings: Object.keys(settings).length,
  };
  const names = plan.notConnected.map((name) => nameText(name, words.t('options.unnamed')));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div class="question" role="group" aria-labelledby="import-plan">
      <p id="import-plan" class="state">
        {words.t('data.import.plan', {
          at: exportedAt,
          now: model.now.value,
          ...counted(counts, words),
        })}
      </p>
      {names.length > 0 && <p>{words.t('data.import.notConnected', { names })}</p>}
      <div class="actions">
        <button type="button" class="button first" onClick={model.data.importPlanned}>
          {words.t('data.import.go')}
        </button>
        <button type="button" class="button" onClick={model.data.forgetFile}>
          {words.t('options.cancel')}
        </button>
      </div>
    </div>
  );
};

const Progressing = () => {
  const { model, words } = useOptions();
  const importing = model.data.importing.value;
  switch (importing.kind) {
    case 'reading':
      return <progress aria-label={words.t('data.import.reading')} />;
    case 'refused':
      return <Refused {...importing} />;
    case 'planned':
      return <Plan plan={importing.plan} />;
    case 'sending': {
      const { part, parts } = importing;
      const label = words.t('data.import.working', { part, parts });
      return (
        <>
          <p role="status">{label}</p>
          <progress aria-label={label} max={parts} value={part - 1} />
        </>
      );
    }
    case 'done':
      return (
        <p role="status" class="good">
          {words.t('data.import.done', counted(importing.counts, words))}
        </p>
      );
    case 'failed':
      return (
        <div role="alert" class="alert">
          {words.t('data.import.failed')}
        </div>
      );
    default:
      return null;
  }
};

/** Brings an exported file back: first says what is in it, then does it. */
export const Import = () => {
  const { model, words } = useOptions();
  return (
    <div class="card">
      <h3>{words.t('data.import')}</h3>
      <p>{words.t('data.import.text')}</p>
      <div class="setting">
        <label for="import-file">{words.t('data.import.file')}</label>
        <input
          id="import-file"
          type="file"
          accept="application/json,.json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void model.data.chooseFile(file);
            // The same file can be chosen again after it was mended.
            currentTarget.value = '';
          }}
        />
      </div>
      <Progressing />
    </div>
  );
};
