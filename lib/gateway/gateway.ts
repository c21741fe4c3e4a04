import {
  type ClientOptions,
  createClient,
  createWriter,
  type Fetch,
  type InstantlyClient,
  InstantlyError,
  type InstantlyWriter,
} from '#instantly';
import type { WorkspaceId } from '#model';
import type { TokenBucketState } from '#store/read';
import { apiKeySecretId, type Vault } from '#vault';
import { freshStanding, type KnownBefore } from './fresh-standing.ts';
import { GatewayError } from './gateway-error.ts';
import { metered } from './metered.ts';
import { createQueue } from './queue.ts';
import { admit, mostAtOnce, type Priority, type Standing, settle, withBudget } from './standing.ts';

export interface GatewayOptions extends KnownBefore {
  readonly workspaceId: WorkspaceId;
  /** The admin workspace whose key acts on this one; left out where the key is its own. */
  readonly adminId?: WorkspaceId | undefined;
  readonly vault: Pick<Vault, 'get'>;
  readonly fetch: Fetch;
  /** 0 to 1, as Math.random. */
  readonly random: () => number;
  /** Resolves after so many milliseconds; never asked for more than 5 s. */
  readonly wait: (delayMs: number) => Promise<void>;
  /** For one request; the client's own when left out. */
  readonly timeoutMs?: number;
}

/** The one way to Instantly for one workspace, and the only one that opens the vault for it. */
export interface Gateway {
  /**
   * Asks with a client that counts every call against the budget. Rejects with GatewayError, InstantlyError or
   * VaultError; a wait of more than 5 s is `deferred` at once.
   */
  request<T>(priority: Priority, ask: (client: InstantlyClient) => Promise<T>): Promise<T>;
  /**
   * The same with a client that also changes things, for what a person has confirmed: ahead of everything else, and the
   * only way by which anything is changed. One that rejects may have been made, unless its error is a refusal.
   */
  change<T>(make: (client: InstantlyWriter) => Promise<T>): Promise<T>;
  /** Takes one request out of the budget, for an asking of its own: while a key is not in the vault yet. A latch does not count. */
  pay(priority: Priority): Promise<void>;
  /** To be called when the vault holds a new key: lifts the latch; what was asked with the old one is thrown away. */
  renew(generation: number, adminId?: WorkspaceId): void;
  /** To be called when the user chose another share of Instantly's limit, in percent. */
  setBudget(budgetPercent: number): void;
  /** To be called when the workspace is removed: nothing is asked or answered any more. */
  close(): void;
  /** To be kept in the journal. */
  bucket(): TokenBucketState;
  /** All that is known about asking: `notBefore`, `latch`, `failures`, … */
  standing(): Standing;
}

interface Waiting {
  readonly priority: Priority;
  readonly start: () => void;
  readonly refuse: (error: GatewayError) => void;
}

