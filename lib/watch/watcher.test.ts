import { expect, test, vi } from 'vitest';
import type { StoreWriter } from '#store/write';
import type { Gateways } from './gateways.ts';
import { createWatcher } from './watcher.ts';

/** A lock as the browser gives it: one holder, the others are told at once. */
const oneLock = () => {
  let isHeld = false;
  return {
    request: (async (
      _name: string,
      _options: LockOptions,
      use: (lock: Lock | null) => Promise<void>,
    ) => {
      if (isHeld) return use(null);
      isHeld = true;
      try {
        await use({} as Lock);
      } finally {
        isHeld = false;
      }
    }) as LockManager['request'],
  };
};

test('two windows asking at once cause one check; a wish that comes later is met by one more (row 41)', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const workspaces = vi.fn(async () => {
    await held;
    return [];
  });
  let now = 1_000;
  const arm = vi.fn(async () => {});
  const watcher = createWatcher({
    store: { workspaces } as unknown as StoreWriter,
    now: () => now,
    gateways: {} as Gateways,
    runningMs: async () => 300_000,
    hasHostPermission: async () => true,
    arm,
    onCommitted: async () => {},
    locks: oneLock(),
  });
  const first = watcher.wake(true);
  const others = [watcher.wake(true), watcher.wake(true), watcher.wake(false)];
  now += 5;
  release();
  await Promise.all([first, ...others]);
  expect(arm.mock.calls).toEqual([[null], [null]]);
});
