import { describe, expect, test } from 'vitest';
import { HOUR_MS, type InboxAddress, MINUTE_MS } from '#model';
import type { HistoryRecord } from '#store/read';
import { actionRecord } from '../changing/fixtures.ts';
import { campaignId, cause, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { guideOf } from './guide.ts';

const changed = (
  at: number,
  health: HistoryRecord['health'],
  causeCodes: HistoryRecord['causeCodes'],
): HistoryRecord => ({
  workspaceId: WORKSPACE,
  campaignId: campaignId(1),
  at,
  health,
  previousHealth: null,
  code: null,
  causeCodes,
});

const lost = verdict(1, 'blocked', {
  causes: [
    cause('inbox_login_lost', { params: { addresses: ['anna@nw-mail.co' as InboxAddress] } }),
  ],
});

const states = (guide: ReturnType<typeof guideOf>) =>
  guide?.steps.map(({ name, state }) => `${name} ${state}`);

describe('the way out of a cause', () => {
  test('begins with its first step', () => {
    expect(states(guideOf(lost, [], [], 0, NOW))).toEqual([
      'open now',
      'mend later',
      'watch later',
    ]);
  });

  test('goes on when an inbox is back, not when a button was pressed', () => {
    expect(states(guideOf(lost, [], [], 1, NOW))).toEqual(['open done', 'mend now', 'watch later']);
  });

  test('waits once we changed what had to be changed', () => {
    const limited = verdict(1, 'limited', { causes: [cause('daily_limit_met')] });
    const raised = actionRecord(
      1,
      { kind: 'verified' },
      {
        change: { kind: 'set_campaign_limit', campaignId: campaignId(1), limitPerDay: 200 },
      },
    );
    expect(states(guideOf(limited, [], [], 0, NOW))).toEqual(['change now', 'watch later']);
    expect(states(guideOf(limited, [], [raised], 0, NOW))).toEqual(['change done', 'watch now']);
    const failed = { ...raised, outcome: { kind: 'pending' } as const };
    expect(states(guideOf(limited, [], [failed], 0, NOW))).toEqual(['change now', 'watch later']);
    const earlier = { ...raised, at: limited.since - 1 };
    expect(states(guideOf(limited, [], [earlier], 0, NOW))).toEqual(['change now', 'watch later']);
  });

  test('is over when the facts say so, since then', () => {
    const sending = verdict(1, 'healthy');
    const at = NOW - 20 * MINUTE_MS;
    const history = [
      changed(NOW - HOUR_MS, 'blocked', ['inbox_login_lost']),
      changed(at, 'healthy', []),
    ];
    const guide = guideOf(sending, history, [], 0, NOW);
    expect(guide).toMatchObject({ kind: 'reconnect', overAt: at, isSending: true });
    expect(states(guide)).toEqual(['open done', 'mend done', 'watch done']);
  });

  test('is not told of for ever, nor of what has no guide', () => {
    const history = [
      changed(NOW - 40 * HOUR_MS, 'blocked', ['inbox_login_lost']),
      changed(NOW - 30 * HOUR_MS, 'healthy', []),
    ];
    expect(guideOf(verdict(1, 'healthy'), history, [], 0, NOW)).toBeNull();
    expect(
      guideOf(verdict(1, 'waiting', { causes: [cause('out_of_schedule')] }), [], [], 0, NOW),
    ).toBeNull();
  });
});
