// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { MINUTE_MS } from '#model';
import type { ObservationRecord } from '#store/read';
import { campaignId, cause, NOW, verdict } from '../fixtures.ts';
import { all, closePopup, open, openRich, openRow, shown, text } from './fixtures.ts';

/** Of a campaign as the list call has it: what its tags are read from. */
const LISTED = { id: campaignId(1), inboxes: [], tagIds: [] };

afterEach(closePopup);

test('an opened row ranks its causes with evidence, links to Instantly and copies a report', async () => {
  const { openUrl, copyText } = open();
  (await shown(`[data-campaign-id="${campaignId(1)}"] > button`)).click();
  await shown('[data-cause]');
  expect(all('[data-cause]').map(({ dataset }) => dataset['cause'])).toEqual([
    'no_accounts_available',
    'account_daily_limit_met',
  ]);
  // Said once, by the evidence or by the line after it.
  expect(text('[data-cause=account_daily_limit_met]').match(/in 3 h 12 m/g)).toHaveLength(1);
  (await shown('.actions .first')).click();
  expect(openUrl).toHaveBeenCalledWith(
    `https://app.instantly.ai/app/campaign/${campaignId(1)}/analytics`,
  );
  (await shown('[data-copy]')).click();
  await vi.waitFor(() =>
    expect(copyText).toHaveBeenCalledWith(expect.stringContaining('SaaS founders — DACH, wave 3')),
  );
  await vi.waitFor(() => expect(text('[data-copy]')).toBe('Copied'));
});

test('an opened row is looked at', async () => {
  const { send } = open();
  (await shown(`[data-campaign-id="${campaignId(1)}"] > button`)).click();
  await vi.waitFor(() =>
    expect(send).toHaveBeenCalledWith('check.look', { campaignId: campaignId(1) }),
  );
});

test('an opened row shows limits, inboxes, capacity, follow-ups and the last 24 hours', async () => {
  openRich({
    readHistory: async (workspaceId, id) => [
      {
        workspaceId,
        campaignId: id,
        at: NOW - 6 * 60 * MINUTE_MS,
        health: 'blocked',
        previousHealth: 'healthy',
        code: null,
        causeCodes: [],
      },
    ],
  });
  await openRow();
  await vi.waitFor(() => expect(text('.figures')).toContain('60 / 100'));
  expect(text('.figures')).toContain('12 / 30');
  expect(all('.inboxes li').map((part) => part.textContent)).toEqual([
    '3 ready',
    '2 at limit',
    '1 waiting between mails',
    '2 disconnected',
  ]);
  expect(text('.figures')).toContain(
    'Could send 100 today; bottleneck: campaign limit; 186 without it.',
  );
  expect(text('.figures')).toContain('14 follow-ups wait, next in 3 h');
  const strip = await shown('.strip');
  expect(strip.children).toHaveLength(48);
  expect([...strip.children].filter(({ className }) => className === 'blocked')).toHaveLength(12);
  expect(strip.getAttribute('aria-label')).toContain('Sending 18 h');
});

test('causes carry their cost and an article, and what Instantly says is named as its own', async () => {
  openRich();
  await openRow();
  const first = await shown('[data-cause=inbox_login_lost]');
  expect(first.textContent).toContain('Costs 60 mails today.');
  const article = first.querySelector('a');
  expect(article?.href).toMatch(/^https:\/\/help\.instantly\.ai\//);
  expect(article?.target).toBe('_blank');
  expect(article?.rel).toBe('noreferrer');
  expect(text('[data-cause=instantly_error] .theirs')).toBe('Instantly says: A snag of ours.');
  expect(text('[data-cause=instantly_error]').match(/A snag of ours/g)).toHaveLength(1);
});

test('an opened row leads to the steps out of its worst cause that has them, and to none else', async () => {
  open({}, [
    verdict(1, 'blocked', {
      causes: [cause('no_accounts_available'), cause('inbox_login_lost'), cause('daily_limit_met')],
    }),
    verdict(2, 'blocked', { causes: [cause('no_accounts_available')] }),
  ]);
  (await shown(`[data-campaign-id="${campaignId(1)}"] button`)).click();
  const link = await shown('[data-to-guide]');
  expect(link.textContent).toBe('Step by step: Reconnect its inboxes');
  expect(link.getAttribute('href')).toBe(`/dashboard.html#/campaign/${campaignId(1)}/guide`);
  (await shown(`[data-campaign-id="${campaignId(2)}"] button`)).click();
  await shown(`[data-campaign-id="${campaignId(2)}"] .detail`);
  expect(document.querySelector('[data-to-guide]')).toBeNull();
});

test('an opened row quotes Instantly’s own message, once, and shows its answer among the raw values', async () => {
  const reading = { kind: 'read', readAt: NOW, snapshot: { message: 'Out of accounts.' } };
  const observation = { reading, campaign: LISTED } as unknown as ObservationRecord;
  openRich({ readObservation: async () => observation });
  await openRow();
  expect((await shown('.detail > .theirs')).textContent).toBe('Instantly says: Out of accounts.');
  const details = (await shown('details.raw')) as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  expect((await shown('pre')).textContent).toContain('"message": "Out of accounts."');
});

test('a message that a cause quotes already is not quoted again', async () => {
  const reading = { kind: 'read', readAt: NOW, snapshot: { message: 'A snag of ours.' } };
  const readObservation = vi.fn(
    async () => ({ reading, campaign: LISTED }) as unknown as ObservationRecord,
  );
  const causes = [cause('instantly_error', { params: { message: 'A snag of ours.' } })];
  openRich({ readObservation }, { causes });
  await openRow();
  await shown('.figures');
  await vi.waitFor(() => expect(readObservation).toHaveBeenCalled());
  expect(text('.detail').match(/A snag of ours/g)).toHaveLength(1);
});

test('raw values and the dashboard are a press away', async () => {
  openRich();
  await openRow();
  const details = (await shown('details.raw')) as HTMLDetailsElement;
  expect(document.querySelector('pre')).toBeNull();
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  expect((await shown('pre')).textContent).toContain('"code": "inbox_login_lost"');
  const links = all('.actions a, footer a').map((link) => link.getAttribute('href'));
  expect(links).toEqual([`/dashboard.html#/campaign/${campaignId(1)}`, '/dashboard.html']);
});

test('a client gets another text than the team', async () => {
  const { copyText } = openRich();
  await openRow();
  (await shown('[data-copy=client]')).click();
  await vi.waitFor(() => expect(copyText).toHaveBeenCalled());
  expect(copyText).toHaveBeenCalledWith(expect.not.stringContaining('anna@nw-mail.co'));
  await vi.waitFor(() => expect(text('[data-copy=client]')).toBe('Copied'));
});
