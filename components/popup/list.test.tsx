// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { FleetRecord, InboxFleetRecord, ObservationRecord } from '#store/read';
import {
  campaignId,
  cause,
  fleet,
  fleetRecord,
  headOf,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  WORKSPACE,
  workspaceRecord,
} from '../fixtures.ts';
import { all, closePopup, open, rows, shown, text } from './fixtures.ts';
import type { PopupPorts } from './index.tsx';

afterEach(closePopup);

test('every campaign has a row with its health as a word, worst first', async () => {
  open();
  await shown('[data-campaign-id]');
  const [first] = all('[data-campaign-id]');
  expect(first?.dataset['health']).toBe('blocked');
  expect(first?.textContent).toContain('Agency partners UK, Blocked. Bounce protection stopped it');
  expect(rows()).toHaveLength(fleet.length);
});

test('a chip shows only its health word and can be let go', async () => {
  open();
  const chip = await shown('[data-filter=degraded]');
  chip.click();
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(3)]));
  expect(chip.getAttribute('aria-pressed')).toBe('true');
  chip.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('search narrows the list, and an empty result says so and can be cleared', async () => {
  open();
  const field = (await shown('input[type=search]')) as HTMLInputElement;
  expect(field.getAttribute('aria-label')).toBe('Find a campaign');
  const search = (query: string) => {
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  search('shopify');
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(4)]));
  search('no such thing');
  (await shown('.nothing button')).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('names of campaigns are text, whatever they hold', async () => {
  const name = `<img src=x onerror="alert(1)">\u202Egnp.exe${'x'.repeat(5000)}`;
  open({}, [verdict(1, 'blocked', { name })]);
  await shown('[data-campaign-id]');
  expect(document.querySelector('img')).toBeNull();
  expect(text('bdi.name')).toContain('<img src=x');
  expect(text('bdi.name')).not.toContain('\u202E');
  expect(text('bdi.name').length).toBeLessThanOrEqual(120);
});

test('of several workspaces one can be chosen', async () => {
  const records = [
    workspaceRecord(),
    workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE, name: 'Other' }),
  ];
  const other = verdict(50, 'blocked', { workspaceId: OTHER_WORKSPACE });
  open({
    readHead: async () => headOf(records, [...fleet, other]),
    readWorkspaces: async () => records,
    readFleets: async () => [
      fleetRecord(fleet),
      { workspaceId: OTHER_WORKSPACE, verdicts: [other] },
    ],
  });
  const choice = (await shown('select')) as HTMLSelectElement;
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length + 1));
  choice.value = OTHER_WORKSPACE;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(50)]));
  expect(text('h1')).toBe('1 campaign needs you');
});

