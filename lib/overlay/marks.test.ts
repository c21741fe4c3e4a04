// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MarksAnswer, MarksRequest } from '#messages';
import type { Locator } from './locator.ts';
import { createMarks } from './marks.ts';
import type { MarksPorts, MarksView } from './marks-ports.ts';

const LIST = 'https://app.instantly.ai/app/campaigns';
const INBOXES = 'https://app.instantly.ai/app/accounts';
const idOf = (n: number) => `0190f0c0-1234-7abc-9def-00000000000${n}`;

/** Every link with an id of a campaign in it, and else the text of every cell. */
const locator: Locator = {
  findCandidates: (page) =>
    [...Document.prototype.querySelectorAll.call(page, 'li > *')].map((element) => {
      const [id = null] = /[0-9a-f-]{36}/.exec(element.getAttribute('href') ?? '') ?? [];
      const by = id === null ? ('text' as const) : ('link' as const);
      const row = element.closest('li') ?? element;
      return { element, row, by, id, texts: [element.textContent ?? ''] };
    }),
  placesOf: (candidates, { ids, byText }) =>
    candidates.flatMap(({ element, row, id, texts: [text = ''] }) => {
      const known = id === null ? byText.get(text) : ids.has(id) ? id : undefined;
      const by = id === null ? 'text' : 'link';
      return known === undefined ? [] : [{ id: known, row, anchor: element, by }];
    }),
};

const told = ({ ids }: Pick<MarksRequest, 'ids'>): MarksAnswer => ({
  kind: 'told',
  marks: ids.map((id) => ({ id, health: 'blocked', text: 'Blocked' })),
  named: [],
  summary: { health: 'blocked', text: '1 blocked', title: 'Marked:' },
});

const show = (...numbers: readonly number[]): void => {
  const rows = numbers.map((n) => `<li><a href="/app/campaign/${idOf(n)}">Name ${n}</a></li>`);
  document.body.innerHTML = `<ul>${rows.join('')}</ul>`;
};
const hosts = () => [...document.querySelectorAll<HTMLElement>('sendwatch-mark')];
const marked = () =>
  hosts().map((host) => [host.dataset['campaignId'], host.parentNode?.textContent]);
const right = (...numbers: readonly number[]) => numbers.map((n) => [idOf(n), `Name ${n}`]);
const settled = () => new Promise((resolve) => setTimeout(resolve));

const start = (answer: (request: MarksRequest) => Promise<MarksAnswer>) => {
  let now = 1_000_000;
  let frame: (() => void) | null = null;
  let timers: { at: number; listener: () => void }[] = [];
  let changed = (): void => undefined;
  const ended = vi.fn();
  const ask = vi.fn((_type: string, request: MarksRequest) => answer(request));
  const find = vi.spyOn(locator, 'findCandidates');
  const openDashboard = vi.fn();
  const drawSummary = vi.fn();
  const found: MarksPorts['found'] = new Map();
  const ports: MarksPorts = {
    document,
    ask: ask as unknown as MarksPorts['ask'],
    openDashboard,
    found,
    onChanged: (listener) => {
      changed = listener;
      return ended;
    },
    every: () => ended,
    onFrame: (listener) => {
      frame = listener;
      return () => {
        frame = null;
      };
    },
    after: (delayMs, listener) => {
      const timer = { at: now + delayMs, listener };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    isAlive: () => true,
    now: () => now,
  };
  const view: MarksView = {
    css: '',
    summaryCss: '',
    drawMark: (into, { text }) => {
      const button = document.createElement('button');
      button.setAttribute('aria-label', text);
      into.replaceChildren(button);
    },
    drawSummary,
  };
  const marks = createMarks(ports, locator, view);
  /** Lets everything that was begun happen, one frame after another, `passMs` apart. */
  const frames = async (count = 4, passMs = 16): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      await settled();
      now += passMs;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { listener } of due) listener();
      const paint = frame;
      frame = null;
      paint?.();
    }
    await settled();
  };
  const isQuiet = () => frame === null && timers.length === 0;
  return {
    marks,
    ask,
    find,
    frames,
    isQuiet,
    ended,
    openDashboard,
    drawSummary,
    found,
    change: () => changed(),
  };
};

let running: ReturnType<typeof start>;
beforeEach(() => {
  document.body.innerHTML = '';
  running = start(async (request) => told(request));
});
afterEach(() => {
  running.marks.stop();
  vi.restoreAllMocks();
});

