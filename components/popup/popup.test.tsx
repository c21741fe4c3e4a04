// @vitest-environment happy-dom
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Verdict } from '#model';
import { campaignId, fleet, fleetRecord } from '../fixtures.ts';
import { all, closePopup, key, loadLiving, open, rows, shown, text } from './fixtures.ts';
import type { PopupPorts } from './index.tsx';

beforeAll(loadLiving);
afterEach(closePopup);

test('the head alone paints the headline, the counts and the worst rows', async () => {
  const never = new Promise<never>(() => undefined);
  open({ readFleets: () => never, readWorkspaces: () => never });
  await shown('[data-campaign-id]');
  expect(text('h1')).toBe('3 campaigns need you');
  expect(text('.summary p')).toBe('Reconnect 2 inboxes and 2 of them send again.');
  expect(all('h1')).toHaveLength(1);
  expect(all('main')).toHaveLength(1);
  expect(all('[data-filter]').map(({ dataset }) => dataset['filter'])).toEqual([
    'blocked',
    'degraded',
    'unknown',
    'limited',
    'waiting',
    'healthy',
    'inactive',
  ]);
});

test('keys: / finds, j and k move, o opens Instantly, r checks, ? helps', async () => {
  const { openUrl, send } = open();
  await shown('[data-campaign-id]');
  await vi.waitFor(() => {
    key('j');
    expect(document.activeElement?.closest('[data-campaign-id]')).not.toBeNull();
  });
  const at = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-campaign-id]');
    return rows().indexOf(row?.dataset['campaignId']);
  };
  const before = at();
  key('j');
  expect(at()).toBe(before + 1);
  key('k');
  expect(at()).toBe(before);
  key('o');
  expect(openUrl).toHaveBeenCalledWith(expect.stringContaining(String(rows()[before])));
  key('r');
  expect(send).toHaveBeenCalledWith('check.now', {});
  key('/');
  expect(document.activeElement).toBe(document.querySelector('input[type=search]'));
  key('r');
  expect(send).toHaveBeenCalledTimes(1);
  (document.activeElement as HTMLElement).blur();
  key('?');
  expect((await shown('dialog')).textContent).toContain('Keys');
});

test('Escape closes the open row first, and is left to the browser when nothing is open', async () => {
  open();
  const button = await shown('[data-campaign-id] > button');
  button.click();
  await vi.waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
  await vi.waitFor(() => {
    key('Escape');
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });
  expect(key('Escape')).toBe(true);
});

test('while a check runs, another press asks for nothing', async () => {
  const send = vi.fn(() => new Promise(() => undefined));
  open({ send: send as unknown as PopupPorts['send'] });
  const button = await shown('[aria-label="Check now"]');
  button.click();
  await vi.waitFor(() => expect(text('.age')).toBe('checking…'));
  button.click();
  expect(send).toHaveBeenCalledTimes(1);
});

test('what is pressed before the living model is there is not lost', async () => {
  let press = (): void => undefined;
  let wasPressed = false;
  const pressed = new Promise<void>((resolve) => {
    press = resolve;
  });
  open({
    // The first thing that the living model asks for is its preferences: until then the first paint stands.
    readPreference: () => {
      const chip = document.querySelector<HTMLElement>('[data-filter=degraded]');
      if (chip && !wasPressed) {
        wasPressed = true;
        chip.click();
        press();
      }
      return null;
    },
  });
  await pressed;
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(3)]));
});

test('the help offers the side panel where there is one', async () => {
  const openSidePanel = vi.fn();
  open({ openSidePanel });
  (await shown('footer button')).click();
  const buttons = [...(await shown('dialog')).querySelectorAll('button')];
  buttons.find(({ textContent }) => textContent === 'Open as side panel')?.click();
  expect(openSidePanel).toHaveBeenCalledOnce();
});

test('a new headline after a check is told to those who do not see it', async () => {
  let changed = (): void => undefined;
  let verdicts: readonly Verdict[] = fleet;
  open({
    subscribe: (onChanged) => {
      changed = onChanged;
      return () => undefined;
    },
    readFleets: async () => [fleetRecord(verdicts)],
  });
  const status = await shown('[role=status]');
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
  expect(status.textContent).toBe('');
  verdicts = fleet.filter(({ health }) => health === 'healthy');
  changed();
  await vi.waitFor(() => expect(status.textContent).toContain('All 2 campaigns are sending'));
});

test('a reader who wants hours written otherwise gets them at once', async () => {
  let timeFormat: 'h23' | 'h12' = 'h23';
  let changed = (): void => undefined;
  const unwatched = vi.fn();
  const watchReader = (listener: () => void) => {
    changed = listener;
    return unwatched;
  };
  open({ watchReader }, fleet, {
    locale: 'en',
    timeZone: 'UTC',
    get timeFormat() {
      return timeFormat;
    },
  });
  const title = () => document.querySelector<HTMLElement>('time.age')?.title ?? '';
  await vi.waitFor(() => expect(title()).toMatch(/^\d\d:\d\d$/));
  timeFormat = 'h12';
  await vi.waitFor(() => {
    changed();
    expect(title()).toMatch(/\d\s[AP]M$/);
  });
  closePopup();
  expect(unwatched).toHaveBeenCalled();
});
