import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './find-browser.ts';

/** Size of a page's viewport in CSS pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** How to open a browser over a sandbox. */
export interface OpenOptions {
  /** Port of the sandbox on 127.0.0.1. */
  readonly port: number;
  /** Folder of the built extension. */
  readonly extensionDir: string;
  readonly headless: boolean;
  readonly extraArgs?: readonly string[];
  /** Folder that takes every download, without a question; without it downloads are the browser's affair. */
  readonly downloadDir?: string;
  /** Firefox only: after so long without an event the background page is stopped, as the browser does after 30 s. */
  readonly backgroundIdleMs?: number;
}

/**
 * A browser with the extension installed, in which only the sandbox can be reached. The same face for Chromium
 * and Firefox.
 */
export interface DrivenBrowser {
  readonly kind: BrowserKind;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  /** Opens a page of the extension, such as `popup.html`, in a tab. */
  openExtensionPage(path: string, size?: PageSize): Promise<Page>;
  /** Opens a path of the web app, such as `/app/campaigns`, in a tab. */
  openWebApp(path: string, size?: PageSize): Promise<Page>;
  /** A page of the extension's origin that runs no code of the extension; opened once, then kept. */
  bareExtensionPage(): Promise<Page>;
  badgeText(): Promise<string>;
  badgeTitle(): Promise<string>;
  /** Stops the background as the browser does when it is idle; the next event starts a new one. */
  killWorker(): Promise<void>;
  /** Writes a PNG of the popup at its own size. */
  popupScreenshot(file: string): Promise<void>;
  /** Everything any page, content script or background has written to its console so far. */
  consoleLines(): readonly string[];
  /** Texts of dialogs that a page opened; they are dismissed. */
  dialogs(): readonly string[];
  /** Hosts outside the sandbox that the browser tried to reach. Chromium cannot tell: always empty there. */
  refusedHosts(): readonly string[];
  /** Resolves when the browser is closed, by `close` or by its user. */
  readonly closed: Promise<void>;
  /** Closes the browser and makes sure that its process is gone. */
  close(): Promise<void>;
}

export const DEFAULT_SIZE: PageSize = { width: 1280, height: 800 };
export const POPUP_SIZE: PageSize = { width: 400, height: 600 };
