import type { Fetch } from '#instantly';
import { type CampaignId, type InstantMs, MINUTE_MS, SECOND_MS, type WorkspaceId } from '#model';
import { type Slice, StoreError } from '#store/write';
import { type Audit, createAudit } from './audit.ts';
import { createBudgetAudit } from './budget-audit.ts';
import { createCommitAudit } from './commit-audit.ts';
import { type Computer, createComputer } from './computer.ts';
import { createDeliveries } from './deliveries.ts';
import { type ModelWorkspace, modelId } from './instantly-model.ts';
import { createKeyAudit } from './key-audit.ts';
import { createLock } from './lock.ts';
import { createMemoryStore, type WatchedStore } from './memory-store.ts';
import { createNetwork, type Ending, type ModelKey, type Outage } from './network.ts';
import { createRandom } from './random.ts';
import { drawSituation } from './situations.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { createTurnAudit } from './turn-audit.ts';
import { type Point, startWorker, type Worker } from './worker.ts';
import { recordOf, type Tally, type WorldOptions } from './world-options.ts';

/** A Thursday morning. */
export const START = Date.UTC(2026, 10, 19, 6, 0);

const FARTHEST_ALARM_MS = 16 * MINUTE_MS;
/** How much longer than half a minute the gateway may wait between probes after a burst of failures. */
const BREAKER_MS = 0;
const IDLE_LIFE_MS = 30 * SECOND_MS;
const LATE_MS = 5 * SECOND_MS;
const STORAGE_FAULTS = 0.0005;
const INBOXES = 3;

interface Vaulted {
  readonly key: string;
  readonly model: ModelWorkspace;
}

