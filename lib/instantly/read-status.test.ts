import { describe, expect, test } from 'vitest';
import type { CampaignId, SubsequenceId } from '#model';
import { mutated } from './fixtures/mutations.ts';
import {
  CAMPAIGN_ID,
  healthyStatusBody,
  liveStatusBody,
  OTHER_CAMPAIGN_ID,
  outOfScheduleStatusBody,
  SUBSEQUENCE_ID,
} from './fixtures/payloads.ts';
import { readStatus } from './read-status.ts';

const READ_AT = Date.UTC(2026, 10, 21);
const SUBJECT = { campaignId: CAMPAIGN_ID as CampaignId };

const read = (body: unknown) => readStatus(body, SUBJECT, READ_AT);

const snapshotOf = (body: unknown) => {
  const { value } = read(body);
  if (value.kind !== 'read') throw new Error('Nothing read');
  return value.snapshot;
};

describe('documented answers', () => {
  test('a healthy campaign, field by field', () => {
    expect(read(healthyStatusBody)).toEqual({
      oddities: 0,
      value: {
        kind: 'read',
        readAt: READ_AT,
        snapshot: {
          code: 'healthy',
          summaryCode: 'healthy',
          loopCode: 'healthy',
          takenAt: Date.UTC(2026, 2, 5, 23, 9, 56, 11),
          issueSince: Date.UTC(2026, 2, 5, 23),
          loopsWithIssue: 0,
          lastHealthySendAt: Date.UTC(2026, 2, 5, 23, 8),
          subsequenceId: SUBSEQUENCE_ID,
          inboxCounts: {
            total: 5,
            available: 3,
            atDailyLimit: 1,
            atSlowRampLimit: 7,
            disconnected: 2,
            inGap: 4,
          },
          campaignLimit: { limit: 100, sent: 50, isHit: false },
          newLeadLimit: { isEnabled: true, limit: 40, contacted: 25, isHit: false },
          isInSchedule: true,
          oneByOne: { isEnabled: false, isSingleInboxPerGap: true },
          followUps: { count: 10, earliestWaitSeconds: 3_600 },
          espRouting: { isEnabled: false, isWaitingForMatch: true, connectedEsps: [1, 2] },
          domainLimiter: { isActive: false, domainsAtLimit: 6 },
          leads: { isNoneReady: false, inboxUnavailableSkips: 8, delaySkips: 9 },
          message: 'Campaign is sending normally',
          aiSummary: 'All is well.',
        },
      },
    });
  });

  test('a real answer: missing sections are undefined, explicit nulls stay null', () => {
    const { value, oddities } = read(liveStatusBody);
    expect(oddities).toBe(0);
    expect(value).toMatchObject({
      snapshot: {
        code: 'follow_up_delay_not_met',
        loopCode: 'waiting_for_leads',
        lastHealthySendAt: undefined,
        newLeadLimit: { limit: null },
        followUps: { count: 4, earliestWaitSeconds: null },
        espRouting: undefined,
        domainLimiter: undefined,
        oneByOne: undefined,
        subsequenceId: undefined,
        aiSummary: undefined,
      },
    });
  });

  test('outside the schedule four fields are enough', () => {
    const { value, oddities } = read(outOfScheduleStatusBody);
    expect(oddities).toBe(0);
    expect(value).toMatchObject({
      snapshot: { code: 'out_of_schedule', loopsWithIssue: 12, inboxCounts: undefined },
    });
  });

  test('null and null is no data', () => {
    expect(read({ diagnostics: null, summary: null })).toEqual({
      oddities: 0,
      value: { kind: 'empty', readAt: READ_AT },
    });
  });

  test('only a summary, as for drafts', () => {
    const { summary } = outOfScheduleStatusBody;
    const { value, oddities } = read({ diagnostics: null, summary });
    expect(oddities).toBe(0);
    expect(value).toMatchObject({
      snapshot: {
        code: 'out_of_schedule',
        summaryCode: null,
        loopCode: null,
        takenAt: undefined,
        issueSince: Date.UTC(2026, 10, 20, 22, 0, 5),
        lastHealthySendAt: Date.UTC(2026, 10, 20, 21, 58, 10),
        message: 'Outside the sending window',
      },
    });
  });

  test('only diagnostics', () => {
    const { value, oddities } = read({ ...healthyStatusBody, summary: null });
    expect(oddities).toBe(0);
    expect(value).toMatchObject({ snapshot: { code: 'healthy', summaryCode: null } });
  });
});

