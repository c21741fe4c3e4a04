import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Reader } from '#words';
import { type Popup, PopupContext, usePopup } from './context.ts';
import { firstModel } from './first-model.ts';
import { Header } from './header.tsx';
import { lazy } from './lazy.tsx';
import { List } from './list.tsx';
import type { PopupModel, PopupPorts } from './model.ts';
import type { NoticeProps } from './notices.tsx';
import { Summary } from './summary.tsx';
import { createPopupWords } from './words.ts';

export type { PopupPorts } from './model.ts';

const TICK_MS = 1000;

// Not needed for the first row.
const Welcome = lazy(async () => (await import('./notices.tsx')).Welcome);
const Notice = lazy<NoticeProps>(async () => (await import('./notices.tsx')).Notice);
const Help = lazy(async () => (await import('./help.tsx')).Help);

const Find = () => {
  const { model, words } = usePopup();
  return (
    <div class="find">
      <input
        type="search"
        aria-label={words.t('popup.find')}
        placeholder={words.t('popup.find')}
        aria-keyshortcuts="/"
        value={model.query.value}
        onInput={({ currentTarget }) => {
          model.query.value = currentTarget.value;
        }}
      />
      <span aria-hidden="true">
        <kbd>/</kbd>
      </span>
    </div>
  );
};

/** The same bars as in the static page, until the first answer of the store. */
const Shell = () => (
  <div class="shell" aria-busy="true">
    <i />
    <i />
    <i />
  </div>
);

const Body = () => {
  const { model } = usePopup();
  const all = model.allWorkspaces.value;
  if (!all) return <Shell />;
  if (all.length === 0) return <Welcome />;
  const troubled = model.workspaces.value.filter(({ state }) => state.kind !== 'ok');
  const hasRows = model.verdicts.value.length > 0;
  // With rows the campaigns are the answer; without, the first trouble is.
  const [first] = hasRows ? [] : troubled;
  return (
    <>
      {troubled.map((workspace) => (
        <Notice key={workspace.id} workspace={workspace} isHeadline={workspace === first} />
      ))}
      {!first && <Summary />}
      {hasRows && <Find />}
      {hasRows && <List />}
    </>
  );
};

const Footer = () => {
  const { model, words } = usePopup();
  return (
    <footer>
      <span>
        <kbd>j</kbd> <kbd>k</kbd> {words.t('popup.keys.move')}
      </span>
      <span>
        <kbd>o</kbd> {words.t('popup.keys.open')}
      </span>
      <span>
        <kbd>c</kbd> {words.t('popup.keys.copy')}
      </span>
      <button
        type="button"
        class="link"
        aria-keyshortcuts="?"
        onClick={() => {
          model.isHelpOpen.value = true;
        }}
      >
        {words.t('popup.help')}{' '}
        <span aria-hidden="true">
          <kbd>?</kbd>
        </span>
      </button>
    </footer>
  );
};

const Status = () => {
  const { model, words } = usePopup();
  const { check, filter, query, groups, verdicts } = model;
  const isNarrowed = filter.value.size > 0 || query.value !== '';
  const shown = groups.value.reduce((sum, group) => sum + group.verdicts.length, 0);
  return (
    <div role="status" class={check.value === 'no_answer' ? 'status' : 'hidden'}>
      {check.value === 'no_answer' && words.t('popup.noAnswer')}
      {check.value === 'checking' && words.t('popup.checking')}
      {isNarrowed && words.t('popup.shown', { shown, count: verdicts.value.length })}
    </div>
  );
};

const Page = ({ popup }: { readonly popup: Popup }) => {
  const { model } = popup;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    void import('./listen-to-keys.ts').then(({ listenToKeys }) => {
      if (root.current && !gone.signal.aborted) listenToKeys(root.current, model, gone.signal);
    });
    return () => gone.abort();
  }, [model]);
  return (
    <PopupContext.Provider value={popup}>
      <div class="page" ref={root}>
        <Header />
        <main>
          <Body />
        </main>
        <Status />
        {(model.allWorkspaces.value?.length ?? 0) > 0 && <Footer />}
        {model.isHelpOpen.value && <Help />}
      </div>
    </PopupContext.Provider>
  );
};

/**
 * Renders the popup into an element and keeps it fresh: first the head alone, then with the code of the living model.
 * Gives a function that ends it.
 */
export const mountPopup = (element: Element, ports: PopupPorts, reader: Reader): (() => void) => {
  const words = createPopupWords(reader);
  const paint = (model: PopupModel): void =>
    render(<Page popup={{ model, reader, words }} />, element);
  let end = (): void => render(null, element);
  let isEnded = false;

  const start = async (): Promise<void> => {
    const head = (await ports.readHead()) ?? null;
    if (isEnded) return;
    // Preact keeps what it did not make.
    element.replaceChildren();
    paint(firstModel(ports, head));
    const { createPopupModel } = await import('./model.ts');
    if (isEnded) return;
    const model = createPopupModel(ports, head);
    paint(model);
    void model.refresh();
    const unsubscribe = ports.subscribe(() => void model.refresh());
    const timer = setInterval(model.tick, TICK_MS);
    end = () => {
      clearInterval(timer);
      unsubscribe();
      render(null, element);
    };
  };
  void start();
  return () => {
    isEnded = true;
    end();
  };
};
