import { expect, vi } from 'vitest';
import { packaged } from '#locales/en/packaged';
import type { AlertLogRecord, Cause, InboxAddress, Silence, Verdict } from '#model';
import type {
  InboxFleetRecord,
  IncidentRecord,
  ObservationRecord,
  WorkspaceRecord,
} from '#store/read';
import { actionRecord } from '../../components/changing/fixtures.ts';
import { confirmPorts, plan } from '../../components/confirm/fixtures.ts';
import {
  campaignId,
  cause,
  fleetRecord,
  headOf,
  incident,
  journalRecord,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  WORKSPACE,
  workspaceRecord,
} from '../../components/fixtures.ts';
import { optionsPorts } from '../../components/options/fixtures.ts';

// Every place where a text of Instantly's comes out, over a world in which all of its texts are the same one.

const READER = { locale: 'en', timeZone: 'UTC' } as const;

/** One place as it was shown, or one text that left the page. */
export interface Shown {
  readonly place: string;
  /** A copy: what is shown next leaves it alone. Absent for copied texts and files. */
  readonly root?: HTMLElement;
  readonly text: string;
}

/** The surfaces, to be loaded with or without their guards. */
export const loadSurfaces = async () => {
  const [
    { mountPopup },
    { mountDashboard },
    { mountOptions },
    { createPanelView },
    { wordPanel },
    { mountConfirm },
  ] = await Promise.all([
    import('../../components/popup/index.tsx'),
    import('../../components/dashboard/index.tsx'),
    import('../../components/options/index.tsx'),
    import('../../components/panel/index.tsx'),
    import('../../lib/answers/word-panel.ts'),
    import('../../components/confirm/index.tsx'),
  ]);
  return { mountPopup, mountDashboard, mountOptions, createPanelView, wordPanel, mountConfirm };
};

type Surfaces = Awaited<ReturnType<typeof loadSurfaces>>;

const addressOf = (text: string) => `${text.slice(0, 200)}@nw-mail.co` as InboxAddress;

const causesOf = (text: string): readonly Cause[] => [
  cause('inbox_login_lost', { params: { addresses: [addressOf(text)], answer: text, inboxes: 1 } }),
  cause('unseen_status', { params: { message: text } }),
  cause('status_failed', { params: { problem: text } }),
  cause('time_zone_trap', { params: { timeZone: text } }),
  cause(text as Cause['code']),
];

const worldOf = (text: string) => {
  const verdicts: readonly Verdict[] = [
    verdict(1, 'blocked', { name: text, causes: causesOf(text), code: text }),
    verdict(2, 'waiting', { name: text, nextSendAt: NOW + 1, causes: causesOf(text).slice(1) }),
    verdict(3, 'healthy', { name: text }),
    verdict(4, 'unknown', { name: text, lastKnown: { health: 'healthy', code: text, at: NOW } }),
  ];
  const workspaces: readonly WorkspaceRecord[] = [
    workspaceRecord({ kind: 'ok' }, { name: text }),
    workspaceRecord(
      { kind: 'key_rejected', since: NOW, message: text },
      { id: OTHER_WORKSPACE, name: text, order: 1 },
    ),
  ];
  const inboxes: InboxFleetRecord = {
    workspaceId: WORKSPACE,
    inboxes: [
      {
        workspaceId: WORKSPACE,
        address: addressOf(text),
        status: { unseen: text },
        smtpMessage: {
          code: text,
          command: text,
          response: text,
          errorText: text,
          responseCode: 535,
        },
        warmupStatus: { unseen: text },
        warmupScore: 1e308,
        provider: { unseen: text },
        isSetupPending: false,
        limitPerDay: 1e308,
        gapMinutes: 1,
        isSlowRamp: false,
        tracking: { host: text, status: text },
        tagIds: ['tag'],
        readAt: NOW,
      },
    ],
    days: [],
    tags: [{ id: 'tag', label: text }],
    readAt: NOW,
  };
  const record = (code: string, rest: Partial<IncidentRecord> = {}): IncidentRecord => ({
    incident: {
      ...incident,
      id: code,
      code: code as Cause['code'],
      subject: { kind: 'inboxes', addresses: [addressOf(text)] },
      params: { answer: text, domain: text, provider: text },
    },
    workspaceIds: [WORKSPACE],
    state: 'firing',
    acknowledgedAt: null,
    snoozedUntil: null,
    note: text,
    resolvedAt: null,
    ...rest,
  });
  const incidents = [
    record('inbox_login_lost'),
    record(text, { state: 'resolved', resolvedAt: NOW }),
  ];
  return { verdicts, workspaces, inboxes, incidents };
};

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

/** What is loaded when it is opened comes in its own time. */
const there = (selector: string): Promise<void> =>
  vi.waitFor(() => expect(document.querySelector(selector), selector).not.toBeNull(), 10_000);

