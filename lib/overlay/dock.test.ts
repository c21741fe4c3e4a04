// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDock, type Dock } from './dock.ts';

const CHOSEN = { corner: 'bottom-right', isCollapsed: false } as const;
const frames: FrameRequestCallback[] = [];
const frame = (): void => {
  for (const callback of frames.splice(0)) callback(0);
};

const standing = (tag: string, rect: Partial<DOMRect>): HTMLElement => {
  const element = document.createElement(tag);
  if (tag === 'div') element.tabIndex = -1;
  element.getBoundingClientRect = () => rect as DOMRect;
  document.body.append(element);
  return element;
};
const UNDER_PANEL = { left: 700, top: 400, right: 900, bottom: 430 };
const ELSEWHERE = { left: 100, top: 100, right: 300, bottom: 130 };
const EVERYWHERE = { left: 0, top: 0, right: 1000, bottom: 640 };

let dock: Dock;
let panel: HTMLElement;
const onMoved = vi.fn();
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(640);
  panel = standing('button', { width: 352, height: 300 });
  dock = createDock({ document, chosen: CHOSEN, panel: () => panel, seen: () => panel, onMoved });
});
afterEach(() => {
  dock.stop();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  onMoved.mockClear();
});

test('it becomes a pill over what has the focus, and stands as chosen once that is elsewhere', () => {
  standing('input', UNDER_PANEL).focus();
  expect(dock.placement()).toEqual(CHOSEN);
  frame();
  expect(dock.placement()).toEqual({ ...CHOSEN, isCollapsed: true });
  expect(onMoved).toHaveBeenCalledOnce();
  standing('input', ELSEWHERE).focus();
  frame();
  expect(dock.placement()).toEqual(CHOSEN);
});

test('it looks once a frame, however often the focus moves', () => {
  const [one, other] = [standing('input', UNDER_PANEL), standing('input', ELSEWHERE)];
  for (let times = 0; times < 1_000; times += 1) (times % 2 ? one : other).focus();
  expect(frames).toHaveLength(1);
  frame();
  expect(onMoved).toHaveBeenCalledOnce();
});

test('a person who opens it all the same has it, until the focus goes elsewhere', () => {
  const field = standing('input', UNDER_PANEL);
  field.focus();
  frame();
  dock.choose(CHOSEN);
  dock.look();
  frame();
  expect(dock.placement()).toEqual(CHOSEN);
  panel.focus();
  frame();
  expect(dock.placement()).toEqual(CHOSEN);
  field.focus();
  frame();
  expect(dock.placement().isCollapsed).toBe(true);
});

test.each([
  ['an editor', 'textarea', true],
  ['a container', 'div', false],
])('of %s that fills the window', (_what, tag, isCollapsed) => {
  standing(tag, EVERYWHERE).focus();
  frame();
  expect(dock.placement()).toEqual({ ...CHOSEN, isCollapsed });
});

test('the focus inside a shadow root counts', () => {
  const host = standing('section', EVERYWHERE);
  const field = standing('input', UNDER_PANEL);
  host.attachShadow({ mode: 'open' }).append(field);
  field.focus();
  dock.look();
  frame();
  expect(dock.placement().isCollapsed).toBe(true);
});

test('once stopped it looks no more', () => {
  dock.stop();
  standing('input', UNDER_PANEL).focus();
  expect(frames).toEqual([]);
});
