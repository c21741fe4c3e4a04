import { expect, test } from 'vitest';
import { HOUR_MS, type SilenceScope } from '#model';
import { isSameScope, makeSilence } from '../../../lib/alerts/make-silence.ts';
import {
  campaignId,
  sampleObservation,
  sampleVerdict,
  sampleWorkspace,
  T0,
  workspaceId,
} from '../../../lib/store/fixtures.ts';
import { healthy, stopped } from './world.ts';

const OF_CAMPAIGN: SilenceScope = {
  kind: 'campaign',
  workspaceId: workspaceId(),
  campaignId: campaignId(),
};
const OF_CAUSE: SilenceScope = {
  kind: 'cause',
  workspaceId: null,
  code: 'campaign_bounce_protect',
};

const source = (verdicts = [stopped(1), healthy(2)]) => ({
  workspaces: async () => [sampleWorkspace()],
  fleets: async () => [{ workspaceId: workspaceId(), verdicts }],
  observation: async () => sampleObservation(),
  observations: async () => [sampleObservation({ campaignId: campaignId(2) })],
  inboxes: async () => undefined,
  campaignTags: async () => ({
    workspaceId: workspaceId(),
    tagIds: { [campaignId(2)]: ['t'] },
    readAt: T0,
  }),
});
const wish = (parts: Partial<Parameters<typeof makeSilence>[1]> = {}) => ({
  kind: 'snoozed' as const,
  scope: OF_CAMPAIGN,
  until: { kind: 'hour' } as const,
  note: 'n',
  ...parts,
});
const made = (parts: Parameters<typeof wish>[0], verdicts?: Parameters<typeof source>[0]) =>
  makeSilence(source(verdicts), wish(parts), 'id', T0);

test('an hour is an hour, a date that date', async () => {
  expect(await made({})).toEqual({
    id: 'id',
    kind: 'snoozed',
    scope: OF_CAMPAIGN,
    note: 'n',
    at: T0,
    until: T0 + HOUR_MS,
  });
  expect(await made({ until: { kind: 'date', at: T0 + 5 } })).toMatchObject({ until: T0 + 5 });
});

test('the next window of a campaign is the one that opens next by its schedule, also within one', async () => {
  // 09:00 to 17:00 in Detroit, on weekdays.
  const silence = await made({ until: { kind: 'next_window' } });
  const opens = Temporal.Instant.fromEpochMilliseconds(Number(silence?.until));
  const local = opens.toZonedDateTimeISO('America/Detroit');
  expect([local.hour, local.minute]).toEqual([9, 0]);
  expect(Number(silence?.until)).toBeGreaterThan(T0);
});

test('until it clears: when the limit does by itself, else when the trouble is over', async () => {
  const limited = sampleVerdict({ clearsAt: T0 + 7 });
  expect(await made({ until: { kind: 'clears' } }, [limited])).toMatchObject({ until: T0 + 7 });
  expect(await made({ until: { kind: 'clears' } })).toMatchObject({ until: null });
});

test('of a tag the campaigns that carry it say when', async () => {
  const scope = { kind: 'tag', workspaceId: workspaceId(), tagId: 't' } as const;
  const verdicts = [
    { ...stopped(1), clearsAt: T0 + 1 },
    { ...healthy(2), clearsAt: T0 + 9 },
  ];
  const silence = await made({ scope, until: { kind: 'clears' } }, verdicts);
  expect(silence).toMatchObject({ until: T0 + 9 });
});

test('what is acknowledged has no end by the clock', async () => {
  const silence = await made({ kind: 'acknowledged', until: { kind: 'hour' } });
  expect(silence).toMatchObject({ kind: 'acknowledged', until: null });
});

test('there is nothing to silence any more', async () => {
  expect(await made({ kind: 'acknowledged' }, [healthy(1)])).toBeNull();
  expect(await made({ kind: 'acknowledged', scope: OF_CAUSE }, [healthy(1)])).toBeNull();
  expect(await made({}, [healthy(2)])).toBeNull();
  expect(await made({ until: { kind: 'date', at: T0 } })).toBeNull();
  expect(await made({ until: { kind: 'date', at: T0 + 400 * 24 * HOUR_MS } })).toBeNull();
  const elsewhere = { kind: 'workspace', workspaceId: workspaceId(9) } as const;
  expect(await made({ kind: 'muted', scope: elsewhere, until: null })).toBeNull();
});

test('what does not stand now can be muted all the same', async () => {
  expect(await made({ kind: 'muted', scope: OF_CAUSE, until: null }, [])).not.toBeNull();
});

test('scopes are the same when they are about the same', () => {
  expect(isSameScope(OF_CAMPAIGN, { ...OF_CAMPAIGN })).toBe(true);
  expect(isSameScope(OF_CAMPAIGN, { ...OF_CAMPAIGN, campaignId: campaignId(2) })).toBe(false);
  expect(isSameScope(OF_CAUSE, { ...OF_CAUSE, workspaceId: workspaceId() })).toBe(false);
  expect(isSameScope(OF_CAUSE, { kind: 'workspace', workspaceId: workspaceId() })).toBe(false);
});
