// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR_MS } from '#model';
import type { ObservationRecord } from '#store/read';
import { campaignId, cause, fleet, NOW, verdict } from '../fixtures.ts';
import { all, browsing, button, closeDashboard, open, scrollUp, shown, text } from './fixtures.ts';
import type { DashboardPorts } from './index.tsx';

beforeEach(scrollUp);
afterEach(closeDashboard);

test('a deep link opens a campaign; Back leads to where one was', async () => {
  const place = browsing('#/incidents');
  open({}, fleet, place);
  await shown('[data-incident]');
  place.goTo(`#/campaign/${campaignId(1)}`);
  await shown('article[data-campaign-id]');
  expect(text('h1')).toBe('SaaS founders — DACH, wave 3');
  expect(all('[data-cause]').map(({ dataset }) => dataset['cause'])).toEqual([
    'no_accounts_available',
    'account_daily_limit_met',
  ]);
  await vi.waitFor(() => expect(document.title).toBe('SaaS founders — DACH, wave 3 · Sendwatch'));
  place.back();
  await shown('section[aria-label="Incidents"]');
});

test('a campaign that is not known is said to be so', async () => {
  open({}, fleet, browsing(`#/campaign/${campaignId(77)}`));
  await vi.waitFor(() => expect(text('h1')).toBe('This campaign is not known'));
});

test('a campaign’s page names its help article, its raw values, and opens Instantly', async () => {
  const { openUrl } = open({}, fleet, browsing(`#/campaign/${campaignId(2)}`));
  (await button('Open in Instantly')).click();
  expect(openUrl).toHaveBeenCalledWith(
    `https://app.instantly.ai/app/campaign/${campaignId(2)}/analytics`,
  );
  expect(document.querySelector('[data-cause] a')?.getAttribute('href')).toMatch(
    /^https:\/\/help\.instantly\.ai\//,
  );
  expect(text('.raw pre')).toContain('"campaign_bounce_protect"');
});

test('a campaign’s page has Instantly’s own message, and its AI summary at a press', async () => {
  const reading = { kind: 'read', readAt: NOW, snapshot: { message: 'Out of accounts.' } };
  const send = vi.fn(async (type: string) =>
    type === 'ask.aiSummary'
      ? { ok: true, summary: 'Two are down.' }
      : { known: null, problem: null },
  ) as unknown as DashboardPorts['send'];
  const readObservation = async () =>
    ({
      reading,
      campaign: { id: campaignId(1), inboxes: [], tagIds: [] },
    }) as unknown as ObservationRecord;
  open({ send, readObservation }, fleet, browsing(`#/campaign/${campaignId(1)}`));
  await vi.waitFor(() => expect(text('.theirs q')).toBe('Out of accounts.'));
  expect(send).not.toHaveBeenCalledWith('ask.aiSummary', expect.anything());
  document.querySelector<HTMLElement>('[data-ask-ai]')?.click();
  await vi.waitFor(() => expect(text('.theirs blockquote')).toBe('Two are down.'));
});

test('on a paused campaign’s page Instantly’s log tells who paused it, under that cause', async () => {
  const entry = { at: NOW - HOUR_MS, kind: 'campaign_paused', by: null, isFromApi: true };
  const send = vi.fn(async (type: string) =>
    type === 'ask.auditLog'
      ? { entries: [{ ...entry, campaignId: campaignId(9) }], problem: null }
      : { known: null, problem: null },
  ) as unknown as DashboardPorts['send'];
  const place = browsing(`#/campaign/${campaignId(9)}`);
  open({ send }, fleet, place);
  (await shown('[data-cause=campaign_paused] [data-ask-who]')).click();
  await vi.waitFor(() =>
    expect(text('[data-cause=campaign_paused] .who')).toBe(
      'Instantly’s log, 19:48: paused through the API.',
    ),
  );
  place.goTo(`#/campaign/${campaignId(1)}`);
  await shown(`article[data-campaign-id="${campaignId(1)}"]`);
  expect(document.querySelector('.who')).toBeNull();
});

test('the address of a guide brings it into sight, with the focus; that of the page does not', async () => {
  const scrolled = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(() => {});
  const guided = verdict(1, 'blocked', { causes: [cause('inbox_login_lost')] });
  const place = browsing(`#/campaign/${campaignId(1)}`);
  open({}, [guided, verdict(2, 'healthy')], place);
  const guide = await shown('[data-guide=reconnect]');
  expect(scrolled).not.toHaveBeenCalled();
  place.goTo(`#/campaign/${campaignId(1)}/guide`);
  await vi.waitFor(() => expect(document.activeElement).toBe(guide));
  expect(scrolled.mock.contexts).toEqual([guide]);
  place.goTo(`#/campaign/${campaignId(2)}/guide`);
  await vi.waitFor(() => expect(document.activeElement).toBe(document.querySelector('main')));
  closeDashboard();
  open({}, [guided], browsing(`#/campaign/${campaignId(1)}/guide`));
  await vi.waitFor(() =>
    expect(document.activeElement?.getAttribute('data-guide')).toBe('reconnect'),
  );
  scrolled.mockRestore();
});