/** Instantly, the network, a computer and a browser with one background worker in it, all under audit. */
export const createWorld = (options: WorldOptions) => {
  const { seed, sabotage = {}, isQuiet = false } = options;
  const timeline: Timeline = createTimeline(START);
  const chance = createRandom(seed, 'world');
  const kills = createRandom(seed, 'kills');
  const jitter = createRandom(seed, 'jitter');
  const tally: Tally = {
    requests: 0,
    faults: 0,
    commits: 0,
    checks: 0,
    workers: 0,
    kills: 0,
    points: 0,
  };
  const audit: Audit = createAudit(() => timeline.now() - START);
  const computer: Computer = createComputer(
    timeline,
    createRandom(seed, 'alarms'),
    isQuiet,
    (lateMs) => onAlarm(lateMs),
  );
  const deliveries = createDeliveries(computer.now, timeline.now);
  const budget = createBudgetAudit(audit);
  const keyAudit = createKeyAudit(audit);
  const turns = createTurnAudit(audit, deliveries, options.breakerMs ?? BREAKER_MS);
  const checkCommit = createCommitAudit(audit, deliveries);
  const store = createMemoryStore();
  const keys = new Map<string, ModelKey>();
  const vault = new Map<WorkspaceId, Vaulted>();
  const kept = new Map<string, string>();
  let outage: Outage | null = null;
  let worker: Worker | null = null;
  let isOpen = true;
  /** Whether the browser has started the worker since it was opened. */
  let isStarted = false;
  let checking = 0;
  /** Whether something (an open popup, alarms in close succession) keeps the browser from ending an idle worker. */
  let isKeptAlive = false;
  let lastActiveAt = START;
  let campaignsEver = 0;
  let workspacesEver = 0;
  /** Set while nobody can tell when the next alarm comes: the clock was moved. */
  let isClockMoved = false;

  const isLatched = (id: WorkspaceId): boolean =>
    ['key_rejected', 'no_plan'].includes(store.rows.get(id)?.workspace.state.kind ?? '');

  const network = createNetwork({
    timeline,
    afterAwake: computer.afterAwake,
    random: createRandom(seed, 'network'),
    faults: options.faults,
    keys,
    outage: () => outage,
    onSent: (request) => {
      tally.requests += 1;
      keyAudit.sent(request);
      const id = request.known?.workspace.id;
      if (id === undefined) return;
      budget.sent(id, request);
      turns.asked(id as WorkspaceId, timeline.now(), computer.granularityMs());
    },
    onEnded: (ending: Ending) => {
      deliveries.ended(ending);
      keyAudit.ended(ending);
      const id = ending.request.known?.workspace.id;
      if (id === undefined) return;
      budget.ended(id, ending);
      if (ending.isWhole && ending.status > 0) return;
      tally.faults += 1;
      turns.fault(id as WorkspaceId, timeline.now());
    },
  });

  const isStorageBroken = (): boolean => !isQuiet && jitter.chance(STORAGE_FAULTS);

  const commitSlice = async (slice: Slice): Promise<void> => {
    const id = slice.workspaceId;
    if (isStorageBroken()) {
      turns.disturbed(timeline.now(), id);
      throw new StoreError(jitter.chance(0.5) ? 'quota_exceeded' : 'unavailable');
    }
    const before = store.rows.get(id);
    try {
      await store.commitSlice(slice);
    } catch (error) {
      turns.disturbed(timeline.now(), id);
      throw error;
    }
    const after = store.rows.get(id);
    if (before === undefined || after === undefined) return;
    tally.commits += 1;
    checkCommit(before, slice, after, computer.now(), campaignsEver);
    const { key = '' } = vault.get(id) ?? {};
    keyAudit.committed(after, key, keys.get(key)?.status === 200, computer.offsetMs());
    turns.paced(id, timeline.now(), slice.journal.bucket.ratePerSecond);
    if (after.workspace.state.kind === 'rate_limited') turns.disturbed(timeline.now(), id);
  };

  const auditedStore: WatchedStore = { ...store, commitSlice };

  const arm = (dueAt: InstantMs | null): void => {
    const inMs = dueAt === null ? Infinity : dueAt - computer.now();
    audit.check('alarmsApart', inMs >= 30 * SECOND_MS, () => `in ${inMs} ms`);
    computer.arm(dueAt);
    isClockMoved = false;
  };

  const checkAlarm = (): void => {
    const isWatched = [...store.rows.keys()].some((id) => !isLatched(id));
    if (!isWatched || checking > 0 || isClockMoved || !isStarted || computer.isAsleep()) return;
    const alarms = computer.alarms();
    const inMs = (alarms[0] ?? Infinity) - computer.now();
    audit.check(
      'oneAlarm',
      alarms.length === 1 && inMs <= FARTHEST_ALARM_MS,
      () => `${alarms.length} alarms, the next in ${inMs} ms`,
    );
  };

  const died = (): void => {
    worker = null;
    checking = 0;
    budget.workerDied();
    turns.disturbed(timeline.now());
  };

  const isKilledAt = (point: Point): boolean => {
    tally.points += 1;
    const isKilled = options.isKilledAt?.(point) ?? kills.chance(options.killChance);
    if (isKilled) {
      tally.kills += 1;
      died();
    }
    return isKilled;
  };

  const checkStarts = (): void => {
    tally.checks += 1;
    checking += 1;
    audit.check('oneCheck', checking <= 1, () => `${checking} checks at once`);
  };

  const onEnd = (id: number, error: unknown): void => {
    if (id !== tally.workers || worker === null) return;
    lastActiveAt = timeline.now();
    audit.check('checksEndWell', error === null, () => String(error));
    checkAlarm();
  };

  const ensureWorker = (): Worker => {
    if (worker && !worker.isDead()) return worker;
    tally.workers += 1;
    isStarted = true;
    const id = tally.workers;
    const fetchHere = (isDead: () => boolean): Fetch => {
      const fetch = network(id, isDead);
      return sabotage.fetch?.(fetch) ?? fetch;
    };
    const lock = createLock(checkStarts, () => {
      checking -= 1;
    });
    const started = startWorker({
      now: computer.now,
      store: sabotage.store?.(auditedStore, store.rows) ?? auditedStore,
      keyOf: (secretId) => kept.get(secretId),
      fetchFor: fetchHere,
      random: jitter.next,
      wait: (delayMs) => new Promise((resolve) => computer.afterAwake(delayMs, resolve)),
      runningMs: options.runningMs,
      budgetPercent: options.budgetPercent,
      arm: sabotage.arm?.(arm, computer.now) ?? arm,
      locks: sabotage.locks?.(lock, checkStarts) ?? lock,
      isKilledAt,
      onEnd: (error) => onEnd(id, error),
    });
    worker = started;
    computer.ensureAlarm();
    started.wake(false);
    return started;
  };

  const wake = (isAsked: boolean): void => {
    if (!isOpen || computer.isAsleep()) return;
    ensureWorker().wake(isAsked);
  };

  const kill = (): void => {
    worker?.kill();
    died();
  };

  const isAlarmLate = (): boolean => computer.comingLateByMs() > LATE_MS + computer.granularityMs();

  const onAlarm = (lateMs: number): void => {
    if (!isOpen) return;
    if (lateMs > LATE_MS + computer.granularityMs()) turns.disturbed(timeline.now());
    // A worker that did nothing for half a minute is gone, or is just about to be.
    const isIdle = checking === 0 && timeline.now() - lastActiveAt >= IDLE_LIFE_MS;
    if (isIdle && !isQuiet && chance.chance(isKeptAlive ? 0 : 0.5)) {
      worker?.kill();
      worker = null;
    }
    wake(false);
  };

  /** Whatever kept everybody from asking is over: from now on the time until the first question counts. */
  const recovers = (): void => {
    const now = timeline.now();
    turns.disturbed(now);
    if (outage !== null || !isOpen || computer.isAsleep() || isClockMoved || isAlarmLate()) return;
    for (const [id, { workspace, journal }] of store.rows) {
      if (isLatched(id) || workspace.state.kind === 'rate_limited') continue;
      turns.recovers(id, now, (journal?.failures ?? 0) > 0);
    }
  };

  const addCampaign = (model: ModelWorkspace): void => {
    campaignsEver += 1;
    const n = campaignsEver;
    const situation = options.situationOf?.(n) ?? drawSituation(chance.next());
    const id = modelId(1, Number(model.id.slice(9, 13)), n);
    model.campaigns.set(id, { id, situation, changedAt: timeline.now() });
  };

  const giveKey = (id: WorkspaceId, model: ModelWorkspace, generation: number): void => {
    const key = `simulated-${id.slice(9, 13)}-${generation}`;
    keys.set(key, { workspace: model, generation, status: 200 });
    vault.set(id, { key, model });
    kept.set(`api-key:${id}`, key);
  };

  const connect = (campaigns: number): void => {
    workspacesEver += 1;
    const n = workspacesEver;
    const id = modelId(2, n, 0) as WorkspaceId;
    const model: ModelWorkspace = {
      id,
      campaigns: new Map(),
      inboxes: Array.from({ length: INBOXES }, (_, at) => `inbox${at}@workspace${n}.example`),
      brokenInboxes: new Set(),
      loopMs: options.loopMs ?? (2 + (n % 3)) * MINUTE_MS,
      mayReadTags: n % 2 === 1,
    };
    for (let at = 0; at < campaigns; at += 1) addCampaign(model);
    giveKey(id, model, 1);
    store.putWorkspace(recordOf(id, n, computer.now()));
    wake(true);
  };

  const setKeyStatus = (id: WorkspaceId, status: ModelKey['status']): void => {
    const { key = '' } = vault.get(id) ?? {};
    const known = keys.get(key);
    if (known) keys.set(key, { ...known, status });
  };

  const replaceKey = (id: WorkspaceId): void => {
    const row = store.rows.get(id);
    const model = vault.get(id)?.model;
    if (!row || !model) return;
    const generation = row.workspace.generation + 1;
    giveKey(id, model, generation);
    keyAudit.replaced(id);
    turns.disturbed(timeline.now(), id);
    store.putWorkspace({
      ...row.workspace,
      generation,
      state: { kind: 'first_check', found: 0, checked: 0 },
    });
    wake(true);
  };

  const remove = (id: WorkspaceId): void => {
    const { key = '' } = vault.get(id) ?? {};
    worker?.forget(id);
    if (sabotage.isVaultForgetful !== false) kept.delete(`api-key:${id}`);
    vault.delete(id);
    store.removeWorkspace(id);
    keyAudit.removed(id, key);
    turns.forgotten(id);
  };

  /** Looks at everything from outside. */
  const inspect = (): void => {
    if (!isOpen || computer.isAsleep()) return;
    checkAlarm();
    for (const [id, rows] of store.rows) {
      const model = vault.get(id)?.model;
      const isHeld = isLatched(id) || rows.workspace.state.kind === 'rate_limited';
      if (outage !== null || isClockMoved || isAlarmLate() || isHeld)
        turns.disturbed(timeline.now(), id);
      if (!model) continue;
      turns.look(id, {
        rows,
        model,
        now: timeline.now(),
        runningMs: options.runningMs,
        granularityMs: computer.granularityMs(),
      });
    }
  };

  return {
    timeline,
    computer,
    store,
    audit,
    tally,
    random: chance,
    budget,
    turns,
    models: (): readonly ModelWorkspace[] => [...vault.values()].map(({ model }) => model),
    isChecking: (): boolean => checking > 0,
    addCampaign,
    connect,
    remove,
    replaceKey,
    setKeyStatus,
    inspect,
    wake,
    kill,
    look: (id: CampaignId): void => {
      if (isOpen && !computer.isAsleep()) ensureWorker().look(id);
    },
    setOutage: (kind: Outage | null): void => {
      const isRecovery = kind === null && outage !== 'crowded';
      outage = kind;
      if (isRecovery) recovers();
      else turns.disturbed(timeline.now());
    },
    moveClock: (byMs: number): void => {
      computer.moveClock(byMs);
      isClockMoved = true;
      keyAudit.clockMoved();
      turns.disturbed(timeline.now());
    },
    sleep: (): void => computer.sleep(),
    keepAlive: (isKept: boolean): void => {
      isKeptAlive = isKept;
    },
    /** Whether alarms are kept waiting. Who is late after a change is told from then on. */
    saveBattery: (granularityMs: number): void => {
      computer.saveBattery(granularityMs);
      turns.disturbed(timeline.now());
    },
    /** `alarms`: how many fire at once. */
    wakeUp: (alarms: number): void => {
      computer.wakeUp();
      recovers();
      for (let n = 0; n < alarms; n += 1) timeline.after(n, () => onAlarm(0));
    },
    close: (): void => {
      kill();
      isOpen = false;
      isStarted = false;
    },
    open: (isAlarmLost: boolean): void => {
      // Of two restarts that overlap, the second finds it open: nothing starts, and nothing is lost.
      if (isOpen) return;
      isOpen = true;
      if (isAlarmLost) computer.loseAlarms();
      recovers();
      computer.afterAwake(0, () => wake(false));
    },
  };
};

export type World = ReturnType<typeof createWorld>;
