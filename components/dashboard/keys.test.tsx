// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { campaignId, fleet, WORKSPACE } from '../fixtures.ts';
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
  type,
} from './fixtures.ts';

beforeEach(scrollUp);
afterEach(closeDashboard);

test('keys: / finds, j and k move, o opens Instantly, c copies, r checks, ? helps, Escape goes back', async () => {
  const place = browsing('');
  const { openUrl, copyText, send } = open({}, fleet, place);
  await shown('tr[data-campaign-id]');
  const at = () =>
    document.activeElement?.closest<HTMLElement>('tr[data-campaign-id]')?.dataset['campaignId'];
  await vi.waitFor(() => {
    press('j');
    expect(at()).toBe(rows()[1]);
  });
  press('k');
  expect(at()).toBe(rows()[0]);
  press('o');
  expect(openUrl).toHaveBeenCalledWith(expect.stringContaining(String(rows()[0])));
  press('c');
  const name = fleet.find(({ campaignId: id }) => id === rows()[0])?.name;
  expect(copyText).toHaveBeenCalledWith(expect.stringContaining(String(name)));
  press('r');
  expect(send).toHaveBeenCalledWith('check.now', {});
  press('/');
  expect(document.activeElement?.matches('input[type=search]')).toBe(true);
  press('r');
  expect(send).toHaveBeenCalledTimes(1);
  (document.activeElement as HTMLElement).blur();
  press('?');
  expect((await shown('dialog.help[open]')).textContent).toContain('Ctrl K');
  document.querySelector<HTMLDialogElement>('dialog')?.close();
  await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
  place.goTo(`#/campaign/${campaignId(1)}`);
  await shown('article');
  press('Escape');
  await shown('table.campaigns');
});

test('the palette reaches every section, action, workspace and campaign', async () => {
  const place = browsing('');
  open({}, fleet, place);
  await shown('tr[data-campaign-id]');
  await openPalette({ ctrlKey: true });
  const commands = () => all('[data-command]').map(({ dataset }) => dataset['command']);
  for (const id of ['section:tomorrow', 'check', 'csv', 'client', 'print', 'settings']) {
    expect(commands()).toContain(id);
  }
  expect(commands()).toContain(`workspace:${WORKSPACE}`);
  for (const { campaignId: id } of fleet) expect(commands()).toContain(`campaign:${id}`);
  type('dialog input', 'fintech');
  await vi.waitFor(() => expect(commands()).toEqual([`campaign:${campaignId(3)}`]));
  const field = document.querySelector<HTMLElement>('dialog input');
  expect(field?.getAttribute('aria-activedescendant')).toBe('command-0');
  field?.focus();
  press('Enter');
  await shown('article');
  expect(place.visited.at(-1)).toBe(`#/campaign/${campaignId(3)}`);
  expect(document.querySelector('dialog')).toBeNull();
});

test('arrows move through the palette and go round', async () => {
  open();
  await shown('tr[data-campaign-id]');
  await openPalette({ metaKey: true });
  (await shown('dialog input')).focus();
  press('ArrowUp');
  const selected = () => all('[role=option][aria-selected=true]').map(({ id }) => id);
  const last = `command-${all('[role=option]').length - 1}`;
  await vi.waitFor(() => expect(selected()).toEqual([last]));
  press('ArrowDown');
  await vi.waitFor(() => expect(selected()).toEqual(['command-0']));
});

test('the palette narrows the table, chooses the time shown, and knows the campaign that is open', async () => {
  const place = browsing(`#/campaign/${campaignId(1)}`);
  const { openUrl } = open({}, fleet, place);
  await shown('article');
  const commands = () => all('[data-command]').map(({ dataset }) => dataset['command']);
  const runOne = async (id: string) => {
    await openPalette({ ctrlKey: true });
    await vi.waitFor(() => expect(commands()).toContain(id));
    document.querySelector<HTMLElement>(`[data-command="${id}"]`)?.click();
    await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
  };
  await runOne('open-campaign');
  expect(openUrl).toHaveBeenCalledWith(expect.stringContaining(campaignId(1)));
  await runOne('range:30');
  await vi.waitFor(() =>
    expect(document.querySelector('[data-range="30"]')?.getAttribute('aria-pressed')).toBe('true'),
  );
  expect(place.visited).toHaveLength(1);
  await runOne('segment:sending');
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(7), campaignId(8)]));
});
