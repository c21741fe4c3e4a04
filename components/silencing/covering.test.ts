import { describe, expect, test } from 'vitest';
import { HOUR_MS, type Silence, type SilenceScope } from '#model';
import { campaignId, cause, NOW, OTHER_WORKSPACE, verdict, WORKSPACE } from '../fixtures.ts';
import { silencedCampaigns, silencesOn, tagsByCampaign } from './covering.ts';

let made = 0;
const silence = (scope: SilenceScope, rest: Partial<Silence> = {}): Silence => {
  made += 1;
  const id = `silence-${made}`;
  return { id, kind: 'muted', scope, note: '', at: NOW - HOUR_MS, until: null, ...rest };
};
const NO_TAGS = new Map();
const own: SilenceScope = { kind: 'campaign', workspaceId: WORKSPACE, campaignId: campaignId(1) };
const whole: SilenceScope = { kind: 'workspace', workspaceId: WORKSPACE };
const ill = verdict(1, 'blocked', { causes: [cause('silent_stop'), cause('bounce_pace')] });

describe('the silences that hold for a campaign', () => {
  test('are those of itself, its tag, its workspace and its first cause, and no others', () => {
    const tags = new Map([[campaignId(1), ['tag']]]);
    const holding = [
      silence(own),
      silence({ kind: 'tag', workspaceId: WORKSPACE, tagId: 'tag' }),
      silence(whole),
      silence({ kind: 'cause', workspaceId: null, code: 'silent_stop' }),
    ];
    const others = [
      silence({ ...own, campaignId: campaignId(2) }),
      silence({ kind: 'tag', workspaceId: WORKSPACE, tagId: 'another' }),
      silence({ kind: 'workspace', workspaceId: OTHER_WORKSPACE }),
      silence({ kind: 'cause', workspaceId: WORKSPACE, code: 'bounce_pace' }),
      silence(own, { until: NOW }),
    ];
    const found = silencesOn(ill, [...others, ...holding], tags, NOW);
    expect(new Set(found)).toEqual(new Set(holding));
  });

  test('begin with the one that counts', () => {
    const muted = silence(whole);
    const expected = silence(own, { kind: 'expected', until: NOW + HOUR_MS });
    expect(silencesOn(ill, [muted, expected], NO_TAGS, NOW)[0]).toBe(expected);
  });
});

test('what sends or is off is marked for a silence of its own only', () => {
  const fleet = [ill, verdict(2, 'healthy'), verdict(3, 'inactive'), verdict(4, 'limited')];
  const marked = (...silences: readonly Silence[]) =>
    [...silencedCampaigns(fleet, silences, NO_TAGS, NOW).keys()].sort();
  expect(marked(silence(whole))).toEqual([campaignId(1), campaignId(4)]);
  expect(marked(silence({ ...own, campaignId: campaignId(3) }))).toEqual([campaignId(3)]);
  expect(marked()).toEqual([]);
});

test('a campaign stands under its own tags, those it sends by, and those of the inboxes that it names', () => {
  const inbox = (address: string, tagIds: readonly string[]) => ({ address, tagIds }) as never;
  const tags = tagsByCampaign({
    campaigns: [
      { id: campaignId(1), inboxes: ['a@x.co'], tagIds: ['sender'] } as never,
      { id: campaignId(2), inboxes: [], tagIds: [] },
    ],
    inboxes: [{ inboxes: [inbox('a@x.co', ['inbox', 'sender']), inbox('b@x.co', ['other'])] }],
    campaignTags: [{ tagIds: { [campaignId(1)]: ['own'] } }],
  });
  expect(tags.get(campaignId(1))).toEqual(['sender', 'own', 'inbox']);
  expect(tags.get(campaignId(2))).toEqual([]);
});
