import { describe, expect, test } from 'vitest';
import {
  campaignId,
  cause,
  incident,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  WORKSPACE,
} from '../fixtures.ts';
import { scopeText, silenceText, silenceTextAt } from './silence-text.ts';
import { campaignSubject, incidentSubject } from './subject.ts';
import { createSilenceWords } from './words.ts';

const words = createSilenceWords({ locale: 'en', timeZone: 'UTC' });
const around = {
  workspaceName: 'Northwind',
  tags: [{ id: 'tag', label: 'Core' }],
  silences: [],
};

describe('a campaign', () => {
  test('in trouble can be acknowledged, snoozed, and muted as wide as its workspace', () => {
    const ill = verdict(1, 'blocked', { causes: [cause('silent_stop')] });
    const { places } = campaignSubject(ill, around, words);
    expect(Object.keys(places)).toEqual(['acknowledge', 'snooze', 'mute']);
    expect(places.mute?.map(({ label, scopes }) => [label, scopes[0]?.kind])).toEqual([
      ['This campaign', 'campaign'],
      ['“Says healthy, sends nothing” in this workspace', 'cause'],
      ['Tag Core', 'tag'],
      ['Workspace Northwind', 'workspace'],
    ]);
  });

  test('that sends can only be muted; one that was paused can be called so on purpose', () => {
    expect(Object.keys(campaignSubject(verdict(1, 'healthy'), around, words).places)).toEqual([
      'mute',
    ]);
    const paused = verdict(1, 'inactive', { causes: [cause('campaign_paused')] });
    expect(Object.keys(campaignSubject(paused, around, words).places)).toEqual(['mute', 'expect']);
  });
});

test('an incident can be silenced by its cause in each workspace, or campaign by campaign', () => {
  const campaigns = [1, 2].map((n) => ({ workspaceId: WORKSPACE, campaignId: campaignId(n) }));
  const subject = incidentSubject(incident, [WORKSPACE, OTHER_WORKSPACE], campaigns, [], words);
  const [ofCause, ofCampaigns] = subject.places.acknowledge ?? [];
  expect(ofCause?.scopes.map(({ workspaceId }) => workspaceId)).toEqual([
    WORKSPACE,
    OTHER_WORKSPACE,
  ]);
  expect(ofCampaigns?.label).toBe('Each of its 2 campaigns');
  expect(ofCampaigns?.scopes).toHaveLength(2);
});

describe('a silence in words', () => {
  const scope = { kind: 'tag', workspaceId: WORKSPACE, tagId: 'tag' } as const;
  const silence = { id: 's', at: NOW, note: '', until: null, scope } as const;
  const names = { tag: () => 'Core', workspace: () => 'Northwind', campaign: () => undefined };

  test.each([
    [{ kind: 'acknowledged', note: ' Anna is on it ' }, 'Acknowledged: Anna is on it'],
    [{ kind: 'acknowledged' }, 'Acknowledged'],
    [{ kind: 'snoozed', until: NOW + 60_000 }, 'Snoozed until 20:49'],
    [{ kind: 'snoozed' }, 'Snoozed until it clears'],
    [{ kind: 'muted' }, 'Muted'],
    [{ kind: 'expected' }, 'On purpose'],
  ] as const)('%j is "%s"', (part, text) => {
    expect(silenceText({ ...silence, ...part }, words, NOW)).toBe(text);
  });

  test('says what it covers where that is more than one campaign', () => {
    expect(silenceTextAt({ ...silence, kind: 'muted' }, names, words, NOW)).toBe(
      'Muted, by tag Core',
    );
    expect(scopeText(scope, names, words)).toBe('Tag Core in Northwind');
    const gone = { kind: 'campaign', workspaceId: WORKSPACE, campaignId: campaignId(1) } as const;
    expect(scopeText(gone, names, words)).toBe('a campaign that is no longer listed');
  });
});