describe('codes', () => {
  test('diagnostics come before the summary', () => {
    const body = mutated(healthyStatusBody, ['diagnostics', 'status'], 'daily_limit_met');
    expect(snapshotOf(body)).toMatchObject({ code: 'daily_limit_met', summaryCode: 'healthy' });
  });

  test('an explicit null in diagnostics leaves it to the summary', () => {
    const body = mutated(healthyStatusBody, ['diagnostics', 'status'], null);
    expect(read(body).oddities).toBe(0);
    expect(snapshotOf(body)).toMatchObject({ code: 'healthy', summaryCode: null });
  });

  test.each<[unknown, string]>([
    ['brand_new', 'brand_new'],
    ['', ''],
    ['Healthy', 'Healthy'],
    ['x'.repeat(200), 'x'.repeat(100)],
    [7, '7'],
    [true, 'true'],
    [{ a: 1 }, 'object'],
    [[], 'object'],
  ])('%j is unseen, and never gives way to a healthy summary', (raw, unseen) => {
    const body = mutated(healthyStatusBody, ['diagnostics', 'status'], raw);
    expect(snapshotOf(body).code).toEqual({ unseen });
  });

  test('no code anywhere is null, not healthy', () => {
    const { value, oddities } = read({ diagnostics: {}, summary: null });
    expect(value).toMatchObject({ kind: 'read', snapshot: { code: null, takenAt: undefined } });
    expect(oddities).toBe(4);
  });
});

describe('refused', () => {
  test.each([
    [
      'another campaign',
      mutated(healthyStatusBody, ['diagnostics', 'campaign_id'], OTHER_CAMPAIGN_ID),
    ],
    ['no id', mutated(healthyStatusBody, ['diagnostics', 'campaign_id'], '')],
    ['an error under 200', { message: 'Something went wrong' }],
    ['nothing', {}],
    ['one null', { diagnostics: null }],
    ['halves of another type', { diagnostics: 'none', summary: null }],
    ['a list', []],
    ['a text', 'ok'],
    ['null', null],
  ])('%s', (_, body) => {
    expect(() => read(body)).toThrow('bad_body');
  });

  test('the campaign id may be in capitals', () => {
    const body = mutated(liveStatusBody, ['diagnostics', 'campaign_id'], CAMPAIGN_ID.toUpperCase());
    expect(read(body).oddities).toBe(0);
  });

  test('another subsequence, but any parent', () => {
    const readFor = (subsequenceId: string) =>
      readStatus(healthyStatusBody, { subsequenceId: subsequenceId as SubsequenceId }, READ_AT);
    expect(readFor(SUBSEQUENCE_ID).oddities).toBe(0);
    expect(() => readFor(OTHER_CAMPAIGN_ID)).toThrow('bad_body');
  });
});

describe('values', () => {
  test('long texts are cut, lone surrogates made whole', () => {
    const body = {
      diagnostics: null,
      summary: {
        status: 'healthy',
        status_message: `\ud800${'m'.repeat(3_000)}`,
        issue_started_at: null,
        last_healthy_send_at: null,
        ai_summary: 'a'.repeat(5_000),
      },
    };
    const { message, aiSummary } = snapshotOf(body);
    expect(message).toBe(`\ufffd${'m'.repeat(1_999)}`);
    expect(aiSummary).toHaveLength(4_000);
  });

  test('an instant without a plausible year is unknown and counted', () => {
    const body = mutated(liveStatusBody, ['diagnostics', 'last_updated'], '9999-01-01T00:00:00Z');
    expect(snapshotOf(body).takenAt).toBeUndefined();
    expect(read(body).oddities).toBe(1);
  });

  test('an infinite number is unknown and counted', () => {
    const body: unknown = JSON.parse(
      JSON.stringify(liveStatusBody).replace('"sent":0', '"sent":1e999'),
    );
    expect(snapshotOf(body).campaignLimit?.sent).toBeUndefined();
    expect(read(body).oddities).toBe(1);
  });

  test('entries that are no numbers leave the list, and are counted', () => {
    const path = ['diagnostics', 'esp_routing_status', 'connected_esps'];
    const body = mutated(healthyStatusBody, path, [1, 'x', null, 3, 1]);
    expect(snapshotOf(body).espRouting?.connectedEsps).toEqual([1, 3]);
    expect(read(body).oddities).toBe(2);
  });
});
