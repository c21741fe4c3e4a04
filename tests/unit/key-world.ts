import { IDBFactory } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Fetch } from '#instantly';
import type { InstantMs, WorkspaceId } from '#model';
import { answer, createAudit, createWorkspaces } from '#sandbox';
import { openWriter, putConnectBucket, readConnectBucket } from '#store/write';
import { openVault } from '#vault';
import { createAllowance, createGateways, type WorkspacesPort } from '#watch';

export const T0: InstantMs = Date.UTC(2026, 10, 24, 15);

interface Asked {
  readonly path: string;
  readonly key: string;
  readonly actsOn: string | undefined;
}

/**
 * Everything that connecting needs, over the sandbox's API without a network: a clock that moves only when something
 * waits, and a worker that can die, after which only what was stored is left.
 */
export const createKeyWorld = () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  const workspaces = createWorkspaces();
  const clock = { now: T0 };
  const audit = createAudit();
  const asked: Asked[] = [];
  const now = () => clock.now;
  const pace = {
    now,
    wait: async (delayMs: number) => {
      clock.now += delayMs;
    },
    budgetPercent: async () => 5,
  };
  const fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const headers = Object.fromEntries(new Headers(init.headers));
    const key = headers['authorization']?.replace('Bearer ', '') ?? '';
    const actsOn = headers['x-as-workspace'];
    asked.push({ path: pathname.replace('/api/v2/', ''), key, actsOn });
    audit.record(`${key} ${actsOn}`, pathname, clock.now);
    const { status, body } = answer(workspaces, {
      method: 'GET',
      path: pathname,
      query: searchParams,
      headers,
    });
    return Response.json(body, { status });
  };
  const vault = openVault();
  const store = openWriter(now);
  let ids = 0;
  const startWorker = () => {
    const gateways = createGateways({ ...pace, vault, fetch, random: () => 0.5 });
    const port: WorkspacesPort = {
      store,
      vault,
      fetch,
      now,
      newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}` as WorkspaceId,
      gateways,
      allowance: createAllowance({ ...pace, read: readConnectBucket, write: putConnectBucket }),
    };
    return { port, gateways };
  };
  return { workspaces, clock, audit, asked, vault, store, startWorker, ...startWorker() };
};