/** Opens the way to Instantly for one workspace. There must be one gateway a workspace, or the budget is spent twice. */
export const createGateway = (options: GatewayOptions): Gateway => {
  const { workspaceId, vault, now, random, wait } = options;
  const queue = createQueue<Waiting>();
  let standing = freshStanding(options);
  let { adminId } = options;
  let running = 0;
  let isTimerSet = false;
  let isClosed = false;

  const setTimer = async (delayMs: number): Promise<void> => {
    if (isTimerSet) return;
    isTimerSet = true;
    await wait(delayMs);
    isTimerSet = false;
    pump();
  };

  const pump = (): void => {
    while (running < mostAtOnce(standing)) {
      const next = queue.first();
      if (next === undefined) return;
      const admission = admit(standing, next.priority, now());
      if (admission.kind === 'wait') {
        standing = admission.standing;
        void setTimer(admission.waitMs);
        return;
      }
      queue.takeFirst();
      if (admission.kind === 'refuse') {
        next.refuse(admission.error);
      } else {
        standing = admission.standing;
        running += 1;
        next.start();
      }
    }
  };

  const enter = (priority: Priority): Promise<void> =>
    new Promise((start, refuse) => {
      queue.add({ priority, start, refuse });
      pump();
    });

  const leave = (): void => {
    running -= 1;
    pump();
  };

  /** A token for a call that does not wait in the queue: a further one of a request that is already under way. */
  const takeTurn = async (priority: Priority, isLatchHeld: boolean): Promise<void> => {
    for (;;) {
      const latch = isLatchHeld ? standing.latch : null;
      const admission = admit({ ...standing, latch }, priority, now());
      if (admission.kind === 'refuse') throw admission.error;
      if (admission.kind === 'go') {
        standing = { ...standing, bucket: admission.standing.bucket };
        return;
      }
      standing = admission.standing;
      await wait(admission.waitMs);
    }
  };

  const mustBeCurrent = (generation: number): void => {
    if (isClosed || generation !== standing.generation) throw new GatewayError('superseded');
  };

  /** Learns from how a piece of asking ends, unless a newer key makes that old news. */
  const learningFrom = async <T>(generation: number, ask: () => Promise<T>): Promise<T> => {
    const startedAt = now();
    const ended = (error: InstantlyError | null): void => {
      if (generation !== standing.generation) return;
      standing = settle(standing, { error, startedAt }, now(), random);
    };
    try {
      const answer = await ask();
      ended(null);
      return answer;
    } catch (error) {
      if (error instanceof InstantlyError) ended(error);
      throw error;
    }
  };

  const openClient = async <Client>(
    generation: number,
    create: (options: ClientOptions) => Client,
  ): Promise<Client> => {
    const asWorkspace = adminId && workspaceId;
    const key = await vault.get(apiKeySecretId(workspaceId, adminId));
    mustBeCurrent(generation);
    if (key === undefined) throw new GatewayError('key_missing');
    const { fetch, timeoutMs } = options;
    return create({ key, fetch, now, workspaceId, asWorkspace, timeoutMs });
  };

  const openMetered = async <Client extends InstantlyClient>(
    priority: Priority,
    generation: number,
    create: (options: ClientOptions) => Client,
  ): Promise<Client> => {
    const client = await openClient(generation, create);
    let isPaid = true;
    return metered(client, async (ask) => {
      if (!isPaid) await takeTurn(priority, true);
      isPaid = false;
      mustBeCurrent(generation);
      return learningFrom(generation, ask);
    });
  };

  const turnAwayWaiting = (): void => {
    for (let next = queue.takeFirst(); next !== undefined; next = queue.takeFirst()) {
      next.refuse(new GatewayError('superseded'));
    }
  };

  const requestWith = async <Client extends InstantlyClient, T>(
    priority: Priority,
    create: (options: ClientOptions) => Client,
    ask: (client: Client) => Promise<T>,
  ): Promise<T> => {
    const { generation } = standing;
    mustBeCurrent(generation);
    await enter(priority);
    try {
      mustBeCurrent(generation);
      const answer = await ask(await openMetered(priority, generation, create));
      mustBeCurrent(generation);
      return answer;
    } catch (error) {
      // What an old key was told (that it is refused, say) is no news about the new one.
      mustBeCurrent(generation);
      throw error;
    } finally {
      leave();
    }
  };

  return {
    request: (priority, ask) => requestWith(priority, createClient, ask),
    change: (make) => requestWith('user', createWriter, make),
    pay: (priority) => takeTurn(priority, false),
    renew: (generation, admin) => {
      adminId = admin;
      standing = { ...standing, generation, latch: null, probeAt: null, failures: 0 };
      turnAwayWaiting();
    },
    setBudget: (budgetPercent) => {
      standing = withBudget(standing, budgetPercent);
    },
    close: () => {
      isClosed = true;
      turnAwayWaiting();
    },
    bucket: () => standing.bucket,
    standing: () => standing,
  };
};