const fresh = (): HTMLElement => {
  const app = document.createElement('div');
  app.innerHTML = '<header></header><main></main>';
  document.body.replaceChildren(app);
  return app;
};

const click = (selector: string): void => {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) element.click();
};

const taken = (place: string, root: HTMLElement): Shown => ({
  place,
  root: root.cloneNode(true) as HTMLElement,
  text: root.textContent,
});

const never = (): (() => void) => () => undefined;
const toldIn = (text: string) => async () => ({
  ok: true,
  summary: text,
  known: null,
  problem: { kind: 'scope_missing', scopes: [text] },
});

const readerPorts = (
  { verdicts, workspaces, inboxes }: ReturnType<typeof worldOf>,
  text: string,
) => ({
  readWorkspaces: async () => workspaces,
  readFleets: async () => [fleetRecord(verdicts)],
  readTrouble: async () => null,
  readAreChangesAllowed: async () => true,
  readActions: async () => [
    actionRecord(1, { kind: 'verified' }, { subject: text, before: { [text]: text } }),
    actionRecord(
      2,
      { kind: 'failed', note: { code: 'refused', params: { message: text } } },
      { subject: text, setId: 'other' },
    ),
  ],
  readJournals: async () => [journalRecord({})],
  readInboxes: async () => [inboxes],
  readHistory: async () => [],
  readSilences: async () => silencesOf(text),
  readAlertLog: async () => logOf(text),
  readObservation: async () => observationOf(text),
  readObservations: async () => [observationOf(text)],
  readCampaignTags: async () => [],
  subscribe: never,
  openUrl: () => undefined,
  openOptions: () => undefined,
  now: () => NOW,
  send: toldIn(text) as never,
});

/** Silences of every scope, with a note as hostile as every name; a cause that only a later version knows. */
const silencesOf = (text: string): readonly Silence[] => {
  const scopes: readonly Silence['scope'][] = [
    { kind: 'campaign', workspaceId: WORKSPACE, campaignId: campaignId(1) },
    { kind: 'tag', workspaceId: WORKSPACE, tagId: 'tag' },
    { kind: 'tag', workspaceId: WORKSPACE, tagId: text },
    { kind: 'workspace', workspaceId: WORKSPACE },
    { kind: 'cause', workspaceId: WORKSPACE, code: 'inbox_login_lost' },
    { kind: 'cause', workspaceId: null, code: text as Cause['code'] },
  ];
  return scopes.map((scope, place) => ({
    id: `silence-${place}`,
    kind: 'muted',
    scope,
    note: text,
    at: NOW,
    until: null,
  }));
};

const logOf = (text: string): readonly AlertLogRecord[] =>
  [campaignId(1), null].map((id, place) => ({
    workspaceId: WORKSPACE,
    campaignId: id,
    code: (place === 0 ? 'inbox_login_lost' : text) as Cause['code'],
    severity: 'red',
    at: NOW - place,
    since: NOW - 10,
    kind: 'fired',
    reason: null,
  }));

/** The raw facts of the first campaign, with a message as hostile as its name. */
const observationOf = (text: string): ObservationRecord =>
  ({
    campaign: { id: campaignId(1), inboxes: [addressOf(text)], tagIds: ['tag'] },
    reading: { kind: 'read', readAt: NOW, snapshot: { message: text } },
  }) as unknown as ObservationRecord;

const popupOf = async (
  { mountPopup }: Surfaces,
  world: ReturnType<typeof worldOf>,
  text: string,
) => {
  const app = fresh();
  const copied: Shown[] = [];
  const unmount = mountPopup(
    app,
    {
      ...readerPorts(world, text),
      readHead: async () =>
        headOf(
          world.workspaces,
          world.verdicts,
          world.incidents.map((one) => one.incident),
        ),
      requestAccess: async () => true,
      readPreference: (name) => (name === 'grouping' ? 'tag' : null),
      writePreference: () => undefined,
      copyText: async (said) =>
        void copied.push({ place: 'text copied from the popup', text: said }),
    },
    READER,
  );
  const row = `[data-campaign-id="${campaignId(1)}"] > button`;
  await there(row);
  await there('footer');
  await turns();
  const list = taken('popup', app);
  click(row);
  await there('.detail ol, .detail p');
  await there('[data-ask-ai]');
  click('[data-ask-ai], .row-actions button, [data-copy]');
  for (const raw of document.querySelectorAll('details')) {
    raw.open = true;
    raw.dispatchEvent(new Event('toggle'));
  }
  await turns();
  const shown = [list, taken('popup, opened row', app), ...copied];
  unmount();
  return shown;
};

const PLACES = [
  'campaigns',
  'incidents',
  'log',
  'inboxes',
  'history',
  'tomorrow',
  'changes',
].concat(`campaign/${campaignId(1)}`);

