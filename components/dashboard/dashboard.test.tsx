// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR_MS } from '#model';
import type { InboxFleetRecord } from '#store/read';
import {
  campaignId,
  cause,
  fleet,
  fleetRecord,
  incident,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  WORKSPACE,
  workspaceRecord,
} from '../fixtures.ts';
import {
  all,
  browsing,
  button,
  closeDashboard,
  incidentRecord,
  noInboxes,
  open,
  openPalette,
  rows,
  scrollUp,
  shown,
  text,
} from './fixtures.ts';

beforeEach(scrollUp);
afterEach(closeDashboard);

test('one h1 with the answer, the lever below it, and every campaign worst first', async () => {
  open();
  await shown('tr[data-campaign-id]');
  expect(all('h1').map(({ textContent }) => textContent)).toEqual(['3 campaigns need you']);
  expect(text('.lead')).toContain('Reconnect 2 inboxes');
  expect(rows()).toHaveLength(fleet.length);
  expect(all('tr[data-health]')[0]?.dataset['health']).toBe('blocked');
  expect(text('tr[data-campaign-id]')).toContain('Blocked');
  expect(document.querySelector('[data-incident]')?.textContent).toContain('lost the login');
});

test.each([
  ['#/campaigns', 'Campaigns'],
  ['#/incidents', 'Incidents'],
  ['#/inboxes', 'Inboxes'],
  ['#/history', 'History'],
  ['#/tomorrow', 'Tomorrow'],
])('%s is a section of its own, marked in the navigation', async (hash, name) => {
  open({}, fleet, browsing(hash));
  await shown(`main > section[aria-label="${name}"]`);
  expect(text('nav [aria-current=page]')).toContain(name);
  expect(all('main')).toHaveLength(1);
  expect(all('h1')).toHaveLength(1);
});

test('one workspace can be looked at alone', async () => {
  const other = verdict(50, 'blocked', { workspaceId: OTHER_WORKSPACE, name: 'Elsewhere' });
  open({
    readWorkspaces: async () => [
      workspaceRecord(),
      workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE, name: 'Contoso' }),
    ],
    readFleets: async () => [
      fleetRecord(fleet),
      { workspaceId: OTHER_WORKSPACE, verdicts: [other] },
    ],
  });
  (await button('Contoso')).click();
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(50)]));
  expect(document.querySelector('[data-incident]')).toBeNull();
  expect(text('h1')).toBe('1 campaign needs you');
});

test('incidents: open with their lever, past with their end', async () => {
  const past = incidentRecord({
    incident: { ...incident, id: 'past', code: 'api_down', since: NOW - 9 * HOUR_MS, restores: 0 },
    state: 'resolved',
    resolvedAt: NOW - 8 * HOUR_MS,
    note: 'looked into it',
  });
  open({ readIncidents: async () => [incidentRecord(), past] }, fleet, browsing('#/incidents'));
  const entry = await shown('[data-incident][data-state=firing]');
  expect(entry.textContent).toContain('Reconnect 2 inboxes and 2 campaigns send again.');
  expect(entry.querySelectorAll('a')).toHaveLength(3);
  const ended = await shown('[data-state=resolved]');
  expect(ended.textContent).toContain('after 1 h');
  expect(ended.textContent).toContain('looked into it');
});

test('inboxes: worst first, the reason in words, the answer of the server beside it', async () => {
  const facts = {
    workspaceId: WORKSPACE,
    warmupStatus: 'active',
    warmupScore: 71,
    provider: 'google',
    isSetupPending: false,
    limitPerDay: 30,
    gapMinutes: 10,
    isSlowRamp: false,
    tracking: null,
    tagIds: [],
    readAt: NOW,
  } as const;
  const record = {
    ...noInboxes,
    inboxes: [
      { ...facts, address: 'fine@nw.co', status: 'active', smtpMessage: undefined },
      {
        ...facts,
        address: 'lost@nw.co',
        status: 'connection_error',
        smtpMessage: { response: '535 5.7.8 <b>no</b>', responseCode: 535 },
      },
    ],
  } as unknown as InboxFleetRecord;
  open({ readInboxes: async () => [record] }, fleet, browsing('#/inboxes'));
  const first = await shown('tr[data-account]');
  expect(first.dataset['account']).toBe('lost@nw.co');
  expect(first.dataset['health']).toBe('blocked');
  expect(first.textContent).toContain('reconnect it');
  expect(first.textContent).toContain('535 5.7.8 <b>no</b>');
  expect(first.textContent).toContain('score 71%');
  expect(text('[data-group="domain:nw.co"]')).toContain('1 of 2 down');
  expect(text('nav')).toContain('1 down');
});

