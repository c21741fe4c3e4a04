import { defineConfig, mergeConfig } from 'vitest/config';
import endToEnd from './vitest.e2e.config.ts';

/** End-to-end tests that take minutes: kills, outages, rebuilds. Not part of `npm test`. */
export default defineConfig(
  mergeConfig(
    { ...endToEnd, test: { ...endToEnd.test, include: [], exclude: [] } },
    { test: { include: ['tests/e2e/**/*.long.test.ts'] } },
  ),
);