const dashboardOf = async (
  { mountDashboard }: Surfaces,
  world: ReturnType<typeof worldOf>,
  text: string,
) => {
  const shown: Shown[] = [];
  for (const place of PLACES) {
    const app = fresh();
    const unmount = mountDashboard(
      app,
      {
        ...readerPorts(world, text),
        readIncidents: async () => world.incidents,
        readSentDays: async () => undefined,
        readColumns: () => null,
        keepColumns: () => undefined,
        readHash: () => `#/${place}`,
        goTo: () => undefined,
        requestAccess: async () => true,
        watchHash: never,
        copyText: async (text) => void shown.push({ place: `text copied from ${place}`, text }),
        download: (name, _type, text) => void shown.push({ place: `file ${name}`, text }),
        print: () => undefined,
      },
      READER,
    );
    await turns();
    for (const raw of app.querySelectorAll('details')) raw.open = true;
    document.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }),
    );
    await turns();
    shown.push(taken(`dashboard, ${place}`, app));
    shown.push({ place: `title of ${place}`, text: document.title });
    if (place === 'campaigns')
      for (const id of ['team', 'client', 'csv', 'json', 'log-csv', 'log-json']) {
        document.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }),
        );
        await turns();
        click(`[data-command="${id}"]`);
        await turns();
      }
    if (place.startsWith('campaign/')) click('[data-copy], [data-copy] + button');
    await turns();
    unmount();
  }
  return shown;
};

const optionsOf = async (
  { mountOptions }: Surfaces,
  world: ReturnType<typeof worldOf>,
  text: string,
) => {
  const app = fresh();
  const webhook = { id: 'one', kind: 'any', name: text, host: 'hooks.example.com' } as const;
  const rest = { hasAddresses: true, waiting: 1, lastOutcome: null };
  const { ports } = optionsPorts(
    { 'webhook.list': () => ({ webhooks: [{ ...webhook, ...rest }] }) },
    {
      workspaces: world.workspaces,
      readFleets: async () => [fleetRecord(world.verdicts)],
      readSilences: async () => silencesOf(text),
      readTags: async () => [{ id: 'tag', label: text }],
    },
  );
  const unmount = mountOptions(app, ports, READER);
  await turns();
  click('[data-workspace-id] footer button, [data-workspace-id] button');
  await turns();
  const shown = taken('options', app);
  unmount();
  return [shown];
};

const confirmOf = async (
  { mountConfirm }: Surfaces,
  { workspaces }: ReturnType<typeof worldOf>,
  text: string,
): Promise<readonly Shown[]> => {
  const plans = [
    plan({ subject: text, before: { [text]: text }, typed: text }),
    plan({ subject: text, refusal: { code: 'refused', params: { message: text } } }, 2),
  ];
  const shown: Shown[] = [];
  for (const opened of [plans, plans.slice(0, 1)]) {
    const app = fresh();
    const ports = {
      ...confirmPorts({
        'change.confirmation': () => ({ kind: 'open', plans: opened, typed: text, effect: null }),
      }),
      readWorkspaces: async () => workspaces.slice(0, 1),
    };
    const unmount = mountConfirm(app, ports, READER);
    await there('[data-confirm]');
    shown.push(taken(`confirm, ${opened.length}`, app));
    shown.push({ place: 'title of confirm', text: document.title });
    unmount();
  }
  return shown;
};

const panelOf = (
  { createPanelView, wordPanel }: Surfaces,
  world: ReturnType<typeof worldOf>,
  text: string,
) => {
  const view = createPanelView(READER);
  return world.verdicts.map((shown) => {
    const into = document.createElement('div');
    view.render(into, {
      state: {
        kind: 'known',
        verdict: shown,
        checkedAt: NOW,
        ...wordPanel(
          { state: { kind: 'key_rejected', since: NOW, message: text }, name: text },
          shown,
          NOW,
          packaged,
          READER,
          NOW,
        ),
        incident: {
          code: 'status_failed',
          params: { problem: text },
          loss: null,
          clearsAt: null,
          campaigns: 2,
        },
        timeFormat: 'system',
        texts: packaged,
      },
      now: NOW,
      corner: 'bottom-right',
      isCollapsed: false,
      isMenuOpen: false,
      found: new Map(),
      copied: null,
      on: () => () => undefined,
    });
    return taken(`panel, ${shown.health}`, into);
  });
};

/** Shows a world in which every text of Instantly's is `text`, on every surface, and gives what came out. */
export const showEverywhere = async (
  surfaces: Surfaces,
  text: string,
  verdicts?: readonly Verdict[],
): Promise<readonly Shown[]> => {
  const world = { ...worldOf(text), ...(verdicts && { verdicts }) };
  return [
    ...(await popupOf(surfaces, world, text)),
    ...(await dashboardOf(surfaces, world, text)),
    ...(await optionsOf(surfaces, world, text)),
    ...(await confirmOf(surfaces, world, text)),
    ...panelOf(surfaces, world, text),
  ];
};
