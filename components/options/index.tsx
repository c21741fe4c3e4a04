import { render } from 'preact';
import type { Reader } from '#words';
import { About } from './about.tsx';
import { Alerts } from './alerts/index.tsx';
import { AppearanceSection } from './appearance.tsx';
import { ChangesSection } from './changes.tsx';
import { Checking } from './checking.tsx';
import { Options, useOptions } from './context.ts';
import { Data } from './data.tsx';
import { createOptionsModel, type OptionsPorts } from './model.ts';
import { Nav } from './nav.tsx';
import { Notices } from './notices.tsx';
import { Welcome } from './welcome.tsx';
import { createOptionsWords } from './words.ts';
import { Workspaces } from './workspaces.tsx';

export type { OptionsPorts } from './model.ts';

const Page = () => {
  const { words } = useOptions();
  return (
    <div class="page">
      <Nav />
      <main>
        <h1>{words.t('options.title')}</h1>
        <Notices />
        <Welcome />
        <Workspaces />
        <Checking />
        <Alerts />
        <ChangesSection />
        <AppearanceSection />
        <Data />
        <About />
      </main>
    </div>
  );
};

/** Renders the options page into an element and keeps it fresh. Gives a function that ends it. */
export const mountOptions = (
  element: Element,
  ports: OptionsPorts,
  reader: Reader,
): (() => void) => {
  const model = createOptionsModel(ports);
  const living: Reader = {
    ...reader,
    get timeFormat() {
      return model.settings.value.timeFormat;
    },
  };
  const words = createOptionsWords(living);
  const unsubscribe = ports.subscribe(() => void model.refresh());
  const unwatch = ports.watchOnline(() => void model.refresh());
  const unstyle = model.settings.subscribe(ports.keepLook);
  render(
    <Options.Provider value={{ model, words, reader: living }}>
      <Page />
    </Options.Provider>,
    element,
  );
  void model.refreshAll();
  return () => {
    unsubscribe();
    unwatch();
    unstyle();
    render(null, element);
  };
};
