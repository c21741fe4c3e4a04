// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AlertLogRecord, HOUR_MS, type Silence } from '#model';
import { campaignId, fleet, NOW, WORKSPACE } from '../fixtures.ts';
import {
  all,
  browsing,
  closeDashboard,
  open,
  openPalette,
  press,
  rows,
  scrollUp,
  shown,
  text,
} from './fixtures.ts';

beforeEach(scrollUp);
afterEach(closeDashboard);

describe('alerts', () => {
  const scope = {
    kind: 'campaign',
    workspaceId: WORKSPACE,
    campaignId: campaignId(1),
  } as const;
  const snoozed: Silence = {
    id: 'snoozed',
    kind: 'snoozed',
    scope,
    note: '',
    at: NOW,
    until: NOW + HOUR_MS,
  };
  const entry = (kind: AlertLogRecord['kind'], minutes: number): AlertLogRecord => ({
    workspaceId: WORKSPACE,
    campaignId: campaignId(1),
    code: 'silent_stop',
    severity: 'red',
    since: NOW - HOUR_MS,
    at: NOW - HOUR_MS + minutes * 60_000,
    kind,
    reason: kind === 'held' ? 'quiet_hours' : null,
  });
  const LOG = [entry('pending', 0), entry('fired', 10), entry('held', 10), entry('resolved', 50)];

  test('campaigns that are silenced stand apart, marked and counted', async () => {
    open({ readSilences: async () => [snoozed] });
    await shown('[data-silenced]');
    expect(text('h1')).toBe('2 campaigns need you');
    expect(text('.lead')).toContain('1 silenced.');
    expect(text('[data-segment=silenced]')).toBe('Silenced 1');
    expect(rows().slice(0, 3)).toEqual([campaignId(2), campaignId(3), campaignId(1)]);
    expect(text('[data-silenced]')).toContain('Snoozed until 21:48');
  });

  test('the log has medians, is narrowed by kind, and is saved as it is shown', async () => {
    const { download, readAlertLog } = open(
      { readAlertLog: vi.fn(async () => LOG) },
      fleet,
      browsing('#/log'),
    );
    await shown('table.log');
    expect(text('[data-figure=detect] dd')).toBe('10 min');
    expect(text('[data-figure=recover] dd')).toBe('50 min');
    expect(all('table.log tbody tr')).toHaveLength(4);
    (await shown('[data-kind=held]')).click();
    await vi.waitFor(() => expect(all('table.log tbody tr')).toHaveLength(1));
    expect(text('table.log tbody')).toContain('quiet hours');
    (await shown('.tools .menu button')).click();
    expect(vi.mocked(download).mock.lastCall?.[0]).toBe('sendwatch-log-2026-11-20.csv');
    expect(vi.mocked(download).mock.lastCall?.[2].split('\r\n')).toHaveLength(3);
    (await shown('[data-range="30"]')).click();
    await vi.waitFor(() => expect(readAlertLog).toHaveBeenLastCalledWith(NOW - 30 * 24 * HOUR_MS));
  });

  test('an incident is silenced by its cause, or campaign by campaign', async () => {
    const { send } = open({}, fleet, browsing('#/incidents'));
    (await shown('[data-state=firing] [data-silence=acknowledge]')).click();
    const [, ofCampaigns] = await vi.waitFor(() => {
      const options = all('.silence-form [type=radio]');
      if (options.length < 2) throw new Error('no choice');
      return options;
    });
    ofCampaigns?.click();
    const form = await shown('.silence-form');
    await vi.waitFor(() => expect((ofCampaigns as HTMLInputElement).checked).toBe(true));
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    const silenced = () =>
      vi
        .mocked(send as (type: string, request: unknown) => unknown)
        .mock.calls.filter(([name]) => name === 'alerts.silence')
        .map(([, request]) => request);
    await vi.waitFor(() => expect(silenced()).toHaveLength(3));
    expect(silenced()[0]).toMatchObject({ kind: 'acknowledged', scope });
  });

  test('s on a row goes to the campaign with the form open; the palette reaches it as well', async () => {
    const place = browsing('');
    open({}, fleet, place);
    await shown('tr[data-campaign-id] a.name');
    document.querySelector<HTMLElement>('tr[data-campaign-id] a.name')?.focus();
    press('s');
    await shown('article [data-act=snooze]');
    expect(place.visited.at(-1)).toMatch(/^#\/campaign\//);
    await openPalette({ ctrlKey: true });
    (await shown('[data-command=mute-campaign]')).click();
    await shown('article [data-act=mute]');
  });
});
