import { defineConfig } from 'vitest/config';

/** Pictures of every state of every surface, and what they are held to. Needs Chromium, and no build of the extension. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/gallery/**/*.test.ts'],
    globalSetup: ['tests/gallery/build-pages.ts'],
    env: { TZ: 'America/Los_Angeles' },
    // One browser at a time: two would disturb each other.
    fileParallelism: false,
    testTimeout: 60_000,
    // All scenes are played in one hook: about a minute and a half alone, many more on a machine that is busy.
    hookTimeout: 900_000,
  },
});
