// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { campaignId, fleet, verdict } from '../fixtures.ts';
import {
  all,
  browsing,
  button,
  closeDashboard,
  open,
  rows,
  scrollUp,
  shown,
  text,
  type,
} from './fixtures.ts';

beforeEach(scrollUp);
afterEach(closeDashboard);

test('the search narrows, says how many are left, and can be cleared', async () => {
  open();
  await shown('tr[data-campaign-id]');
  type('main input[type=search]', 'shopify');
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(4)]));
  expect(text('[role=status]')).toContain('1 of 9 campaigns shown');
  type('main input[type=search]', 'no such thing');
  (await shown('.nothing button')).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('a segment shows only its group, and lets go on the second press', async () => {
  open();
  const segment = await shown('[data-segment=needsYou]');
  segment.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(segment.getAttribute('aria-pressed')).toBe('true');
  segment.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('a column sorts up, then down, then worst first again', async () => {
  open();
  await shown('tr[data-campaign-id]');
  const worstFirst = rows();
  const head = () => document.querySelector<HTMLElement>('th.col-campaign');
  const sort = async (order: string) => {
    head()?.querySelector('button')?.click();
    await vi.waitFor(() => expect(head()?.getAttribute('aria-sort')).toBe(order));
  };
  await sort('ascending');
  expect(rows()[0]).toBe(campaignId(2));
  await sort('descending');
  expect(rows().at(-1)).toBe(campaignId(2));
  await sort('none');
  expect(rows()).toEqual(worstFirst);
});

test('a column can be left out, which is kept', async () => {
  const { keepColumns } = open();
  await shown('th.col-lost');
  all('.choices label')
    .find(({ textContent }) => textContent?.includes('Lost'))
    ?.querySelector('input')
    ?.click();
  await vi.waitFor(() => expect(document.querySelector('.col-lost')).toBeNull());
  expect(keepColumns).toHaveBeenCalledWith(expect.not.arrayContaining(['lost']));
});

test('what is shown is exported, and copied in two voices', async () => {
  const { download, copyText } = open();
  await shown('tr[data-campaign-id]');
  type('main input[type=search]', 'shopify');
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  (await button('What is shown, as CSV')).click();
  const [name, kind, csv] = vi.mocked(download).mock.calls[0] ?? [];
  expect([name, kind]).toEqual(['sendwatch-2026-11-20.csv', 'text/csv;charset=utf-8']);
  expect(csv?.split('\r\n')).toHaveLength(3);
  (await button('What is shown, as JSON')).click();
  expect(download).toHaveBeenLastCalledWith(
    'sendwatch-2026-11-20.json',
    'application/json',
    expect.stringContaining('Shopify'),
  );
  (await button('For a client')).click();
  expect(copyText).toHaveBeenLastCalledWith(expect.stringContaining('Paused until its next slot.'));
  await vi.waitFor(() => expect(text('[role=status]')).toContain('Copied'));
});

test('names are text, whatever they hold', async () => {
  const name = `<img src=x onerror="alert(1)">\u202Egnp.exe${'x'.repeat(5_000)}`;
  const place = browsing('');
  open({}, [verdict(1, 'blocked', { name }), verdict(2, 'blocked', { name: '' })], place);
  await shown('tr[data-campaign-id]');
  expect(document.querySelector('img')).toBeNull();
  expect(text('td.col-campaign .name')).not.toContain('\u202E');
  expect(text('table')).toContain('Unnamed campaign');
  place.goTo(`#/campaign/${campaignId(1)}`);
  await shown('article');
  expect(document.querySelector('img')).toBeNull();
  expect(text('h1')).not.toContain('\u202E');
});

test('of a long fleet only a few rows are in the page, on paper all of them', async () => {
  // This document has no layout: every row is said to be as tall as most are.
  const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(54);
  open(
    {},
    Array.from({ length: 400 }, (_, n) => verdict(n, 'healthy')),
  );
  await shown('tr[data-campaign-id]');
  expect(rows().length).toBeLessThanOrEqual(60);
  expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('401');
  // The page listens a moment after its rows are there; then it is done within the event.
  await vi.waitFor(() => {
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows()).toHaveLength(400);
  });
  window.dispatchEvent(new Event('afterprint'));
  expect(rows().length).toBeLessThanOrEqual(60);
  height.mockRestore();
});
