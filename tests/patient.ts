import { vi } from 'vitest';

// What shall come may take a while on a busy machine; a second, as it stands by default, is a bound by the clock.
const PATIENCE_MS = 30_000;

const { waitFor } = vi;
vi.waitFor = (callback, options) =>
  waitFor(callback, { timeout: PATIENCE_MS, ...(typeof options === 'object' && options) });
