import process from 'node:process';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// A fixed zone that is not UTC: a local-time slip shows on every machine. Threads have the zone of their process.
process.env['TZ'] = 'America/Los_Angeles';

export default defineConfig({
  plugins: [await WxtVitest(), preact()],
  test: {
    environment: 'node',
    include: [
      '{lib,components,locales,sandbox,tools}/**/*.test.{ts,tsx}',
      'tests/unit/**/*.test.ts',
      'tests/attacks/**/*.test.ts',
      'tests/overlay/**/*.test.ts',
    ],
    setupFiles: ['tests/patient.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // Ends a test that hangs; how long one takes on a busy machine is no matter.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
