import { render } from 'preact';
import type { Reader } from '#words';
import { ConnectForm } from './connect-form.tsx';
import { createOptionsModel, type OptionsModel, type OptionsPorts } from './model.ts';
import { createOptionsWords, type OptionsWords } from './words.ts';
import { WorkspaceCard } from './workspace-card.tsx';

export type { OptionsPorts } from './model.ts';

const Page = ({ model, words }: { readonly model: OptionsModel; readonly words: OptionsWords }) => {
  const workspaces = model.workspaces.value;
  return (
    <main>
      <h1>{words.t('options.title')}</h1>
      <section aria-labelledby="workspaces">
        <h2 id="workspaces">{words.t('options.workspaces')}</h2>
        <p>{words.t('options.workspacesText')}</p>
        {workspaces?.length === 0 && <p class="none">{words.t('options.none')}</p>}
        <ul>
          {workspaces?.map((workspace) => (
            <WorkspaceCard key={workspace.id} workspace={workspace} model={model} words={words} />
          ))}
        </ul>
      </section>
      <ConnectForm model={model} words={words} />
      <section aria-labelledby="ai">
        <h2 id="ai">{words.t('options.aiTitle')}</h2>
        <p>{words.t('options.aiText')}</p>
      </section>
    </main>
  );
};

/** Renders the options page into an element and keeps it fresh. Gives a function that ends it. */
export const mountOptions = (
  element: Element,
  ports: OptionsPorts,
  reader: Reader,
): (() => void) => {
  const model = createOptionsModel(ports);
  render(<Page model={model} words={createOptionsWords(reader)} />, element);
  void model.refresh();
  const unsubscribe = ports.subscribe(() => void model.refresh());
  return () => {
    unsubscribe();
    render(null, element);
  };
};
