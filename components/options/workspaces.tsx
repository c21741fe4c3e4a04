import { nameText } from '#words';
import { ConnectForm } from './connect-form.tsx';
import { useOptions } from './context.ts';
import { Keeping } from './keeping.tsx';
import { WorkspaceCard } from './workspace-card.tsx';

/** Says what was done to those who do not see it. */
const Said = () => {
  const { model, words } = useOptions();
  const said = model.workspaces.said.value;
  const nameOf = (name: string): string => nameText(name, words.t('options.unnamed'));
  const text = (): string => {
    switch (said?.kind) {
      case 'renamed':
        return words.t('options.renamed');
      case 'removed':
        return words.t('options.removed', { name: nameOf(said.name) });
      case 'moved': {
        const { place, all } = said;
        return words.t('options.moved', { name: nameOf(said.name), place, all });
      }
      default:
        return '';
    }
  };
  return (
    <p class="hidden" aria-live="polite" data-said={said?.kind}>
      {text()}
    </p>
  );
};

/** The connected workspaces, the place to connect another, and how their keys are kept. */
export const Workspaces = () => {
  const { model, words } = useOptions();
  const list = model.workspaces.list.value;
  return (
    <section id="workspaces" aria-labelledby="workspaces-title">
      <h2 id="workspaces-title" tabIndex={-1}>
        {words.t('options.section.workspaces')}
      </h2>
      <p>{words.t('options.workspacesText')}</p>
      {list === null && !model.workspaces.isUnreadable.value && (
        <p class="none" aria-busy="true">
          {words.t('options.reading')}
        </p>
      )}
      <ul>
        {list?.map((workspace) => (
          <WorkspaceCard key={workspace.id} workspace={workspace} />
        ))}
      </ul>
      <Said />
      <ConnectForm />
      <Keeping />
    </section>
  );
};
