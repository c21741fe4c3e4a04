// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Gateway } from '#gateway';
import { InstantlyError } from '#instantly';
import { HOUR_MS, type WorkspaceState } from '#model';
import { openWriter } from '#store/write';
import { openVault } from '#vault';
import { type DashboardPorts, mountDashboard } from '../../components/dashboard/index.tsx';
import { headOf, NOW, workspaceRecord } from '../../components/fixtures.ts';
import { optionsPorts } from '../../components/options/fixtures.ts';
import { mountOptions } from '../../components/options/index.tsx';
import { mountPopup, type PopupPorts } from '../../components/popup/index.tsx';
import { workspaceHandlers } from '../../entrypoints/background/workspace-handlers.ts';
import { askInstantly } from '../../lib/watch/ask-instantly.ts';
import { freshMemory } from '../../lib/watch/core/fixtures.ts';
import { NO_ATTENTION } from '../../lib/watch/core/memory.ts';
import { beginSlice, refill } from '../../lib/watch/core/slice.ts';
import { take } from '../../lib/watch/core/take.ts';
import { workspaceAfter } from '../../lib/watch/core/workspace-after.ts';
import { ID } from './senders.ts';

const KEY = 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=';

/** What a browser does with a request to a host that it does not let us reach: it looks like no connection. */
const blocked = {
  request: () => Promise.reject(new InstantlyError('offline')),
} as never as Gateway;

describe('row 50: the browser has taken back, or never gave, access to Instantly', () => {
  const stateAfter = async (hasHostPermission: boolean): Promise<WorkspaceState> => {
    const ask = { kind: 'campaigns', cursor: null } as const;
    const outcome = await askInstantly(blocked, 'rest', ask, {
      now: () => NOW,
      hasHostPermission: async () => hasHostPermission,
    });
    const begun = beginSlice(freshMemory(), NO_ATTENTION, 300_000, NOW);
    const { slice } = refill(begun, NOW);
    return workspaceAfter(take(slice, ask, outcome, NOW), new Map(), NOW).state;
  };

  test('row 50: a check says so, with its beginning', async () => {
    expect(await stateAfter(false)).toEqual({ kind: 'permission_missing', since: NOW });
  });

  test('row 50, control: without asking the browser it looks like a lost connection', async () => {
    expect(await stateAfter(true)).toEqual({ kind: 'offline', since: NOW });
  });

  const connectWith = async (hasHostPermission: boolean): Promise<unknown> => {
    fakeBrowser.reset();
    const handlers = workspaceHandlers(
      {
        store: openWriter(() => NOW),
        vault: openVault(),
        fetch: () => Promise.reject(new TypeError('Failed to fetch')),
        now: () => NOW,
        newId: () => ID as never,
        gateways: {
          of: () => Promise.reject(new Error('nothing is asked')),
          close: () => undefined,
        },
        allowance: { pay: async () => undefined },
      },
      async () => undefined,
      () => undefined,
      () => undefined,
      async () => hasHostPermission,
    );
    return handlers['workspace.connect']({ key: KEY }, undefined);
  };

  test('row 50: connecting says so: Firefox may give no access at install', async () => {
    expect(await connectWith(false)).toEqual({
      ok: false,
      problem: { code: 'permission_missing' },
    });
  });

  test('row 50, control: with access the same failure is a lost connection', async () => {
    expect(await connectWith(true)).toEqual({ ok: false, problem: { code: 'offline' } });
  });
});

describe('row 50: the button that asks for access', () => {
  const missing = workspaceRecord({ kind: 'permission_missing', since: NOW - HOUR_MS });
  const reader = { locale: 'en', timeZone: 'UTC' };
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  const element = (): HTMLElement => {
    const app = document.createElement('div');
    app.innerHTML = '<header></header><main></main>';
    document.body.replaceChildren(app);
    return app;
  };
  /** Ports over nothing but a workspace without access. */
  const portsWith = (requestAccess: () => Promise<boolean>): unknown => {
    const known: Readonly<Record<string, unknown>> = {
      requestAccess,
      now: () => NOW,
      readHash: () => '',
      subscribe: () => () => undefined,
      readPreference: () => null,
      readColumns: () => null,
      readTrouble: async () => null,
      readWorkspaces: async () => [missing],
      readHead: async () => headOf([missing], []),
    };
    const none = (name: string) =>
      name.startsWith('watch') ? () => () => undefined : async () => [];
    return new Proxy({}, { get: (_, name) => known[String(name)] ?? none(String(name)) });
  };

  type Open = (requestAccess: () => Promise<boolean>) => void;
  const SURFACES: readonly (readonly [string, Open, RegExp])[] = [
    [
      'popup',
      (requestAccess) => {
        const ports = portsWith(requestAccess) as PopupPorts;
        ends.push(mountPopup(element(), ports, reader));
      },
      /^Allow access$/,
    ],
    [
      'dashboard',
      (requestAccess) => {
        const ports = portsWith(requestAccess) as DashboardPorts;
        ends.push(mountDashboard(element(), ports, reader));
      },
      /^Allow access$/,
    ],
    [
      'options',
      (requestAccess) => {
        const { ports } = optionsPorts({}, { requestAccess, workspaces: [missing] });
        ends.push(mountOptions(element(), ports, reader));
      },
      /^Allow access/,
    ],
  ];

  /** How often access was asked for by the time the click is over: browsers grant nothing later. */
  const askedByClick = async (open: Open, isWaiting: boolean, label: RegExp) => {
    let asked = 0;
    open(async () => {
      if (isWaiting) await Promise.resolve();
      asked += 1;
      return false;
    });
    const button = await vi.waitFor(() => {
      const found = [...document.querySelectorAll('button')].find(({ textContent }) =>
        label.test(textContent ?? ''),
      );
      if (!found) throw new Error(document.body.textContent ?? '');
      return found;
    });
    button.click();
    return asked;
  };

  test.each(SURFACES)('row 50: %s asks in the press itself', async (_, open, label) => {
    expect(await askedByClick(open, false, label)).toBe(1);
  });

  test.each(SURFACES)(
    'row 50, control: %s: after any wait it is too late',
    async (_, open, label) => {
      expect(await askedByClick(open, true, label)).toBe(0);
    },
  );
});
