import { setTimeout as delay } from 'node:timers/promises';
import type { Page, Target } from 'puppeteer-core';
import {
  type DemoSandbox,
  type DrivenBrowser,
  type Fault,
  openBrowser,
  startSandbox,
} from '#sandbox';
import { activateCampaign, pauseCampaign } from '../../sandbox/world/index.ts';
import { readHeapKinds } from './heap-kinds.ts';
import { builtExtension } from './open-sendwatch.ts';
import { toldTwice } from './random-kills.ts';
import { readStored, type Stored, say, waitUntilChecked, waitUntilIdle } from './stored.ts';
import { openCheckedPopup } from './surfaces.ts';

/** How long to go on, and in which order things go wrong. */
export interface SoakPlan {
  readonly forMs: number;
  readonly seed: number;
  readonly workspace: 'main' | 'second';
  /** After a failed request Sendwatch asks every half minute only, so that a fault costs as much time. */
  readonly faultEveryMs: number;
  /** Told after each tenth round, for who waits. */
  readonly onRound?: (round: number, heap: Heap) => void;
}

/** Live memory after garbage was collected, without what V8 compiled (`heap-kinds.ts`). */
export interface Heap {
  readonly workerKb: number;
  readonly popupKb: number;
  /** What V8 compiled of the worker: its own affair, and told beside. */
  readonly compiledKb: number;
}

/** What a browser came to that checked without a pause while things went wrong and campaigns changed. */
export interface SoakReport {
  /** Checks, one after the other; at the usual rhythm each stands for two minutes. */
  readonly rounds: number;
  readonly heaps: readonly Heap[];
  /** Growth for each round of the later half, in kB: the median over all pairs of samples, so that an odd one says nothing. */
  readonly slope: Heap;
  readonly faults: number;
  /** What any context wrote as an error or left uncaught, without what the faults themselves are told by. */
  readonly errors: readonly string[];
  readonly requests: number;
  readonly maxPerSecond: number;
  readonly maxPerMinute: number;
  /** Changes of campaigns in the world, and changes that were told of. */
  readonly changed: number;
  readonly told: number;
  readonly toldTwice: readonly string[];
  /** How the workspace stands in the end, without faults. */
  readonly state: string;
}

const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'truncated' },
  { kind: 'bad_json' },
  { kind: 'html' },
];
/** Long enough that a check is under way when a campaign changes. */
const LATENCY_MS = 60;
const SAMPLE_EVERY = 10;
/** The first rounds fill caches of code and data: what they take is no growth. */
const WARM_ROUNDS = 5;
const NETWORK = /Failed to load resource|net::ERR_/;

const isWorkerOf =
  (origin: string) =>
  (target: Target): boolean =>
    target.type() === 'service_worker' && target.url().startsWith(origin);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const changesIn = ({ history }: Stored): number =>
  Object.values(history).reduce((sum, { length }) => sum + length, 0);

const slopeOf = (values: readonly number[]): number =>
  median(
    values.flatMap((later, n) =>
      values.slice(0, n).map((earlier, m) => (later - earlier) / ((n - m) * SAMPLE_EVERY)),
    ),
  );

const changeACampaign = ({ workspaces, keys }: DemoSandbox, { workspace }: SoakPlan, n: number) => {
  const id = workspaces.keyOf(keys[workspace])?.workspaceId ?? '';
  const world = workspaces.member(id)?.world;
  const running = [...(world?.state.campaigns.values() ?? [])].filter(
    ({ status, parentId }) => parentId === null && (status === 1 || status === 2),
  );
  const campaign = running[n % running.length];
  if (world === undefined || campaign === undefined) throw new Error('no campaign to change');
  const change = campaign.status === 1 ? pauseCampaign : activateCampaign;
  change(world.state, campaign);
};

