import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Badge } from './badge.ts';
import { showBadge } from './toolbar.ts';

/** The toolbar icon as a browser keeps it, whichever worker wrote it; `calls` are the writes. */
const iconOf = () => {
  const icon = { text: '', title: 'Sendwatch', colour: [0, 0, 0, 0] as number[] };
  const calls: string[] = [];
  const note = (name: string, write: () => void) => async (): Promise<void> => {
    calls.push(name);
    write();
  };
  vi.spyOn(fakeBrowser, 'action', 'get').mockReturnValue({
    getBadgeText: async () => icon.text,
    getTitle: async () => icon.title,
    getBadgeBackgroundColor: async () => icon.colour,
    setBadgeText: ({ text }: { text: string }) =>
      note('text', () => {
        icon.text = text;
      })(),
    setBadgeBackgroundColor: ({ color }: { color: number[] }) =>
      note('colour', () => {
        icon.colour = color;
      })(),
    setBadgeTextColor: note('textColour', () => undefined),
    setTitle: ({ title }: { title: string }) =>
      note('title', () => {
        icon.title = title;
      })(),
  } as unknown as typeof fakeBrowser.action);
  return { icon, calls };
};

const needing = (count: number, tone: Badge['tone'] = 'blocked'): Badge => ({
  text: String(count),
  tone,
  title: { key: 'badge.needYou', count },
});

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
});

test('a badge that stands there is not set again; one that differs in anything is', async () => {
  const { icon, calls } = iconOf();
  await showBadge(needing(2));
  expect(icon).toMatchObject({ text: '2', colour: [0xc2, 0x2b, 0x32, 255] });
  expect(icon.title).toContain('2');
  for (const [badge, isSet] of [
    [needing(2), false],
    [needing(2, 'degraded'), true],
    [needing(2, 'degraded'), false],
    [needing(3, 'degraded'), true],
    [{ text: '', tone: 'none', title: { key: 'badge.nothing' } }, true],
    [{ text: '', tone: 'none', title: { key: 'badge.notConnected' } }, true],
  ] as const) {
    calls.length = 0;
    await showBadge(badge);
    expect(calls.length > 0, JSON.stringify(badge)).toBe(isSet);
  }
});

test('what somebody else took away, as erasing does, is set again', async () => {
  const { icon } = iconOf();
  await showBadge(needing(2));
  icon.text = '';
  await showBadge(needing(2));
  expect(icon.text).toBe('2');
});
