import process from 'node:process';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// A fixed zone that is not UTC: a local-time slip shows on every machine. Threads have the zone of their process.
process.env['TZ'] = 'America/Los_Angeles';

/** Those that take the longest: begun first, or one of them would be played alone at the end. */
const LONGEST = [
  'tests/unit/simulation.test.ts',
  'tests/overlay/locating.test.ts',
  'sandbox/api/api.test.ts',
  'tests/unit/simulation-controls.test.ts',
  'tests/unit/kill-anywhere.test.ts',
  'tests/unit/how-to.test.ts',
];

const isLong = ({ moduleId }: TestSpecification): boolean =>
  LONGEST.some((path) => moduleId.endsWith(path));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}

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
    sequence: { sequencer: LongestFirst },
    setupFiles: ['tests/patient.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // Every file loading the whole product anew took a third of the run. Who replaces a module puts it back.
    isolate: false,
    // Ends a test that hangs; how long one takes on a busy machine is no matter.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