test('each row of a list that is known has its mark, and only on that page', async () => {
  const { marks, frames, ask } = running;
  show(1, 2);
  marks.navigate(LIST);
  await frames();
  expect(marked()).toEqual(right(1, 2));
  expect(hosts()[0]?.dataset['health']).toBe('blocked');
  expect(hosts()[0]?.shadowRoot?.querySelector('button')?.getAttribute('aria-label')).toBe(
    'Blocked',
  );
  expect(ask).toHaveBeenCalledExactlyOnceWith('panel.marks', {
    kind: 'campaigns',
    ids: [idOf(1), idOf(2)],
    texts: ['Name 1', 'Name 2'],
  });
  marks.navigate('https://app.instantly.ai/app/unibox');
  expect(hosts()).toEqual([]);
  expect(document.querySelector('sendwatch-summary')).toBeNull();
});

test('our own nodes wake nobody: a page that stands still is left alone', async () => {
  const { marks, frames, find, isQuiet } = running;
  show(1, 2);
  marks.navigate(LIST);
  await frames(40);
  expect(marked()).toEqual(right(1, 2));
  expect(isQuiet()).toBe(true);
  expect(find).toHaveBeenCalledTimes(2);
});

test('a row that is used again for another campaign loses its mark before it is painted', async () => {
  const { marks, frames, find } = running;
  show(1, 2);
  marks.navigate(LIST);
  await frames(20);
  document.body.append('moved');
  await frames(1);
  find.mockClear();
  const [link] = document.querySelectorAll('a');
  link?.setAttribute('href', `/app/campaign/${idOf(3)}`);
  await frames(1);
  // Without a search, which is not due yet.
  expect(find).not.toHaveBeenCalled();
  expect(marked()).toEqual(right(2));
  for (const text of link?.childNodes ?? []) text.nodeValue = 'Name 3';
  await frames(20);
  expect(marked()).toEqual([[idOf(3), 'Name 3'], ...right(2)]);
});

test('a list that is made anew in every frame keeps one mark for each row, and is searched four times a second', async () => {
  const { marks, frames, find, ask } = running;
  show(1, 2, 3);
  marks.navigate(LIST);
  await frames(4);
  find.mockClear();
  for (let n = 0; n < 60; n += 1) {
    show(3, 1, 2);
    await frames(1);
    expect(hosts().length).toBeLessThanOrEqual(3);
  }
  expect(find.mock.calls.length).toBeLessThanOrEqual(5);
  await frames(20);
  expect(marked()).toEqual(right(3, 1, 2));
  // The same rows in another order are another question; after that nothing is new.
  expect(ask).toHaveBeenCalledTimes(2);
});

test('copies of a mark, moved marks and those that an earlier version left behind go away', async () => {
  const { marks, frames } = running;
  show(1, 2);
  document.body.append(document.createElement('sendwatch-mark'));
  marks.navigate(LIST);
  await frames(20);
  expect(marked()).toEqual(right(1, 2));
  const [first] = hosts();
  const [, other] = document.querySelectorAll('a');
  if (first) {
    other?.append(first.cloneNode(true));
    other?.append(first);
  }
  await frames(40);
  expect(marked()).toEqual(right(1, 2));
});

test('a page that takes every mark out wins after five rounds, until the next list', async () => {
  const { marks, frames, isQuiet } = running;
  show(1);
  const hostile = new MutationObserver(() => {
    for (const host of hosts()) host.remove();
  });
  hostile.observe(document, { subtree: true, childList: true });
  marks.navigate(LIST);
  await frames(200);
  expect(isQuiet()).toBe(true);
  hostile.disconnect();
  show(1);
  await frames(40);
  expect(hosts()).toEqual([]);
  marks.navigate(INBOXES);
  marks.navigate(LIST);
  await frames(20);
  expect(marked()).toEqual(right(1));
});

test('a change asks again, and what is no longer known loses its mark', async () => {
  const { marks, frames, ask, change } = running;
  show(1);
  marks.navigate(LIST);
  await frames(20);
  ask.mockImplementation(async () => ({ kind: 'none', why: 'off' }));
  change();
  await frames(20);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(hosts()).toEqual([]);
});

