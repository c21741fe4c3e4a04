import type { InstantMs, KeyAbilities } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { tidy } from '#words';
import type { OptionsModel } from './model.ts';
import { Problem } from './problem.tsx';
import type { OptionsWords } from './words.ts';

interface CardProps {
  readonly workspace: WorkspaceRecord;
  readonly model: OptionsModel;
  readonly words: OptionsWords;
}

const ABILITIES = [
  'readCampaigns',
  'readInboxes',
  'readWorkspace',
  'readSubsequences',
  'readTags',
  'readAnalytics',
] as const satisfies readonly (keyof KeyAbilities)[];

const stateText = ({ state }: WorkspaceRecord, words: OptionsWords, now: InstantMs): string => {
  switch (state.kind) {
    case 'ok':
    case 'locked':
    case 'permission_missing':
      return words.t(`options.state.${state.kind}`);
    case 'first_check':
      return words.t('options.state.first_check', { checked: state.checked, found: state.found });
    case 'scope_missing':
      return words.t('options.state.scope_missing', { scopes: state.scopes });
    case 'rate_limited':
      return words.t('options.state.rate_limited', { until: state.until, now });
    default:
      return words.t(`options.state.${state.kind}`, { since: state.since, now });
  }
};

const Abilities = ({ workspace, words }: Omit<CardProps, 'model'>) => {
  const rows = [
    { value: true, label: words.t('options.can') },
    { value: false, label: words.t('options.cannot') },
    { value: undefined, label: words.t('options.untried') },
  ];
  const list = new Intl.ListFormat(words.locale);
  return (
    <dl class="abilities">
      {rows.map(({ value, label }) => {
        const named = ABILITIES.filter((ability) => workspace.abilities[ability] === value);
        return (
          named.length > 0 && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{list.format(named.map((ability) => words.t(`options.ability.${ability}`)))}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
};

const CheckOutcome = ({ workspace, model, words }: CardProps) => {
  const attempt = model.checks.value.get(workspace.id);
  switch (attempt?.kind) {
    case 'asking':
      return <progress aria-label={words.t('options.connecting')} />;
    case 'refused':
      return <Problem problem={attempt.problem} words={words} now={model.now.value} />;
    case 'accepted':
      return (
        <p role="status" class="good">
          {words.t('options.keyGood')}
        </p>
      );
    case 'no_answer':
      return (
        <div role="alert" class="alert">
          {words.t('options.noAnswer')}
        </div>
      );
    default:
      return null;
  }
};

const RemoveQuestion = ({ workspace, model, words }: CardProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
  <div class="question" role="group" aria-labelledby={`remove-${workspace.id}`}>
    <strong id={`remove-${workspace.id}`}>
      {words.t('options.removeTitle', { name: tidy(workspace.name) })}
    </strong>
    <p>{words.t('options.removeText')}</p>
    <div class="actions">
      <button type="button" class="button danger" onClick={() => model.remove(workspace.id)}>
        {words.t('options.removeYes')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          model.removing.value = null;
        }}
      >
        {words.t('options.cancel')}
      </button>
    </div>
  </div>
);

/** One connected workspace: how it stands, what its key can do, and the two things to do with it. */
export const WorkspaceCard = ({ workspace, model, words }: CardProps) => {
  const { id, name, keyTail, connectedAt, missingScopes, state, isDemo } = workspace;
  const now = model.now.value;
  return (
    <li class="card" data-workspace-id={id} data-state={state.kind}>
      <h3>
        <bdi>{tidy(name)}</bdi>
        {isDemo && <span class="tag">{words.t('options.demo')}</span>}
      </h3>
      <p class="state">{stateText(workspace, words, now)}</p>
      <p class="small">
        {words.t('options.keyTail', { tail: `…${keyTail}` })} ·{' '}
        {words.t('options.since', { at: connectedAt, now })}
      </p>
      <Abilities workspace={workspace} words={words} />
      {missingScopes.length > 0 && (
        <p class="alert">{words.t('options.missingScopes', { scopes: missingScopes })}</p>
      )}
      <CheckOutcome workspace={workspace} model={model} words={words} />
      {model.removing.value === id ? (
        <RemoveQuestion workspace={workspace} model={model} words={words} />
      ) : (
        <div class="actions">
          <button type="button" class="button" onClick={() => model.checkKey(id)}>
            {words.t('options.checkKey')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              model.removing.value = id;
            }}
          >
            {words.t('options.remove')}
          </button>
        </div>
      )}
    </li>
  );
};