test('groups close and open, say how many they hold, and stay as they were left', async () => {
  const kept = new Map<string, string>();
  const ports: Partial<PopupPorts> = {
    readPreference: (name) => kept.get(name) ?? null,
    writePreference: (name, value) => void kept.set(name, value),
  };
  open(ports);
  const heading = await shown('button[data-group=needsYou]');
  expect(heading.textContent).toBe('Needs you 3');
  heading.click();
  await vi.waitFor(() => expect(heading.getAttribute('aria-expanded')).toBe('false'));
  expect(rows()).toHaveLength(fleet.length - 3);
  closePopup();
  open(ports);
  const again = await shown('button[data-group=needsYou]');
  expect(again.getAttribute('aria-expanded')).toBe('false');
  again.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('the list is sorted and grouped from a menu, and the choice is remembered', async () => {
  const { writePreference } = open();
  (await shown('[aria-label="Sort and group"]')).click();
  const pick = async (value: string) => (await shown(`input[value=${value}]`)).click();
  await pick('name');
  await pick('workspace');
  await vi.waitFor(() => expect(text('[data-group]')).toBe('Northwind Outbound 9'));
  expect(all('.name').map((name) => name.textContent)).toEqual(
    fleet.map(({ name }) => name).toSorted(),
  );
  expect(writePreference).toHaveBeenCalledWith('sort', 'name');
  expect(writePreference).toHaveBeenCalledWith('grouping', 'workspace');
});

test('a remembered order is not painted twice: the head gives its rows up until all are there', async () => {
  const never = new Promise<never>(() => undefined);
  open({
    readFleets: () => never,
    readPreference: (name) => (name === 'sort' ? 'name' : null),
  });
  await shown('h1');
  expect(text('h1')).toBe('3 campaigns need you');
  expect(text('.nothing')).toBe('');
});

test('the search finds causes, inboxes and tags', async () => {
  const named = verdict(1, 'blocked', {
    causes: [cause('inbox_login_lost', { params: { count: 1, addresses: ['anna@nw-mail.co'] } })],
  });
  const { readInboxes } = open(
    {
      readInboxes: vi.fn(async () => [
        {
          workspaceId: named.workspaceId,
          inboxes: [{ address: 'anna@nw-mail.co', tagIds: ['t1'] }],
          days: [],
          tags: [{ id: 't1', label: 'Benelux team' }],
          readAt: NOW,
        } as unknown as InboxFleetRecord,
      ]),
    },
    [named, verdict(12, 'healthy'), verdict(13, 'healthy')],
  );
  const field = (await shown('input[type=search]')) as HTMLInputElement;
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(readInboxes).not.toHaveBeenCalled();
  for (const query of ['lost the login', 'ANNA@nw', 'benelux']) {
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(rows()).toEqual([campaignId(1)]));
  }
  expect(readInboxes).toHaveBeenCalledOnce();
});

test('a campaign without any trouble is found by its inboxes and tags, and grouped by its tag', async () => {
  const tags = { workspaceId: WORKSPACE, tagIds: { [campaignId(12)]: ['t1'] }, readAt: NOW };
  const observation = {
    campaign: { id: campaignId(13), inboxes: ['bo@nw-mail.co'], tagIds: [] },
  } as unknown as ObservationRecord;
  const labels = { inboxes: [], tags: [{ id: 't1', label: 'Benelux team' }], days: [] };
  const readCampaignTags = vi.fn<PopupPorts['readCampaignTags']>().mockResolvedValueOnce([]);
  readCampaignTags.mockResolvedValue([tags]);
  const { send } = open(
    {
      readInboxes: async () => [{ workspaceId: WORKSPACE, readAt: NOW, ...labels }],
      readObservations: async () => [observation],
      readCampaignTags,
      readPreference: (name) => (name === 'grouping' ? 'tag' : null),
    },
    [verdict(12, 'healthy'), verdict(13, 'healthy')],
  );
  await vi.waitFor(() =>
    expect(all('[data-group]').map(({ textContent }) => textContent)).toEqual([
      'Benelux team 1',
      'Without a known tag 1',
    ]),
  );
  expect(send).toHaveBeenCalledExactlyOnceWith('ask.campaignTags', { workspaceId: WORKSPACE });
  const field = (await shown('input[type=search]')) as HTMLInputElement;
  for (const [query, n] of [
    ['benelux', 12],
    ['bo@nw', 13],
  ] as const) {
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(rows()).toEqual([campaignId(n)]));
  }
});

test('a chosen workspace is remembered, and waits for its own numbers', async () => {
  const records = [
    workspaceRecord(),
    workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE, name: 'Other' }),
  ];
  const other = verdict(50, 'blocked', { workspaceId: OTHER_WORKSPACE });
  let answer = (_fleets: readonly FleetRecord[]): void => undefined;
  const fleets = new Promise<readonly FleetRecord[]>((resolve) => {
    answer = resolve;
  });
  const { writePreference } = open({
    readHead: async () => headOf(records, [...fleet, other]),
    readWorkspaces: async () => records,
    readFleets: () => fleets,
    readPreference: (name) => (name === 'workspace' ? OTHER_WORKSPACE : null),
  });
  const choice = (await shown('select')) as HTMLSelectElement;
  expect(document.querySelector('h1')).toBeNull();
  answer([fleetRecord(fleet), { workspaceId: OTHER_WORKSPACE, verdicts: [other] }]);
  await vi.waitFor(() => expect(text('h1')).toBe('1 campaign needs you'));
  expect(rows()).toEqual([campaignId(50)]);
  choice.value = '';
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length + 1));
  expect(writePreference).toHaveBeenCalledWith('workspace', '');
});

test('of a workspace that is gone nothing is kept, nor of groups that only some have', async () => {
  const { writePreference } = open({
    readPreference: (name) =>
      ({ workspace: OTHER_WORKSPACE, closed: null, sort: null, grouping: 'workspace' })[name],
  });
  const heading = await shown('[data-group]');
  await vi.waitFor(() => expect(writePreference).toHaveBeenCalledWith('workspace', ''));
  heading.click();
  await vi.waitFor(() => expect(rows()).toEqual([]));
  expect(writePreference).toHaveBeenCalledWith('closed', '');
});
