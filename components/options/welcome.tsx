import { nameText } from '#words';
import { useOptions } from './context.ts';
import { FIRST_STEPS, type FirstRun, firstRunOf } from './first-run.ts';

const Steps = ({ at }: { readonly at: FirstRun['step'] }) => {
  const { words } = useOptions();
  const place = FIRST_STEPS.indexOf(at);
  return (
    <ol class="steps" aria-label={words.t('first.steps')}>
      {FIRST_STEPS.map((step, index) => (
        <li
          key={step}
          data-done={index < place || at === 'done'}
          aria-current={step === at ? 'step' : undefined}
        >
          {words.t(`first.step.${step}`)}
        </li>
      ))}
    </ol>
  );
};

const Demo = () => {
  const { model, words } = useOptions();
  const { list, demo, loadDemo, removeDemo } = model.workspaces;
  const isHere = list.value?.some(({ isDemo }) => isDemo) ?? false;
  return (
    <div class="demo">
      <div class="actions">
        {isHere ? (
          <>
            <button type="button" class="button first" onClick={model.ports.openDashboard}>
              {words.t('first.dashboard')}
            </button>
            <button type="button" class="button" onClick={removeDemo}>
              {words.t('first.demo.remove')}
            </button>
          </>
        ) : (
          <button type="button" class="button" onClick={loadDemo}>
            {words.t('first.demo')}
          </button>
        )}
      </div>
      <p class="small">{words.t(isHere ? 'first.demo.here' : 'first.demo.text')}</p>
      {demo.value === 'asking' && <progress aria-label={words.t('first.demo.loading')} />}
      {(demo.value === 'failed' || demo.value === 'no_answer') && (
        <div role="alert" class="alert">
          {words.t(demo.value === 'failed' ? 'first.demo.failed' : 'options.noAnswer')}
        </div>
      )}
    </div>
  );
};

const Check = ({ found, checked }: { readonly found: number; readonly checked: number }) => {
  const { words } = useOptions();
  const label = words.t('first.progress');
  return (
    <>
      <p class="state">
        {found === 0
          ? words.t('first.looking')
          : words.t('first.found', { count: found, checked: Math.min(checked, found) })}
      </p>
      {found === 0 ? (
        <progress aria-label={label} />
      ) : (
        <progress aria-label={label} max={found} value={Math.min(checked, found)} />
      )}
    </>
  );
};

const Done = ({ workspace }: Extract<FirstRun, { readonly step: 'done' }>) => {
  const { model, words } = useOptions();
  const counts = model.counts.value.get(workspace.id);
  const count = Object.values(counts ?? {}).reduce((sum, one) => sum + one, 0);
  const name = nameText(workspace.name, words.t('options.unnamed'));
  return (
    <>
      <p role="status" class="state">
        <bdi>
          {count === 0
            ? words.t('first.done.empty', { name })
            : words.t('first.done', { name, count })}
        </bdi>
      </p>
      <p>{words.t('first.done.text')}</p>
      <div class="actions">
        <button type="button" class="button first" onClick={model.ports.openPopup}>
          {words.t('first.popup')}
        </button>
        <button type="button" class="button" onClick={model.ports.openDashboard}>
          {words.t('first.dashboard')}
        </button>
      </div>
    </>
  );
};

/** Leads from no key to a watched workspace; nothing when there is nothing to lead through. */
export const Welcome = () => {
  const { model, words } = useOptions();
  const { list, connecting } = model.workspaces;
  const run = firstRunOf(list.value, connecting.value);
  if (run === null) return null;
  return (
    <section class="card welcome" aria-labelledby="welcome" data-step={run.step}>
      <h2 id="welcome">{words.t('first.title')}</h2>
      {(run.step === 'key' || run.step === 'scopes') && <p>{words.t('first.text')}</p>}
      <Steps at={run.step} />
      {run.step === 'check' && <Check found={run.found} checked={run.checked} />}
      {run.step === 'done' && <Done {...run} />}
      {run.step === 'key' && <Demo />}
    </section>
  );
};
