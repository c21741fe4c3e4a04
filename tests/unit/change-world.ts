import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type ChangesPort, createChanges, type Ticket } from '#actions';
import type { Fetch } from '#instantly';
import {
  type Change,
  DAY_MS,
  type PlannedChange,
  parseInboxAddress,
  type WorkspaceId,
} from '#model';
import type { ActionRecord } from '#store/read';
import { openWriter, type StoreWriter } from '#store/write';
import { createAsking, createGateways } from '#watch';
import { freshMemory } from '../../lib/watch/core/fixtures.ts';
import { answer, createWorkspaces } from '../../sandbox/api/index.ts';
import { apiKeyFrom, createWorld, type World, type WorldPlan } from '../../sandbox/world/index.ts';

/** What goes wrong with one write, or one read: before Instantly does it, or after it did. */
export type Trouble =
  | { readonly before: Response }
  | { readonly after: Response | 'no answer' | 'silence' };

/** One write as Instantly received it. */
export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A worker dies at the nth thing it asks of the world, before or after it was done. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

const GET = 'GET';
const READS: ReadonlySet<string> = new Set([
  '/api/v2/accounts/test/vitals',
  '/api/v2/accounts/warmup-analytics',
]);

const START_MS = Date.UTC(2026, 10, 19, 12);
export const ADDRESSES = Array.from({ length: 4 }, (_, n) => `inbox${n}@a.example`);

const PLAN: WorldPlan = {
  workspaceName: 'Test',
  inboxes: ADDRESSES.map((address) => ({ address, limitPerDay: 30 })),
  campaigns: ['one', 'two', 'three'].map((name) => ({
    name,
    inboxes: ADDRESSES,
    limitPerDay: 40,
    schedule: {
      startDate: null,
      endDate: null,
      entries: [
        {
          name: 'all week',
          from: '09:00',
          to: '17:00',
          days: [0, 1, 2, 3, 4, 5, 6],
          timezone: 'Etc/GMT',
        },
      ],
    },
  })),
};

const never = new Promise<never>(() => undefined);

interface Life {
  /** Calls that are under way. */
  active: number;
  isDead: boolean;
  readonly next: (name: string) => 'go' | 'before' | 'after';
}

/** Every call of a port counted, and after its death none answered: what a worker that is killed does to the world. */
const mortal = <Port extends object>(port: Port, life: Life): Port =>
  Object.fromEntries(
    Object.entries(port).map(([name, value]) => {
      if (typeof value !== 'function' || name === 'now' || name === 'newId') return [name, value];
      return [
        name,
        async (...given: unknown[]) => {
          if (life.isDead) return never;
          const fate = life.next(name);
          if (fate === 'before') {
            life.isDead = true;
            return never;
          }
          life.active += 1;
          try {
            const answered = await value(...given);
            if (fate === 'after') life.isDead = true;
            return life.isDead ? never : answered;
          } finally {
            life.active -= 1;
          }
        },
      ];
    }),
  ) as Port;

export interface ChangeWorldOptions {
  readonly scopes?: readonly string[];
  readonly plan?: WorldPlan;
  readonly areChangesAllowed?: boolean;
  readonly timeoutMs?: number;
}

