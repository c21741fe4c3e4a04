import { describe, expect, test } from 'vitest';
import { type Change, DAY_MS, type InboxFacts } from '#model';
import type { ChangeFacts } from './action-definition.ts';
import {
  anInbox,
  BAD_LEAD,
  BOB,
  brokenInbox,
  codeOf,
  factsOf,
  ANN as inbox,
  LOGIN,
  made,
  ofInboxes,
  plan,
  TRANSIENT,
} from './fixtures.ts';

const QUOTA = '550-5.4.5 Daily user sending limit exceeded';

const CAP = '450 4.7.1 Too many mail per day';

const REPUTATION = '554 5.7.1 Message blocked: poor reputation';

describe('an inbox in error (DIAGNOSIS.md 3.3)', () => {
  const resume: Change = { kind: 'resume_inbox', inbox };
  const mark: Change = { kind: 'mark_inbox_fixed', inbox };
  const about = (facts: InboxFacts, parts: Partial<ChangeFacts> = {}) =>
    factsOf(ofInboxes(facts), parts);

  test.each([
    [QUOTA, 'inbox_daily_quota', 'inbox_daily_quota'],
    [LOGIN, 'inbox_login_lost', 'inbox_login_lost'],
    [CAP, 'inbox_provider_cap', 'inbox_provider_cap'],
    [REPUTATION, 'inbox_reputation', 'inbox_reputation'],
    ['something odd', 'inbox_error', null],
    [BAD_LEAD, null, null],
    [TRANSIENT, null, null],
  ])('%s: resume %s, mark as fixed %s', (answer, resumed, marked) => {
    expect(codeOf(resume, about(brokenInbox(answer)))).toBe(resumed);
    expect(codeOf(mark, about(brokenInbox(answer)))).toBe(marked);
  });

  test('the refusal holds what the mail server answered', () => {
    expect(plan(resume, about(brokenInbox(QUOTA))).refusal?.params).toEqual({ answer: QUOTA });
  });

  test('a lost login without any answer is not resumed either', () => {
    const silent = anInbox({ status: 'connection_error' });
    expect(codeOf(resume, about(silent))).toBe('inbox_login_lost');
  });

  test('maintenance and setup end by themselves', () => {
    expect(codeOf(resume, about(anInbox({ status: 'maintenance' })))).toBe(
      'inboxes_in_maintenance',
    );
  });

  test('is tried once in 24 hours, by either way; resuming what we paused ourselves is no try', () => {
    const broken = brokenInbox(TRANSIENT);
    const tried = made(mark, { status: 'soft_bounce_error' }, { status: 'active' });
    const at = tried.at;
    expect(plan(resume, about(broken, { past: [tried] })).refusal).toEqual({
      code: 'resumed_recently',
      params: { untilAt: at + DAY_MS },
    });
    expect(codeOf(mark, about(broken, { past: [tried] }))).toBe('resumed_recently');
    const later = { past: [tried], now: at + DAY_MS };
    expect(codeOf(resume, about(broken, later))).toBe(null);
    const ours = made(resume, { status: 'paused' }, { status: 'active' });
    expect(codeOf(resume, about(broken, { past: [ours] }))).toBe(null);
    const failed = { ...tried, outcome: { kind: 'failed', note: { code: 'offline', params: {} } } };
    expect(codeOf(resume, about(broken, { past: [failed as never] }))).toBe(null);
    const other = { ...tried, change: { kind: 'resume_inbox', inbox: BOB } } as const;
    expect(codeOf(resume, about(broken, { past: [other] }))).toBe(null);
  });

  test('at its provider’s cap is resumed only after its limit went down', () => {
    const lower = (limitPerDay: number) =>
      made({ kind: 'set_inbox_limit', inbox, limitPerDay }, { limitPerDay: 30 }, { limitPerDay });
    expect(codeOf(resume, about(brokenInbox(CAP), { past: [lower(20)] }))).toBe(null);
    expect(codeOf(resume, about(brokenInbox(CAP), { past: [lower(40)] }))).toBe(
      'inbox_provider_cap',
    );
  });
});
