import { describe, expect, test } from 'vitest';
import { packaged } from '#locales/en/packaged';
import type { Incident, Verdict } from '#model';
import type { IncidentRecord } from '#store/read';
import {
  campaignId,
  sampleCause,
  sampleIncident,
  sampleJournal,
  sampleVerdict,
  T0,
  workspaceId,
} from '../store/fixtures.ts';
import { projectCampaign } from './project-campaign.ts';

const OTHER_NAME = 'A name of somebody else';
const OWN = campaignId(1);
const verdict: Verdict = sampleVerdict({
  campaignId: OWN,
  causes: [sampleCause({ code: 'inbox_login_lost' }), sampleCause({ code: 'empty_tag' })],
});
const fleet = {
  workspaceId: workspaceId(1),
  verdicts: [verdict, sampleVerdict({ campaignId: campaignId(2), name: OTHER_NAME })],
};
const record = (incident: Partial<Incident>, state: IncidentRecord['state'] = 'firing') => ({
  ...sampleIncident({ campaignIds: [OWN, campaignId(2)], ...incident }),
  state,
});
const project = (incidents: readonly IncidentRecord[]) =>
  projectCampaign({
    fleet,
    verdict,
    journal: sampleJournal({ checkedAt: { [OWN]: T0 } }),
    incidents,
    timeFormat: 'h23',
    catalogue: packaged,
  });

test('its own verdict, when it was checked, and the texts to say it with', () => {
  const answer = project([]);
  expect(answer).toMatchObject({ verdict, checkedAt: T0, incident: null, timeFormat: 'h23' });
  expect(answer.texts).toHaveProperty(['empty_tag.advice']);
  expect(answer.texts).not.toHaveProperty(['daily_limit_met.headline']);
});

describe('the incident', () => {
  const inboxes: Partial<Incident> = {
    code: 'inbox_login_lost',
    subject: { kind: 'inboxes', addresses: ['x@somebody.else'] as never },
    params: { addresses: ['x@somebody.else'], answer: OTHER_NAME, inboxes: 3 },
  };

  test('is told by figures, never by names, addresses or ids', () => {
    const answer = project([record(inboxes)]);
    expect(answer.incident).toMatchObject({
      code: 'inbox_login_lost',
      params: { count: 1, inboxes: 3 },
      campaigns: 2,
    });
    const told = JSON.stringify({ ...answer, verdict: null });
    for (const foreign of [OTHER_NAME, 'somebody.else', campaignId(2)]) {
      expect(told).not.toContain(foreign);
    }
  });

  test('is the one that explains the first cause', () => {
    const tag = { ...inboxes, code: 'empty_tag' as const };
    expect(project([record(tag), record(inboxes)]).incident?.code).toBe('inbox_login_lost');
  });

  test.each([
    ['is over', record(inboxes, 'resolved')],
    ['is not yet sure', record(inboxes, 'pending')],
    ['is of others', record({ ...inboxes, campaignIds: [campaignId(2), campaignId(3)] })],
    ['stops only this one here', record({ ...inboxes, campaignIds: [OWN, campaignId(9)] })],
  ])('is left out where it %s', (_why, one) => {
    expect(project([one]).incident).toBeNull();
  });
});
