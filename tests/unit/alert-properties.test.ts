import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as incidents from '#incidents';
import { PROMISES } from './alert-promises.ts';

describe.each(PROMISES.map((one) => [one.name, one] as const))(
  '%s',
  (_name, { property, without }) => {
    test('of any history', () => {
      fc.assert(property(incidents), { numRuns: 60, seed: 7 });
    });

    test('control: without its guard some history breaks it', async () => {
      const { failed } = fc.check(property(await without()), {
        numRuns: 300,
        seed: 7,
        endOnFailure: true,
      });
      expect(failed).toBe(true);
    });
  },
);
