// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Found } from './marks-ports.ts';
import type { Told } from './panel-ports.ts';
import { createTitlePill } from './title-pill.ts';

const marks = () => [...document.querySelectorAll<HTMLElement>('sendwatch-mark')];
const told = (health: 'blocked' | 'healthy', n = 1, name = 'Wave 3') =>
  ({
    campaignId: `0190f0c0-1234-7abc-9def-00000000000${n}`,
    state: { kind: 'known', verdict: { name } },
    health,
    now: 0,
  }) as unknown as Told;

const start = () => {
  let frame: (() => void) | null = null;
  let now = 1_000_000;
  let under: Element | null = null;
  const found: Found = new Map();
  Object.defineProperty(document, 'elementFromPoint', { configurable: true, value: () => under });
  const pill = createTitlePill(
    {
      document,
      found,
      onFrame: (listener) => {
        frame = listener;
        return () => {
          frame = null;
        };
      },
      after: (_delayMs, listener) => {
        const timer = setTimeout(listener);
        return () => clearTimeout(timer);
      },
      now: () => now,
    },
    {
      titleCss: '',
      renderTitlePill: (into) => into.replaceChildren(document.createElement('span')),
    },
  );
  const frames = async (count = 4): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      now += 100;
      const paint = frame;
      frame = null;
      paint?.();
    }
  };
  return {
    ...pill,
    frames,
    found,
    put: (element: Element | null) => {
      under = element;
    },
  };
};

let title: HTMLElement;
let running: ReturnType<typeof start>;
beforeEach(() => {
  title = document.createElement('h1');
  title.textContent = 'Wave 3';
  document.body.append(title);
  running = start();
});
afterEach(() => {
  running.tell(null);
  document.body.replaceChildren();
  Reflect.deleteProperty(document, 'elementFromPoint');
});

test('it stands in the title, which reads as before', async () => {
  running.tell(told('blocked'));
  await running.frames();
  const [mark] = marks();
  expect(mark?.parentNode).toBe(title);
  expect(mark?.dataset).toMatchObject({
    health: 'blocked',
    campaignId: '0190f0c0-1234-7abc-9def-000000000001',
  });
  expect(title.textContent).toBe('Wave 3');
  expect(running.found.get('title')).toEqual({ found: 1, marked: 1, by: ['text'] });
});

test('drawn anew it is the same one; a title that comes anew gets one', async () => {
  running.tell(told('blocked'));
  await running.frames();
  const [first] = marks();
  running.tell(told('healthy'));
  await running.frames();
  expect(marks()).toEqual([first]);
  expect(first?.dataset['health']).toBe('healthy');
  title.replaceWith(title.cloneNode(true));
  await running.frames(8);
  expect(marks()).toHaveLength(1);
  expect(marks()[0]?.parentNode).toBe(document.querySelector('h1'));
});

test('a title that comes late is found; one that says another name loses the pill in the next frame', async () => {
  title.remove();
  running.tell(told('blocked'));
  await running.frames();
  expect(marks()).toEqual([]);
  expect(running.found.get('title')).toEqual({ found: 0, marked: 0, by: [] });
  document.body.append(title);
  await running.frames(8);
  expect(marks()).toHaveLength(1);
  if (title.firstChild) title.firstChild.nodeValue = 'Wave 4';
  await running.frames(1);
  expect(marks()).toEqual([]);
});

test('where something else stands beside the title, it is not shown over it', async () => {
  running.put(document.createElement('button'));
  running.tell(told('blocked'));
  await running.frames();
  const shown = () => {
    const into = marks()[0]?.shadowRoot?.querySelector<HTMLElement>('div');
    return into?.style.visibility;
  };
  expect(shown()).toBe('hidden');
  running.put(document.body);
  running.tell(told('blocked'));
  await running.frames();
  expect(shown()).toBe('');
});

test('row 5: a page that takes it out of its title has won after five times, until the next campaign', async () => {
  const hostile = new MutationObserver(() => {
    for (const mark of marks()) mark.remove();
  });
  hostile.observe(title, { childList: true });
  running.tell(told('blocked'));
  const append = vi.spyOn(title, 'append');
  await running.frames(60);
  expect(append.mock.calls.length).toBeLessThanOrEqual(5);
  hostile.disconnect();
  await running.frames(8);
  expect(marks()).toEqual([]);
  running.tell(told('blocked', 2));
  await running.frames();
  expect(marks()).toHaveLength(1);
});

test('it goes with the panel, and with it whatever an earlier one left behind', async () => {
  document.body.append(document.createElement('sendwatch-mark'));
  running.tell(told('blocked'));
  await running.frames();
  expect(marks()).toHaveLength(1);
  running.tell(null);
  expect(title.innerHTML).toBe('Wave 3');
  await running.frames();
  expect(marks()).toEqual([]);
});
