import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    // Long ones have a command of their own: vitest run --config vitest.long.config.ts
    exclude: ['**/*.long.test.ts'],
    env: { TZ: 'America/Los_Angeles' },
    // Most of the time is spent waiting for browsers and alarms; each file has a browser and a sandbox of its own.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page shall come to show may take a while on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
