// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { PanelAnswer } from '#messages';
import { createPanel, type PanelFrame, type PanelPorts } from './panel.ts';

const idOf = (n: number) => `0190f0c0-1234-7abc-9def-00000000000${n}`;
const page = (n: number, tab = 'analytics') =>
  `https://app.instantly.ai/app/campaign/${idOf(n)}/${tab}`;
const hosts = () => [...document.querySelectorAll('sendwatch-panel')];

const start = (answer: (id: string) => Promise<PanelAnswer>) => {
  const frames: PanelFrame[] = [];
  let changed = (): void => undefined;
  const stopped = vi.fn();
  const ask = vi.fn((type: string, request: { campaignId?: string }) =>
    type === 'panel.campaign' ? answer(request.campaignId ?? '') : Promise.resolve({ ok: true }),
  );
  const writeIsCollapsed = vi.fn();
  let isAlive = true;
  const ticks: (() => void)[] = [];
  const panel = createPanel(
    {
      document,
      ask: ask as unknown as PanelPorts['ask'],
      onChanged: (listener) => {
        changed = listener;
        return stopped;
      },
      every: (_delayMs, listener) => {
        ticks.push(listener);
        return stopped;
      },
      isAlive: () => {
        if (!isAlive) panel.stop();
        return isAlive;
      },
      readIsCollapsed: () => false,
      writeIsCollapsed,
      now: () => 0,
    },
    {
      css: '',
      render: (_into, frame) => frames.push(frame),
      clear: () => undefined,
      healthOf: ({ kind }) => (kind === 'not_known' ? 'healthy' : 'unknown'),
    },
  );
  const last = () => frames.at(-1);
  return {
    panel,
    ask,
    last,
    stopped,
    writeIsCollapsed,
    frames,
    change: () => changed(),
    tick: () => ticks[0]?.(),
    end: () => {
      isAlive = false;
    },
  };
};
const NOT_KNOWN: PanelAnswer = { kind: 'not_known', workspaces: 1 };
let running: ReturnType<typeof start> | undefined;
afterEach(() => running?.panel.stop());

test('it stands on the pages of campaigns alone, one of it, for the right campaign', async () => {
  running = start(async () => NOT_KNOWN);
  const { panel, last } = running;
  panel.navigate('https://app.instantly.ai/app/campaigns');
  expect(hosts()).toEqual([]);
  panel.navigate(page(1));
  expect(last()?.state.kind).toBe('asking');
  await vi.waitFor(() => expect(hosts()[0]?.getAttribute('data-health')).toBe('healthy'));
  panel.navigate(page(2));
  expect(hosts().map((host) => host.getAttribute('data-campaign-id'))).toEqual([idOf(2)]);
  panel.navigate('https://app.instantly.ai/app/accounts');
  expect(hosts()).toEqual([]);
});

test('another tab of the same campaign asks nothing; a change asks again', async () => {
  running = start(async () => NOT_KNOWN);
  const { panel, ask, change } = running;
  panel.navigate(page(1));
  panel.navigate(page(1, 'leads'));
  expect(ask).toHaveBeenCalledTimes(1);
  change();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('an answer that comes after the person went on is not shown', async () => {
  const { promise, resolve } = Promise.withResolvers<PanelAnswer>();
  running = start((id) => (id === idOf(1) ? promise : Promise.resolve({ kind: 'not_connected' })));
  const { panel, last } = running;
  panel.navigate(page(1));
  panel.navigate(page(2));
  await vi.waitFor(() => expect(last()?.state.kind).toBe('not_connected'));
  resolve(NOT_KNOWN);
  await promise;
  expect(last()?.state.kind).toBe('not_connected');
});

test('silence is shown', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  running = start(() => Promise.reject(new Error('gone')));
  running.panel.navigate(page(1));
  const { last } = running;
  await vi.waitFor(() => expect(last()?.state.kind).toBe('no_answer'));
});

test('only a person’s own click opens the options', () => {
  running = start(async () => NOT_KNOWN);
  const { panel, ask, last } = running;
  panel.navigate(page(1));
  ask.mockClear();
  last()?.onOpenOptions(new Event('click'));
  expect(ask).not.toHaveBeenCalled();
  last()?.onOpenOptions({ isTrusted: true } as Event);
  expect(ask).toHaveBeenCalledWith('panel.openOptions', {});
});

test('collapsing is remembered', () => {
  running = start(async () => NOT_KNOWN);
  const { panel, last, writeIsCollapsed } = running;
  panel.navigate(page(1));
  last()?.onToggle();
  expect(last()?.isCollapsed).toBe(true);
  expect(writeIsCollapsed).toHaveBeenCalledWith(true);
});

test('it is as light or dark as its page, and goes with it', async () => {
  running = start(async () => NOT_KNOWN);
  running.panel.navigate(page(1));
  const scheme = () => hosts()[0]?.shadowRoot?.querySelector('div')?.style.colorScheme;
  expect(scheme()).toBe('light');
  document.body.style.backgroundColor = 'rgb(17, 24, 39)';
  await vi.waitFor(() => expect(scheme()).toBe('dark'));
  document.body.removeAttribute('style');
  await vi.waitFor(() => expect(scheme()).toBe('light'));
});

test('once stopped nothing is left, neither listener nor host', () => {
  running = start(async () => NOT_KNOWN);
  const { panel, stopped } = running;
  panel.navigate(page(1));
  panel.stop();
  expect(hosts()).toEqual([]);
  expect(stopped).toHaveBeenCalledTimes(2);
});

test('row 48: an extension that is gone leaves without a word', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  warn.mockClear();
  running = start(() => Promise.reject(new Error('Extension context invalidated.')));
  running.end();
  running.panel.navigate(page(1));
  await vi.waitFor(() => expect(hosts()).toEqual([]));
  expect(warn).not.toHaveBeenCalled();
});

test('row 48, control: one that lives and is not answered says so', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  running = start(() => Promise.reject(new Error('Extension context invalidated.')));
  running.panel.navigate(page(1));
  await vi.waitFor(() => expect(running?.last()?.state.kind).toBe('no_answer'));
  expect(hosts()).toHaveLength(1);
  expect(warn).toHaveBeenCalled();
});

test('a panel on a screen asks again now and then, whether or not it hears of changes', () => {
  running = start(async () => NOT_KNOWN);
  const { panel, ask, tick } = running;
  panel.navigate(page(1));
  ask.mockClear();
  for (let ticks = 0; ticks < 10; ticks += 1) tick();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a tab that is shown again asks at once', () => {
  running = start(async () => NOT_KNOWN);
  const { panel, ask } = running;
  panel.navigate(page(1));
  ask.mockClear();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a page that restyles itself a hundred times in a frame is followed once', async () => {
  running = start(async () => NOT_KNOWN);
  const { panel, frames, last } = running;
  panel.navigate(page(1));
  await vi.waitFor(() => expect(last()?.state.kind).toBe('not_known'));
  const before = frames.length;
  for (let times = 0; times < 100; times += 1) {
    document.documentElement.className = `theme-${times}`;
    await Promise.resolve();
  }
  await vi.waitFor(() => expect(frames.length).toBe(before + 1));
});