test('silence takes the marks away, and is borne quietly', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { marks, frames, ask, change, isQuiet } = running;
  show(1);
  marks.navigate(LIST);
  await frames(20);
  ask.mockImplementation(() => Promise.reject(new Error('gone')));
  change();
  await frames(40);
  expect(hosts()).toEqual([]);
  expect(warn).toHaveBeenCalledOnce();
  expect(isQuiet()).toBe(true);
});

test('of a list that says too much, what comes last is not asked for; names tell where marks go', async () => {
  const { marks, frames, ask } = running;
  const cells = Array.from({ length: 2_000 }, (_, n) => `<li><b>Text ${n}</b></li>`);
  document.body.innerHTML = `<ul>${cells.join('')}</ul>`;
  ask.mockImplementation(async () => ({
    kind: 'told',
    marks: [{ id: idOf(1), health: 'limited', text: 'Limited' }],
    named: [['Text 5', idOf(1)]],
    summary: null,
  }));
  marks.navigate(LIST);
  await frames(20);
  expect(ask.mock.calls.map(([, { texts }]) => texts.length)).toEqual([1_800]);
  expect(marked()).toEqual([[idOf(1), 'Text 5']]);
});

test('only a person’s own press opens the dashboard, and the link beneath is not followed', async () => {
  const { marks, frames, openDashboard, drawSummary } = running;
  show(1);
  marks.navigate(LIST);
  await frames(20);
  const followed = vi.fn();
  document.body.addEventListener('click', followed);
  const press = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  const button = hosts()[0]?.shadowRoot?.querySelector('button');
  button?.dispatchEvent(press);
  expect(openDashboard).not.toHaveBeenCalled();
  expect(press.defaultPrevented).toBe(true);
  expect(followed).not.toHaveBeenCalled();
  const heard = vi.fn();
  document.body.addEventListener('keydown', heard);
  for (const key of ['Enter', ' ', 'Tab']) {
    const pressed = new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
    Object.defineProperty(pressed, 'isTrusted', { value: true });
    button?.dispatchEvent(pressed);
  }
  // What moves the focus is the page’s to hear.
  expect(heard.mock.calls.map(([{ key }]) => key)).toEqual(['Tab']);
  const own = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(own, 'isTrusted', { value: true });
  button?.dispatchEvent(own);
  expect(openDashboard).toHaveBeenCalledExactlyOnceWith(idOf(1));
  expect([own.defaultPrevented, followed.mock.calls.length]).toEqual([true, 0]);
  openDashboard.mockClear();
  const onOpen = drawSummary.mock.lastCall?.at(-1) as (event: Partial<Event>) => void;
  onOpen({ isTrusted: false });
  expect(openDashboard).not.toHaveBeenCalled();
  onOpen({ isTrusted: true });
  expect(openDashboard).toHaveBeenCalledWith(null);
});

test('the pill tells how much was marked; what was found is kept for whoever wonders', async () => {
  const { marks, frames, drawSummary, found, ask } = running;
  show(1, 2);
  ask.mockImplementation(async (_type, { ids }) => told({ ids: ids.slice(1) }));
  marks.navigate(LIST);
  await frames(20);
  expect(drawSummary.mock.lastCall?.[1]).toEqual({
    health: 'blocked',
    text: '1 blocked',
    title: 'Marked: 1/2',
  });
  marks.navigate('https://app.instantly.ai/app/unibox');
  expect([...found]).toEqual([['campaigns', { found: 2, marked: 1, by: ['link'] }]]);
});

test('a list of inboxes has no pill', async () => {
  const { marks, frames, ask } = running;
  show(1);
  const ids = [idOf(1)] as unknown as MarksRequest['ids'];
  ask.mockImplementation(async () => ({ ...told({ ids }), summary: null }) as never);
  marks.navigate(INBOXES);
  await frames(20);
  expect(hosts()).toHaveLength(1);
  expect(document.querySelector('sendwatch-summary')).toBeNull();
});

test('once stopped nothing is left, neither listener nor node', async () => {
  const { marks, frames, ended, isQuiet } = running;
  show(1);
  marks.navigate(LIST);
  await frames(2);
  marks.stop();
  expect(isQuiet()).toBe(true);
  expect(ended).toHaveBeenCalledTimes(2);
  show(1);
  await frames(4);
  expect(hosts()).toEqual([]);
  expect(document.querySelector('sendwatch-summary')).toBeNull();
});