test('history reads as far back as is asked', async () => {
  const readHistory = vi.fn(async () => []);
  open({ readHistory }, fleet, browsing('#/history'));
  (await shown('[data-range="30"]')).click();
  await vi.waitFor(() => expect(readHistory).toHaveBeenLastCalledWith(NOW - 30 * 24 * HOUR_MS));
  expect(rows()).not.toContain(campaignId(9));
});

test('tomorrow lists what needs somebody before a window opens', async () => {
  const opensAt = NOW + 12 * HOUR_MS;
  const resting = verdict(1, 'waiting', {
    nextSendAt: opensAt,
    causes: [
      cause('out_of_schedule', {
        needsPerson: false,
        params: { opensAt, nextWindowMails: 60, nextWindowBottleneck: 'inboxes_down' },
      }),
      cause('inbox_login_lost', { params: { count: 2, addresses: [] } }),
    ],
  });
  open({}, [resting], browsing('#/tomorrow'));
  const entry = await shown('.opening [data-campaign-id]');
  expect(entry.textContent).toContain('about 60 mails');
  expect(entry.textContent).toContain('inboxes down');
  expect(entry.querySelector('[data-cause=inbox_login_lost]')).not.toBeNull();
});

test('a reader who wants hours written otherwise gets them at once', async () => {
  const timeFormat = signal<'h23' | 'h12'>('h23');
  open({}, fleet, browsing(''), {
    locale: 'en',
    timeZone: 'UTC',
    get timeFormat() {
      return timeFormat.value;
    },
  });
  const all = () =>
    [...document.querySelectorAll('*')]
      .map(({ textContent, outerHTML }) => textContent + outerHTML)
      .join(' ');
  await shown('main h1');
  await vi.waitFor(() => expect(all()).toMatch(/\d\d:\d\d/));
  expect(all()).not.toMatch(/\d\s[AP]M/);
  timeFormat.value = 'h12';
  await vi.waitFor(() => expect(all()).toMatch(/\d\s[AP]M/));
});

test('an open incident offers its first steps; a past one offers none', async () => {
  const past = incidentRecord({ state: 'resolved', resolvedAt: NOW - HOUR_MS });
  const open_accounts = { ...incident, actions: ['open_accounts', 'mark_inbox_fixed'] as const };
  const records = [incidentRecord({ incident: open_accounts }), past];
  const { openUrl } = open({ readIncidents: async () => records }, fleet, browsing('#/incidents'));
  await shown('[data-state=resolved]');
  expect(all('[data-action]').map(({ dataset }) => dataset['action'])).toEqual(['open_accounts']);
  document.querySelector<HTMLElement>('[data-state=firing] [data-action]')?.click();
  expect(openUrl).toHaveBeenCalledExactlyOnceWith('https://app.instantly.ai/app/accounts');
});

test('a client’s paper has plain words and no cause, inbox or id; the next one is ours again', async () => {
  const causes = [cause('inbox_login_lost', { params: { addresses: ['anna@nw-mail.co'] } })];
  const { print } = open({}, [verdict(1, 'blocked', { causes }), verdict(7, 'healthy')]);
  await shown('tr[data-campaign-id]');
  await openPalette({ ctrlKey: true });
  (await shown('[data-command="print-client"]')).click();
  expect(print).toHaveBeenCalledOnce();
  window.dispatchEvent(new Event('beforeprint'));
  expect(text('main h1')).toBe('How your campaigns are sending');
  expect(text('main')).toContain('Not sending at the moment; we are on it.');
  expect(all('.client-report tbody tr')).toHaveLength(2);
  expect(document.querySelector('main')?.outerHTML).not.toMatch(
    /anna@nw-mail|login|inbox_login_lost|0190f0c0/,
  );
  window.dispatchEvent(new Event('afterprint'));
  await shown('tr[data-campaign-id]');
  window.dispatchEvent(new Event('beforeprint'));
  expect(document.querySelector('.client-report')).toBeNull();
  window.dispatchEvent(new Event('afterprint'));
});