/** A simulated workspace, the product's own gateways and store, and changes over them. */
export const changeWorld = async ({
  scopes = ['all:all'],
  plan = PLAN,
  areChangesAllowed = true,
  timeoutMs = 10_000,
}: ChangeWorldOptions = {}) => {
  globalThis.indexedDB = new IDBFactory();
  const world: World = createWorld({ plan, startMs: START_MS, historyMs: DAY_MS / 2 });
  const workspaces = createWorkspaces();
  const key = apiKeyFrom('changes', 'main');
  workspaces.addKey(key, workspaces.add(world), scopes);
  const workspaceId = world.state.workspaceId as WorkspaceId;

  const writes: Write[] = [];
  const troubles: Trouble[] = [];
  const readTroubles: Trouble[] = [];
  const fetchHere: Fetch = async (url, { method = GET, headers, body, signal }) => {
    const { pathname: path, searchParams: query } = new URL(url);
    const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    const isWrite = method !== GET && !READS.has(path);
    if (isWrite) writes.push({ method, path, body: parsed });
    const trouble = (isWrite ? troubles : readTroubles).shift();
    if (trouble && 'before' in trouble) return trouble.before;
    const answered = answer(workspaces, {
      method,
      path,
      query,
      headers: Object.fromEntries(new Headers(headers)),
      ...(parsed !== undefined && { body: parsed }),
    });
    if (trouble?.after === 'no answer') throw new TypeError('network error');
    if (trouble?.after === 'silence') {
      await new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    }
    if (trouble && trouble.after instanceof Response) return trouble.after;
    return new Response(JSON.stringify(answered.body), { status: answered.status });
  };

  const now = (): number => world.nowMs;
  const store: StoreWriter = openWriter(now);
  const { workspace } = freshMemory();
  await store.putWorkspace({ ...workspace, id: workspaceId, state: { kind: 'ok' } });
  const gateways = createGateways({
    vault: { get: async () => key },
    fetch: fetchHere,
    now,
    random: () => 0,
    wait: async (ms) => world.advance(ms),
    budgetPercent: async () => 10,
    timeoutMs,
  } as Parameters<typeof createGateways>[0]);
  const asking = createAsking({ store, gateways, now, hasHostPermission: async () => true });

  const tickets = new Map<string, Ticket>();
  const opened: string[] = [];
  let ids = 0;
  const setting = { areChangesAllowed };

  const port: ChangesPort = {
    store,
    now,
    newId: () => {
      ids += 1;
      return `ticket-${ids}`;
    },
    ...asking,
    areChangesAllowed: async () => setting.areChangesAllowed,
    tickets: {
      get: async (id) => tickets.get(id),
      all: async () => [...tickets.values()],
      put: async (ticket) => {
        tickets.set(ticket.id, structuredClone(ticket));
      },
      remove: async (gone) => {
        for (const id of gone) tickets.delete(id);
      },
    },
    openWindow: async (ticket) => {
      opened.push(ticket);
      return true;
    },
    onChanged: () => undefined,
    look: () => undefined,
  };

  const lives: Life[] = [];

  /** A fresh worker over the same world; with a death, one that is killed. */
  const worker = (death?: Death) => {
    const trace: string[] = [];
    const life: Life = {
      active: 0,
      isDead: false,
      next: (name) => {
        trace.push(name);
        return death?.at === trace.length - 1 ? death.when : 'go';
      },
    };
    lives.push(life);
    const counted: ChangesPort = {
      ...mortal(port, life),
      store: mortal(port.store, life),
      tickets: mortal(port.tickets, life),
    };
    return { ...createChanges(counted), trace, life };
  };

  const changes = worker();
  const idOf = (name: string): string => world.idOf(name);
  const about = (change: Change): PlannedChange => ({ workspaceId, change });

  /** Until no worker has asked for anything for a few turns. */
  const quiet = async (): Promise<void> => {
    for (let turns = 0; turns < 4; ) {
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      turns = lives.some(({ active }) => active > 0) ? 0 : turns + 1;
    }
  };

  const records = async (): Promise<ActionRecord[]> => store.actions(0);

  /** Opens, shows and confirms, as a person does in the window. */
  const confirm = async (
    planned: readonly PlannedChange[],
    { by = changes, typed = '' }: { by?: ReturnType<typeof worker>; typed?: string } = {},
  ) => {
    await by.open(planned);
    const ticket = opened.at(-1) ?? '';
    const shown = await by.confirmation(ticket);
    const applied = await by.apply({ ticket, changes: planned, typed });
    return { ticket, shown, applied };
  };

  return {
    world,
    workspaces,
    workspaceId,
    key,
    store,
    port,
    changes,
    worker,
    writes,
    troubles,
    readTroubles,
    tickets,
    opened,
    setting,
    gateways,
    idOf,
    about,
    quiet,
    records,
    confirm,
    inbox: (n: number) => parseInboxAddress(ADDRESSES[n] ?? '') ?? ('' as never),
    campaign: (name: string) => idOf(name) as never,
  };
};

export type ChangeWorld = Awaited<ReturnType<typeof changeWorld>>;