const soak = async (
  sandbox: DemoSandbox,
  browser: DrivenBrowser,
  own: Page,
  plan: SoakPlan,
): Promise<SoakReport> => {
  const popup = await openCheckedPopup(browser);
  const worker = await own.browser().waitForTarget(isWorkerOf(browser.extensionOrigin));
  const sessions = [await worker.createCDPSession(), await popup.createCDPSession()] as const;
  const heaps: Heap[] = [];
  const untilMs = performance.now() + plan.forMs;
  const before = await readStored(own);
  const linesBefore = browser.consoleLines().length;
  sandbox.audit.reset();
  sandbox.faults.add({
    match: { host: 'api.instantly.ai', path: /sending-status/ },
    times: Number.POSITIVE_INFINITY,
    fault: { kind: 'latency', ms: LATENCY_MS },
  });
  let [rounds, faults, asked] = [0, 0, 0];
  let faultAtMs = performance.now() + plan.faultEveryMs;
  while (performance.now() < untilMs) {
    const kind = FAULTS[(faults + plan.seed) % FAULTS.length];
    if (performance.now() > faultAtMs && kind) {
      sandbox.faults.add({ match: { host: 'api.instantly.ai', path: /campaigns/ }, fault: kind });
      faultAtMs += plan.faultEveryMs;
      faults += 1;
    }
    await say(own, 'check.now');
    await waitUntilIdle(own);
    // A wish that the check before has met starts no other.
    if (sandbox.audit.total() === asked) {
      await delay(100);
      continue;
    }
    asked = sandbox.audit.total();
    rounds += 1;
    changeACampaign(sandbox, plan, rounds * 5 + plan.seed);
    if (rounds < WARM_ROUNDS || rounds % SAMPLE_EVERY !== WARM_ROUNDS) continue;
    const [inWorker, inPopup] = [
      await readHeapKinds(sessions[0]),
      await readHeapKinds(sessions[1]),
    ];
    const heap = {
      workerKb: inWorker.heldKb,
      popupKb: inPopup.heldKb,
      compiledKb: inWorker.compiledKb,
    };
    heaps.push(heap);
    plan.onRound?.(rounds, heap);
  }
  const { audit } = sandbox;
  const [requests, maxPerSecond, maxPerMinute] = [
    audit.total(),
    audit.maxPerSecond(),
    audit.maxPerMinute(),
  ];
  sandbox.faults.clear();
  await say(own, 'check.now');
  const stored = await waitUntilChecked(own);
  const later = heaps.slice(Math.floor(heaps.length / 2));
  return {
    rounds,
    heaps,
    slope: {
      workerKb: slopeOf(later.map(({ workerKb }) => workerKb)),
      popupKb: slopeOf(later.map(({ popupKb }) => popupKb)),
      compiledKb: slopeOf(later.map(({ compiledKb }) => compiledKb)),
    },
    faults,
    errors: browser
      .consoleLines()
      .slice(linesBefore)
      .filter((line) => /^(?:error|uncaught)\b|Sendwatch:|Uncaught/.test(line))
      .filter((line) => !NETWORK.test(line)),
    requests,
    maxPerSecond,
    maxPerMinute,
    changed: rounds,
    told: changesIn(stored) - changesIn(before),
    toldTwice: toldTwice(stored),
    state: stored.workspaces.map(({ state }) => state.kind).join(', '),
  };
};

/**
 * Lets real Chromium check one after the other for so long, while requests fail and campaigns are paused and resumed. The
 * debugger that reads its memory keeps the worker alive: this is about what a long life leaves behind, not about its end
 * (`random-kills.ts`).
 */
export const soakFor = async (plan: SoakPlan): Promise<SoakReport> => {
  const sandbox = await startSandbox({ seed: 'soak' });
  try {
    const browser = await openBrowser('chromium', {
      port: sandbox.port,
      extensionDir: builtExtension('chromium'),
      headless: true,
    });
    try {
      const own = await browser.bareExtensionPage();
      await say(own, 'workspace.connect', { key: sandbox.keys[plan.workspace] });
      await waitUntilChecked(own);
      return await soak(sandbox, browser, own, plan);
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
};
