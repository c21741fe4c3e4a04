import { defineConfig } from 'vitest/config';

/** The unit tests of the files that stryker.config.json changes, and nothing else: thousands of runs need to be short. */
export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'lib/messages/**/*.test.ts',
      'lib/instantly/{url,retry-after,redact,failed-answer}.test.ts',
      'tests/attacks/limits.test.ts',
    ],
    env: { TZ: 'America/Los_Angeles' },
    pool: 'threads',
  },
});
