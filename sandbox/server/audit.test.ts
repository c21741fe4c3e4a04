import { describe, expect, test } from 'vitest';
import { createAudit } from './audit.ts';

describe('the audit', () => {
  test('finds the busiest second, also across a full second of the clock', () => {
    const audit = createAudit();
    for (const at of [0, 600, 900, 1_100, 1_500, 3_000]) audit.record('a', '/x', at);
    expect(audit.maxPerSecond()).toBe(4);
    expect(audit.maxPerMinute()).toBe(6);
  });

  test('a request exactly one second later is in the next window', () => {
    const audit = createAudit();
    audit.record('a', '/x', 0);
    audit.record('a', '/x', 1_000);
    expect(audit.maxPerSecond()).toBe(1);
  });

  test('keys do not share a window', () => {
    const audit = createAudit();
    audit.record('a', '/x', 0);
    audit.record('b', '/x', 0);
    expect(audit.maxPerSecond()).toBe(1);
    expect(audit.total()).toBe(2);
  });

  test('assertWithin holds at the cap and throws above it', () => {
    const audit = createAudit();
    for (const at of [0, 1, 2]) audit.record('a', '/x', at);
    expect(() => audit.assertWithin({ perSecond: 3, perMinute: 3 })).not.toThrow();
    expect(() => audit.assertWithin({ perSecond: 2, perMinute: 3 })).toThrow('3 in one second');
    expect(() => audit.assertWithin({ perSecond: 3, perMinute: 2 })).toThrow('3 in one minute');
  });

  test('counts by path with ids and addresses folded', () => {
    const audit = createAudit();
    const id = '0198e874-1311-7bce-a6de-a294e6e55469';
    audit.record('a', `/api/v2/campaigns/${id}/sending-status`, 0);
    audit.record('a', '/api/v2/accounts/mia%40try-acme.com', 0);
    audit.record('a', '/api/v2/accounts/jo@try-acme.com', 0);
    expect(audit.byPath()).toEqual({
      '/api/v2/campaigns/:id/sending-status': 1,
      '/api/v2/accounts/:address': 2,
    });
    expect(audit.count(/sending-status$/)).toBe(1);
  });
});
