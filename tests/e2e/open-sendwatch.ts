import { join } from 'node:path';
import {
  type BrowserKind,
  type DemoSandbox,
  type DrivenBrowser,
  openBrowser,
  type SandboxOptions,
  startSandbox,
} from '#sandbox';

/** The built extension of each browser, as `npm run build` leaves it. */
const BUILDS: Readonly<Record<BrowserKind, string>> = {
  chromium: 'chrome-mv3',
  firefox: 'firefox-mv3',
};

/** Both browsers every end-to-end test runs in. */
export const BROWSERS = ['chromium', 'firefox'] as const satisfies readonly BrowserKind[];

/** A browser with Sendwatch in it over demo workspaces that stand still. */
export interface OpenedSendwatch {
  readonly sandbox: DemoSandbox;
  readonly browser: DrivenBrowser;
  close(): Promise<void>;
}

/** Folder of the built extension. */
export const builtExtension = (kind: BrowserKind): string =>
  join(import.meta.dirname, '../../.output', BUILDS[kind]);

/** How to open it otherwise than usual. */
export interface OpenedWith {
  /** Campaigns of the main workspace. */
  readonly campaigns?: number;
  /** Changes what the API answers. */
  readonly retell?: SandboxOptions['retell'];
  /** Folder of another build. */
  readonly extensionDir?: string;
  /** Folder that takes every download. */
  readonly downloadDir?: string;
  /** Firefox only: the background page is stopped when it was idle for so long. */
  readonly backgroundIdleMs?: number;
}

/** Opens the built extension over a fresh sandbox; the same seed each time. */
export const openSendwatch = async (
  kind: BrowserKind,
  { campaigns, retell, ...options }: OpenedWith = {},
): Promise<OpenedSendwatch> => {
  const sandbox = await startSandbox({
    seed: 'e2e',
    ...(campaigns !== undefined && { campaigns }),
    ...(retell && { retell }),
  });
  // A world that stands still gives the same answer to every check.
  sandbox.clock.freeze();
  try {
    const browser = await openBrowser(kind, {
      port: sandbox.port,
      extensionDir: builtExtension(kind),
      headless: true,
      ...options,
    });
    return {
      sandbox,
      browser,
      async close() {
        await browser.close();
        await sandbox.close();
      },
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
};
