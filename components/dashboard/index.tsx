import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { nameText, type Reader, withNeededMarks } from '#words';
import { createSilenceWords } from '../silencing/index.ts';
import { Campaign } from './campaign.tsx';
import { Campaigns } from './campaigns.tsx';
import { Changes } from './changes.tsx';
import { ClientReport } from './client-report.tsx';
import { type Dashboard, DashboardContext, useDashboard } from './context.ts';
import { Headline } from './headline.tsx';
import { Help } from './help.tsx';
import { History } from './history.tsx';
import { Inboxes } from './inboxes.tsx';
import { Incidents } from './incidents.tsx';
import { listenToKeys } from './listen-to-keys.ts';
import { Log } from './log.tsx';
import { createDashboardModel } from './model.ts';
import { Nav } from './nav.tsx';
import { Notice, Notices, Trouble } from './notices.tsx';
import { Palette } from './palette.tsx';
import type { DashboardPorts } from './ports.ts';
import { showAllOnPaper } from './print.ts';
import { Tomorrow } from './tomorrow.tsx';
import { createDashboardWords } from './words.ts';

export type { DashboardPorts } from './ports.ts';

const TICK_MS = 1_000;

const SECTION = {
  campaigns: Campaigns,
  incidents: Incidents,
  log: Log,
  inboxes: Inboxes,
  history: History,
  tomorrow: Tomorrow,
  changes: Changes,
} as const;

const Welcome = () => {
  const { model, words } = useDashboard();
  return (
    <section class="welcome" aria-label={words.t('dashboard.section.campaigns')}>
      <h1>{words.t('popup.welcome')}</h1>
      <p class="lead">{words.t('popup.welcomeText')}</p>
      <button type="button" class="button first" onClick={model.ports.openOptions}>
        {words.t('popup.connect')}
      </button>
    </section>
  );
};

const Loading = () => {
  const { words } = useDashboard();
  return (
    <div class="shell" aria-busy="true">
      <h1>{words.t('dashboard.loading')}</h1>
      <i />
      <i />
      <i />
    </div>
  );
};

const Body = () => {
  const { model } = useDashboard();
  const route = model.route.value;
  if (!model.allWorkspaces.value) return <Loading />;
  if (model.allWorkspaces.value.length === 0) return <Welcome />;
  if (route.kind === 'campaign') {
    return (
      <>
        <Notices />
        <Campaign campaignId={route.campaignId} />
      </>
    );
  }
  const Section = SECTION[route.section];
  // Without campaigns the first trouble is the answer.
  const trouble = model.workspaces.value.find(({ state }) => state.kind !== 'ok');
  if (trouble && model.verdicts.value.length === 0) {
    return (
      <>
        <Notice workspace={trouble} isHeadline />
        <Section />
      </>
    );
  }
  return (
    <>
      <Headline />
      <Notices />
      <Section />
    </>
  );
};

const Status = () => {
  const { model, words } = useDashboard();
  const { check, said, query, segment, rows, allRows } = model;
  const isNarrowed = query.value !== '' || segment.value !== null;
  return (
    <div role="status" class={check.value === 'no_answer' ? 'status' : 'hidden'}>
      {check.value === 'no_answer' && words.t('popup.noAnswer')}
      {check.value === 'checking' && words.t('popup.checking')}
      {isNarrowed &&
        words.t('popup.shown', { shown: rows.value.length, count: allRows.value.length })}{' '}
      {said.value}
    </div>
  );
};

/** What only paper shows: whose report this is, and of when. */
const PrintHead = () => {
  const { model, words } = useDashboard();
  const names = model.workspaces.value.map(({ name }) =>
    nameText(name, words.t('popup.workspace'), 80),
  );
  return (
    <p class="print-head" aria-hidden="true">
      {words.t('dashboard.printHead', {
        workspaces: names,
        at: words.clock(model.slowNow.value, 0),
      })}
    </p>
  );
};

const Page = ({ dashboard }: { readonly dashboard: Dashboard }) => {
  const { model, words } = dashboard;
  const main = useRef<HTMLElement>(null);
  // With the first paint, not after it: a key pressed at once counts.
  useLayoutEffect(() => {
    const gone = new AbortController();
    listenToKeys(dashboard, gone.signal);
    showAllOnPaper(model, gone.signal);
    return () => gone.abort();
  }, [dashboard, model]);
  const isForClient = model.isPrinting.value && model.paperFor.value === 'client';
  const route = model.route.value;
  const place = route.kind === 'campaign' ? route.campaignId : route.section;
  const title =
    route.kind === 'campaign'
      ? nameText(model.byId.value.get(route.campaignId)?.name ?? '', words.t('campaign.page'), 80)
      : words.t(`dashboard.section.${route.section}`);
  useEffect(() => {
    document.title = withNeededMarks(words.t('dashboard.pageTitle', { title }));
  }, [title, words]);
  const isAtGuide = route.kind === 'campaign' && route.isAtGuide;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    // The guide brings itself into sight.
    if (isAtGuide) return;
    // What a new page would do: a reader starts at its top, and so does the focus.
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place, isAtGuide]);
  return (
    <DashboardContext.Provider value={dashboard}>
      <div class="page">
        <Nav />
        <main ref={main} tabIndex={-1}>
          <PrintHead />
          {!isForClient && <Trouble />}
          {isForClient ? <ClientReport /> : <Body />}
        </main>
        <Status />
        {model.isPaletteOpen.value && <Palette />}
        {model.isHelpOpen.value && <Help />}
      </div>
    </DashboardContext.Provider>
  );
};

/** Renders the dashboard into an element and keeps it fresh. Gives a function that ends it. */
export const mountDashboard = (
  element: Element,
  ports: DashboardPorts,
  reader: Reader,
): (() => void) => {
  const words = createDashboardWords(reader);
  const silenceWords = createSilenceWords(reader);
  const model = createDashboardModel(ports, words, silenceWords);
  render(<Page dashboard={{ model, words, silenceWords, reader }} />, element);
  void model.refresh();
  const unsubscribe = ports.subscribe(() => void model.refresh());
  const unwatch = ports.watchHash(model.followHash);
  const timer = setInterval(model.tick, TICK_MS);
  return () => {
    clearInterval(timer);
    unwatch();
    unsubscribe();
    render(null, element);
  };
};
