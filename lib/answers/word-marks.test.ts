import { expect, test } from 'vitest';
import { packaged } from '#locales/en/packaged';
import type { CampaignMark, InboxMark, MarksFacts } from '#messages/guard';
import { type CampaignId, countHealths, type InboxAddress } from '#model';
import { cause, NOW } from '../../components/fixtures.ts';
import { wordMarks } from './word-marks.ts';

const READER = { locale: 'en', timeZone: 'UTC' } as const;
const ID = '0190f0c0-1000-7000-8000-000000000001' as CampaignId;
const HOUR_MS = 3_600_000;

const campaigns = (
  mark: Partial<CampaignMark>,
  rest: Partial<Extract<MarksFacts, { kind: 'campaigns' }>> = {},
): MarksFacts => ({
  kind: 'campaigns',
  marks: [{ id: ID, health: 'limited', cause: null, nextSendAt: null, checkedAt: NOW, ...mark }],
  named: [['Wave 3', ID]],
  summary: countHealths([]),
  checkedAt: NOW,
  ...rest,
});
const told = (facts: MarksFacts) => {
  const answer = wordMarks(facts, packaged, READER, NOW);
  if (answer.kind !== 'told') throw new Error(answer.kind);
  return answer;
};
const textOf = (facts: MarksFacts) => told(facts).marks.map(({ text }) => text);

test('a campaign: health, the first reason, and when it sends again', () => {
  const limited = { cause: cause('daily_limit_met'), nextSendAt: NOW + 8 * HOUR_MS };
  expect(textOf(campaigns(limited))).toEqual([
    `Limited: ${packaged['daily_limit_met.headline']} · sends again in 8 h`,
  ]);
  expect(textOf(campaigns({ health: 'healthy' }))).toEqual(['Sending']);
});

test('an old answer is none', () => {
  const { marks } = told(campaigns({ checkedAt: NOW - HOUR_MS }));
  expect(marks).toEqual([
    { id: ID, health: 'unknown', text: 'Unknown: no fresh answer from Instantly' },
  ]);
});

test('an inbox: what is the matter, and how far that reaches', () => {
  const inbox: InboxMark = {
    id: 'zoe@x.example' as InboxAddress,
    health: 'blocked',
    code: 'inbox_login_lost',
    campaigns: 2,
  };
  const answer = told({ kind: 'inboxes', marks: [inbox], named: [] });
  expect(answer).toEqual({
    kind: 'told',
    named: [],
    summary: null,
    marks: [
      {
        id: 'zoe@x.example',
        health: 'blocked',
        text: 'Blocked: 1 inbox lost the login · 2 campaigns affected',
      },
    ],
  });
});

test('the pill sums up what needs somebody, the worst first', () => {
  const many = { ...countHealths([]), blocked: 3, degraded: 2, healthy: 9 };
  expect(told(campaigns({}, { summary: many })).summary).toMatchObject({
    health: 'blocked',
    text: '3 blocked · 2 degraded',
  });
  expect(told(campaigns({})).summary).toMatchObject({
    health: 'healthy',
    text: 'No campaign needs you',
  });
  const old = told(campaigns({}, { summary: many, checkedAt: NOW - HOUR_MS })).summary;
  expect(old).toMatchObject({ health: 'unknown' });
  expect(old?.text).not.toContain('3');
});
