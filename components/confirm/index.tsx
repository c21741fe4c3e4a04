import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Reader, withNeededMarks } from '#words';
import { kindText } from '../changing/kind-text.ts';
import { Absent } from './absent.tsx';
import { type Confirm, ConfirmContext, useConfirm } from './context.ts';
import { createConfirmModel } from './model.ts';
import { Plan } from './plan.tsx';
import type { ConfirmPorts } from './ports.ts';
import { Told } from './told.tsx';
import { createConfirmWords } from './words.ts';

export type { ConfirmPorts } from './ports.ts';

const Body = () => {
  const { model, words } = useConfirm();
  const confirmation = model.confirmation.value;
  if (model.progress.value) return <Told progress={model.progress.value} />;
  if (confirmation === null) {
    return (
      <div class="shell" aria-busy="true">
        <h1>{words.t('confirm.asking')}</h1>
        <i />
        <i />
      </div>
    );
  }
  if (confirmation === 'no_answer') return <Absent kind="noAnswer" />;
  switch (confirmation.kind) {
    case 'gone':
      return <Absent kind="gone" />;
    case 'read_only':
      return <Absent kind="readOnly" />;
    case 'open':
      return model.plans.value.length === 0 ? <Absent kind="gone" /> : <Plan />;
    case 'applied':
      return <Told progress={confirmation} />;
  }
};

const Page = ({ confirm }: { readonly confirm: Confirm }) => {
  const { model, words } = confirm;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && event.isTrusted) model.ports.close();
      },
      { signal: gone.signal },
    );
    return () => gone.abort();
  }, [model]);
  const title = kindText(model.plans.value, 'title', words) || words.t('confirm.asking');
  useEffect(() => {
    document.title = withNeededMarks(words.t('confirm.pageTitle', { title }));
  }, [title, words]);
  const state = model.progress.value ? 'told' : 'asked';
  useEffect(() => {
    // No button has the focus by itself: a key that was still held down confirms nothing.
    main.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    <ConfirmContext.Provider value={confirm}>
      <main ref={main} tabIndex={-1} data-state={state}>
        <Body />
      </main>
    </ConfirmContext.Provider>
  );
};

/** Renders the window into an element. Nothing happens by itself. Gives a function that ends it. */
export const mountConfirm = (
  element: Element,
  ports: ConfirmPorts,
  reader: Reader,
): (() => void) => {
  const words = createConfirmWords(reader);
  const model = createConfirmModel(ports);
  render(<Page confirm={{ model, words }} />, element);
  const end = model.start();
  return () => {
    end();
    render(null, element);
  };
};
