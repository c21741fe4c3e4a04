import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Reader } from '#words';
import { type Popup, PopupContext, usePopup } from './context.ts';
import { firstModel, type Pressed } from './first-model.ts';
import { Header } from './header.tsx';
import { lazy } from './lazy.tsx';
import { List } from './list.tsx';
import type { NoticeProps, StretchedProps } from './notices.tsx';
import type { PopupModel } from './popup-model.ts';
import type { PopupPorts } from './ports.ts';
import { Summary } from './summary.tsx';
import { createPopupWords, type PopupWords } from './words.ts';

export type { PopupPorts } from './ports.ts';

const TICK_MS = 1000;

// Not needed for the first row.
const notices = () => import('./notices.tsx');
const later = () => import('./later.tsx');
const Welcome = lazy(async () => (await notices()).Welcome);
const Notice = lazy<NoticeProps>(async () => (await notices()).Notice);
const Trouble = lazy(async () => (await notices()).Trouble);
const Stretched = lazy<StretchedProps>(async () => (await notices()).Stretched);
const Footer = lazy(async () => (await later()).Footer);
const Status = lazy(async () => (await later()).Status);
const ViewButton = lazy(async () => (await later()).ViewButton);
const Dialog = lazy(async () => (await later()).Dialog);

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
        onInput={({ currentTarget }) => model.search(currentTarget.value)}
      />
      <span aria-hidden="true">
        <kbd>/</kbd>
      </span>
      <ViewButton />
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
  // The head counts all workspaces together: one of them has to wait for its own numbers.
  if (!all || (model.chosen.value && !model.isComplete.value)) return <Shell />;
  if (all.length === 0) return <Welcome />;
  const troubled = model.workspaces.value.filter(({ state }) => state.kind !== 'ok');
  const hasRows = model.verdicts.value.length > 0;
  // With rows the campaigns are the answer; without, the first trouble is.
  const [first] = hasRows ? [] : troubled;
  const forMs = model.stretchedMs.value;
  return (
    <>
      {troubled.map((workspace) => (
        <Notice key={workspace.id} workspace={workspace} isHeadline={workspace === first} />
      ))}
      {!first && <Summary />}
      {forMs !== null && <Stretched forMs={forMs} />}
      {hasRows && <Find />}
      {hasRows && <List />}
    </>
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
          {model.trouble.value && <Trouble />}
          <Body />
        </main>
        <Status />
        {(model.allWorkspaces.value?.length ?? 0) > 0 && (
          <footer>
            <Footer />
          </footer>
        )}
        {model.dialog.value && <Dialog />}
      </div>
    </PopupContext.Provider>
  );
};

/**
 * Renders the popup into an element and keeps it fresh: first the head alone, then with the code of the living model.
 * Gives a function that ends it.
 */
export const mountPopup = (element: Element, ports: PopupPorts, reader: Reader): (() => void) => {
  const paint = (model: PopupModel, words: PopupWords): void =>
    render(<Page popup={{ model, reader, words }} />, element);
  let end = (): void => render(null, element);
  let isEnded = false;

  const start = async (): Promise<void> => {
    const head = (await ports.readHead()) ?? null;
    if (isEnded) return;
    // Preact keeps what it did not make.
    element.replaceChildren();
    const pressed: Pressed[] = [];
    const firstWords = createPopupWords(reader, head?.headlines ?? {});
    paint(firstModel(ports, head, firstWords, pressed), firstWords);
    const [{ createPopupModel }, { headlines }] = await Promise.all([
      import('./model.ts'),
      import('#locales/en/headlines'),
    ]);
    if (isEnded) return;
    const words = createPopupWords(reader, headlines);
    const model = createPopupModel(ports, head, words);
    for (const act of pressed) act(model);
    paint(model, words);
    void model.refresh();
    const unsubscribe = ports.subscribe(() => void model.refresh());
    const unwatch = ports.watchReader?.(() => paint(model, words));
    const timer = setInterval(model.tick, TICK_MS);
    end = () => {
      clearInterval(timer);
      unsubscribe();
      unwatch?.();
      render(null, element);
    };
  };
  void start();
  return () => {
    isEnded = true;
    end();
  };
};
