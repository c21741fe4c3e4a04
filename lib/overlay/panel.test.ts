// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { PanelAnswer } from '#messages';
import { createPanel } from './panel.ts';
import type { PanelFrame, PanelPorts, Told } from './panel-ports.ts';

const idOf = (n: number) => `0190f0c0-1234-7abc-9def-00000000000${n}`;
const page = (n: number, tab = 'analytics') =>
  `https://app.instantly.ai/app/campaign/${idOf(n)}/${tab}`;
const hosts = () => [...document.querySelectorAll('sendwatch-panel')];

const start = (
  answer: (id: string) => Promise<PanelAnswer>,
  remembered: Partial<Record<'kept' | 'tab', string>> = {},
) => {
  const frames: PanelFrame[] = [];
  const told: (Told | null)[] = [];
  let changed = (): void => undefined;
  let tick = (): void => undefined;
  let now = 0;
  const stopped = vi.fn();
  const ask = vi.fn((type: string, request: { campaignId?: string }) =>
    type === 'panel.campaign' ? answer(request.campaignId ?? '') : Promise.resolve({ ok: true }),
  );
  const kept = { ...remembered };
  let isAlive = true;
  const copy = vi.fn(async (_text: string) => undefined);
  const panel = createPanel(
    {
      document,
      ask: ask as unknown as PanelPorts['ask'],
      onChanged: (listener) => {
        changed = listener;
        return stopped;
      },
      every: (_delayMs, listener) => {
        tick = listener;
        return stopped;
      },
      isAlive: () => {
        if (!isAlive) panel.stop();
        return isAlive;
      },
      memory: {
        read: (place) => kept[place] ?? null,
        write: (place, text) => {
          kept[place] = text;
        },
      },
      copy,
      now: () => now,
      onTold: (one) => told.push(one),
      found: new Map(),
    },
    {
      css: '',
      render: (into, frame) => {
        frames.push(frame);
        into.replaceChildren(document.createElement('button'));
      },
      healthOf: ({ kind }) => (kind === 'not_known' ? 'healthy' : 'unknown'),
    },
  );
  const last = () => frames.at(-1);
  const act = (action: Parameters<PanelFrame['on']>[0], isTrusted = true): void =>
    last()?.on(action)({ isTrusted } as Event);
  const visit = async (address: string): Promise<void> => {
    panel.navigate(address);
    const before = frames.length;
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(before));
  };
  return {
    panel,
    visit,
    ask,
    act,
    last,
    told,
    frames,
    kept,
    end: () => {
      isAlive = false;
    },
    copy,
    stopped,
    change: () => changed(),
    tick: (at: number) => {
      now = at;
      tick();
    },
  };
};
const NOT_KNOWN: PanelAnswer = { kind: 'not_known', workspaces: 1, texts: {} };
let running: ReturnType<typeof start> | undefined;
afterEach(() => {
  running?.panel.stop();
  document.body.replaceChildren();
});

test('it stands on the pages of campaigns alone, one of it, for the right campaign', async () => {
  running = start(async () => NOT_KNOWN);
  const { panel, visit, last } = running;
  panel.navigate('https://app.instantly.ai/app/campaigns');
  expect(hosts()).toEqual([]);
  await visit(page(1));
  expect(last()?.state).toBe(NOT_KNOWN);
  expect(hosts()[0]?.getAttribute('data-health')).toBe('healthy');
  await visit(page(2));
  panel.navigate(page(2));
  expect(hosts().map((host) => host.getAttribute('data-campaign-id'))).toEqual([idOf(2)]);
  panel.navigate('https://app.instantly.ai/app/accounts');
  expect(hosts()).toEqual([]);
});

test('from campaign to campaign its host stays, and shows nothing of the one before', async () => {
  running = start(async () => NOT_KNOWN);
  const { panel, visit, act, last, told } = running;
  await visit(page(1));
  act('menu');
  const [host] = hosts();
  panel.navigate(page(2));
  expect(host?.shadowRoot?.querySelector('button')).toBeNull();
  expect(told.at(-1)).toBeNull();
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ campaignId: idOf(2) }));
  expect(last()?.isMenuOpen).toBe(false);
  expect(hosts()).toEqual([host]);
  expect(host?.getAttribute('data-campaign-id')).toBe(idOf(2));
});

test('an answer that takes a moment is waited for with nothing; one that takes longer is said to be awaited', async () => {
  const { promise, resolve } = Promise.withResolvers<PanelAnswer>();
  running = start(() => promise);
  const { panel, frames, last } = running;
  panel.navigate(page(1));
  expect(hosts()).toEqual([]);
  await vi.waitFor(() => expect(last()?.state.kind).toBe('asking'));
  resolve(NOT_KNOWN);
  await vi.waitFor(() => expect(last()?.state).toBe(NOT_KNOWN));
  expect(frames.map(({ state }) => state.kind)).toEqual(['asking', 'not_known']);
});

