import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, test } from 'vitest';
import {
  type DemoSandbox,
  type DrivenBrowser,
  type Fault,
  openBrowser,
  startSandbox,
} from '#sandbox';
import { builtExtension } from './open-sendwatch.ts';
import {
  armedAlarms,
  readStored,
  type Stored,
  say,
  settle,
  waitUntilChecked,
  waitUntilIdle,
} from './stored.ts';
import { CHECK_MS, healthById, openCheckedPopup, rowsOf } from './surfaces.ts';

/** An alarm comes 30 s after the last attempt at the earliest; the rest is for a busy computer. */
const NEXT_PROBE_MS = 45_000;
const LONGEST_MS = 3 * NEXT_PROBE_MS;

/** A browser whose profile outlives it, over its own sandbox. */
interface Kept {
  readonly sandbox: DemoSandbox;
  browser: DrivenBrowser;
  own: Page;
  reopen(): Promise<void>;
}

const withKeptProfile = async (work: (kept: Kept) => Promise<void>): Promise<void> => {
  const sandbox = await startSandbox({ seed: 'e2e' });
  sandbox.clock.freeze();
  const profile = await mkdtemp(join(tmpdir(), 'sendwatch-profile-'));
  const open = async (): Promise<Pick<Kept, 'browser' | 'own'>> => {
    const browser = await openBrowser('chromium', {
      port: sandbox.port,
      extensionDir: builtExtension('chromium'),
      headless: true,
      extraArgs: [`--user-data-dir=${profile}`],
    });
    return { browser, own: await browser.bareExtensionPage() };
  };
  const kept: Kept = {
    sandbox,
    ...(await open()),
    async reopen() {
      await kept.browser.close();
      Object.assign(kept, await open());
    },
  };
  try {
    await work(kept);
  } finally {
    await kept.browser.close();
    await sandbox.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

const healthsOf = ({ verdicts }: Stored): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(verdicts).map(([id, verdict]) => [id, verdict.split(' ')[0]]));

/** Pauses a campaign by hand, so that what is known of it is no longer true; gives its id. */
const pauseOne = ({ sandbox }: Kept, before: Stored): string => {
  const id =
    Object.entries(healthsOf(before)).find(([, health]) => health !== 'inactive')?.[0] ?? '';
  const { world } = sandbox.workspaces.member(before.workspaces[0]?.id ?? '') ?? {};
  const campaign = world?.state.campaigns.get(id);
  if (!campaign) throw new Error(`no campaign ${id}`);
  campaign.status = 2;
  return id;
};

const OUTAGES: readonly (readonly [string, Fault, string])[] = [
  ['the worker is killed', { kind: 'reset' }, 'offline'],
  [
    'the browser is closed and opened again',
    { kind: 'status', status: 503, body: 'upstream' },
    'api_down',
  ],
];

// Only Chromium keeps an unpacked extension's data when it is closed, and kills a worker at a given moment.
describe.concurrent('rows 37 and 39: an outage in which', () => {
  test.for(OUTAGES)(
    '%s: the next alarm finds Instantly again, and one slice later the display is right',
    { timeout: LONGEST_MS },
    ([_, fault, state], { expect }) =>
      withKeptProfile(async (kept) => {
        const { sandbox } = kept;
        await say(kept.own, 'workspace.connect', { key: sandbox.keys.second });
        const before = await settle(kept.own);
        sandbox.faults.add({
          match: { host: 'api.instantly.ai' },
          times: Number.POSITIVE_INFINITY,
          fault,
        });
        await say(kept.own, 'check.now');
        await expect
          .poll(async () => (await readStored(kept.own)).workspaces[0]?.state.kind, {
            timeout: CHECK_MS,
          })
          .toBe(state);
        await waitUntilIdle(kept.own);
        expect(healthsOf(await readStored(kept.own))).toEqual(healthsOf(before));
        const paused = pauseOne(kept, before);
        if (fault.kind === 'reset') await kept.browser.killWorker();
        else await kept.reopen();

        sandbox.faults.clear();
        const asked = sandbox.audit.total();
        await expect
          .poll(() => sandbox.audit.total(), { timeout: NEXT_PROBE_MS })
          .toBeGreaterThan(asked);
        const after = await waitUntilChecked(kept.own);
        expect(after.verdicts[paused]).toContain('campaign_paused');
        expect({ ...healthsOf(after), [paused]: null }).toEqual({
          ...healthsOf(before),
          [paused]: null,
        });
        expect(after.workspaces).toMatchObject([{ generation: 1 }]);
        expect(await armedAlarms(kept.own)).toEqual(['check']);
        const popup = await openCheckedPopup(kept.browser);
        expect(healthById(await rowsOf(popup))).toEqual(healthsOf(after));
        expect(await popup.$('[data-state]')).toBeNull();
      }),
  );
});
