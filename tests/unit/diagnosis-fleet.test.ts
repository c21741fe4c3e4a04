import { describe, expect, test } from 'vitest';
import { diagnoseFleet, RULES } from '#diagnosis';
import { EXPECTATIONS, FLEET, missedBy } from './diagnosis-expectations.ts';
import { RULES_TESTED_TOGETHER } from './rule-finds.ts';

describe('a fleet with one campaign per rule', () => {
  test('every campaign is judged as expected', () => expect(missedBy(RULES)).toEqual([]));

  test.each(RULES_TESTED_TOGETHER)('without $name something is missed', ({ name }) => {
    expect(missedBy(RULES.filter((rule) => rule.name !== name))).not.toEqual([]);
  });

  test('the order of everything that goes in changes nothing', () => {
    const reversed = {
      ...FLEET,
      observations: FLEET.observations.toReversed(),
      inboxes: FLEET.inboxes.toReversed(),
      leads: new Map([...FLEET.leads].toReversed()),
      subsequences: new Map([...FLEET.subsequences].toReversed()),
    };
    expect(diagnoseFleet(reversed)).toEqual(diagnoseFleet(FLEET));
  });

  test('a verdict keeps nothing that a store or message would change', () => {
    const verdicts = diagnoseFleet(FLEET);
    expect(structuredClone(verdicts)).toEqual(verdicts);
    expect(verdicts).toHaveLength(EXPECTATIONS.length);
  });
});