test('before an answer that comes soon nothing is drawn, and nothing once the page was left', async () => {
  vi.useFakeTimers();
  try {
    running = start((id) => (id === idOf(1) ? Promise.resolve(NOT_KNOWN) : new Promise(() => {})));
    const { panel, frames } = running;
    panel.navigate(page(1));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(frames.map(({ state }) => state.kind)).toEqual(['not_known']);
    panel.navigate(page(2));
    panel.navigate('https://app.instantly.ai/app/accounts');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(hosts()).toEqual([]);
    expect(frames).toHaveLength(1);
  } finally {
    vi.useRealTimers();
  }
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
  running = start((id) =>
    id === idOf(1) ? promise : Promise.resolve({ kind: 'not_connected', texts: {} }),
  );
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

test('only a person’s own events do anything', async () => {
  running = start(async () => NOT_KNOWN);
  const { visit, ask, act, last, copy, kept } = running;
  await visit(page(1));
  ask.mockClear();
  const actions = ['toggle', 'menu', 'escape', 'copy', 'openOptions', 'openDashboard'] as const;
  for (const action of [...actions, 'hideHere', 'hideEverywhere', 'top-left'] as const) {
    act(action, false);
  }
  expect(ask).not.toHaveBeenCalled();
  expect(copy).not.toHaveBeenCalled();
  expect(kept).toEqual({});
  expect(last()).toMatchObject({ isCollapsed: false, isMenuOpen: false, corner: 'bottom-right' });
  expect(hosts()).toHaveLength(1);
  act('openOptions');
  expect(ask).toHaveBeenCalledWith('panel.openOptions', {});
  act('openDashboard');
  expect(ask).toHaveBeenCalledWith('panel.openDashboard', { campaignId: idOf(1) });
});

test('collapsing and docking are remembered', async () => {
  running = start(async () => NOT_KNOWN);
  const { visit, act, last, kept } = running;
  await visit(page(1));
  act('toggle');
  act('top-left');
  expect(last()).toMatchObject({ isCollapsed: true, corner: 'top-left' });
  expect(hosts()[0]?.getAttribute('data-corner')).toBe('top-left');
  expect(kept.kept).toBe('top-left collapsed');
  running.panel.stop();
  running = start(async () => NOT_KNOWN, kept);
  await running.visit(page(1));
  expect(running.last()).toMatchObject({ isCollapsed: true, corner: 'top-left' });
});

test('Esc closes the menu, then the panel, and never opens it', async () => {
  running = start(async () => NOT_KNOWN);
  const { visit, act, last } = running;
  await visit(page(1));
  act('menu');
  expect(last()?.isMenuOpen).toBe(true);
  act('escape');
  expect(last()).toMatchObject({ isMenuOpen: false, isCollapsed: false });
  act('escape');
  act('escape');
  expect(last()?.isCollapsed).toBe(true);
});

test('it takes no focus, and keeps the one it has', async () => {
  running = start(async () => NOT_KNOWN);
  const { visit, act } = running;
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  await visit(page(1));
  act('toggle');
  expect(document.activeElement).toBe(field);
  hosts()[0]?.shadowRoot?.querySelector('button')?.focus();
  act('toggle');
  expect(document.activeElement).toBe(hosts()[0]);
});

test('hidden on this page it stays away from it in this tab, and from no other', async () => {
  running = start(async () => NOT_KNOWN);
  const { panel, visit, act, ask, kept } = running;
  await visit(page(1));
  act('hideHere');
  expect(hosts()).toEqual([]);
  running.change();
  await visit(page(2));
  expect(hosts()).toHaveLength(1);
  ask.mockClear();
  panel.navigate(page(1));
  expect(hosts()).toEqual([]);
  expect(ask).not.toHaveBeenCalled();
  expect(kept.kept).toBeUndefined();
});

test('hidden everywhere it is gone at once, stays so, and comes back when it is wanted again', async () => {
  let answer: PanelAnswer = NOT_KNOWN;
  running = start(async () => answer);
  const { panel, act, ask, kept, last, change } = running;
  panel.navigate(page(1));
  await vi.waitFor(() => expect(last()?.state.kind).toBe('not_known'));
  answer = { kind: 'hidden' };
  act('hideEverywhere');
  expect(ask).toHaveBeenCalledWith('panel.hide', {});
  expect(hosts()).toEqual([]);
  panel.navigate(page(2));
  expect(hosts()).toEqual([]);
  await vi.waitFor(() => expect(ask).toHaveBeenLastCalledWith('panel.campaign', expect.anything()));
  expect(kept.kept).toBe('bottom-right hidden');
  answer = NOT_KNOWN;
  change();
  await vi.waitFor(() => expect(hosts()).toHaveLength(1));
  expect(kept.kept).toBe('bottom-right');
});

test('the report is copied, and what came of it shows for a moment', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  running = start(
    async () => ({ ...NOT_KNOWN, kind: 'known', report: 'lines' }) as unknown as PanelAnswer,
  );
  const { panel, act, copy, last, tick } = running;
  panel.navigate(page(1));
  await vi.waitFor(() => expect(last()?.state.kind).toBe('known'));
  act('copy');
  expect(copy).toHaveBeenCalledWith('lines');
  await vi.waitFor(() => expect(last()?.copied).toBe('copied'));
  copy.mockRejectedValue(new Error('not allowed'));
  act('copy');
  await vi.waitFor(() => expect(last()?.copied).toBe('notCopied'));
  tick(1);
  expect(last()?.copied).toBeNull();
});

test('it asks again now and then, as a worker that was killed forgets whom to tell', () => {
  running = start(async () => NOT_KNOWN);
  const { panel, ask, tick } = running;
  panel.navigate(page(1));
  tick(29_000);
  expect(ask).toHaveBeenCalledTimes(1);
  tick(30_000);
  expect(ask).toHaveBeenCalledTimes(2);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(ask).toHaveBeenCalledTimes(3);
});

test('other marks are told what the panel knows, and that it is gone', async () => {
  running = start(async () => NOT_KNOWN);
  const { panel, told } = running;
  panel.navigate(page(1));
  await vi.waitFor(() =>
    expect(told.at(-1)).toMatchObject({ campaignId: idOf(1), health: 'healthy', state: NOT_KNOWN }),
  );
  panel.navigate('https://app.instantly.ai/app/accounts');
  expect(told.at(-1)).toBeNull();
});

test('it is as light or dark as its page, and goes with it', async () => {
  running = start(async () => NOT_KNOWN);
  await running.visit(page(1));
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
