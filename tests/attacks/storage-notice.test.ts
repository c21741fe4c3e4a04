// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StorageTrouble } from '#store/read';
import { type DashboardPorts, mountDashboard } from '../../components/dashboard/index.tsx';
import { headOf, NOW, workspaceRecord } from '../../components/fixtures.ts';
import { optionsPorts } from '../../components/options/fixtures.ts';
import { mountOptions } from '../../components/options/index.tsx';
import { mountPopup, type PopupPorts } from '../../components/popup/index.tsx';

const READER = { locale: 'en', timeZone: 'UTC' };
const records = [workspaceRecord()];
let unmount = (): void => undefined;
afterEach(() => unmount());

const element = (): HTMLElement => {
  const app = document.createElement('div');
  app.innerHTML = '<header></header><main></main>';
  document.body.replaceChildren(app);
  return app;
};

/** Ports over one workspace, and what keeps the browser from storing. */
const portsWith = (trouble: StorageTrouble | null): unknown => {
  const known: Readonly<Record<string, unknown>> = {
    now: () => NOW,
    readHash: () => '',
    subscribe: () => () => undefined,
    readPreference: () => null,
    readColumns: () => null,
    readTrouble: async () => trouble,
    readWorkspaces: async () => records,
    readHead: async () => headOf(records, []),
  };
  const none = (name: string) =>
    name.startsWith('watch') ? () => () => undefined : async () => [];
  return new Proxy({}, { get: (_, name) => known[String(name)] ?? none(String(name)) });
};

const SURFACES: readonly (readonly [string, (trouble: StorageTrouble | null) => () => void])[] = [
  ['popup', (trouble) => mountPopup(element(), portsWith(trouble) as PopupPorts, READER)],
  [
    'dashboard',
    (trouble) => mountDashboard(element(), portsWith(trouble) as DashboardPorts, READER),
  ],
  [
    'options',
    (trouble) => {
      const { ports } = optionsPorts({}, { readTrouble: async () => trouble, workspaces: records });
      return mountOptions(element(), ports, READER);
    },
  ],
];

describe.each(SURFACES)('rows 45 and 51: %s', (_, mount) => {
  test.each([
    ['full', 'may be old'],
    ['refused', 'entered again'],
  ] as const)(
    'rows 45 and 51: says that storing is %s, and what follows',
    async (trouble, words) => {
      unmount = mount(trouble);
      await vi.waitFor(() => {
        const notice = document.querySelector(`[role=alert][data-state=storage_${trouble}]`);
        expect(notice?.textContent).toContain(words);
      });
    },
  );

  test('rows 45 and 51, control: says nothing of it while all is stored', async () => {
    unmount = mount(null);
    await vi.waitFor(() => expect(document.querySelector('h1')).not.toBeNull());
    expect(document.querySelector('[data-state^=storage_]')).toBeNull();
  });
});
