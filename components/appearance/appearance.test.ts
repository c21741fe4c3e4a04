// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_LOOK, type Look } from '#store/look';
import { applyLook, keepAppearance, keepLook, keptLook } from './index.ts';

const DARK: Look = { ...DEFAULT_LOOK, theme: 'dark', density: 'compact' };

beforeEach(() => localStorage.clear());

test('a chosen theme decides the colour scheme, the system’s leaves it to the style sheet', () => {
  const root = document.createElement('html');
  applyLook(root, DARK);
  expect(root.style.colorScheme).toBe('dark');
  expect(root.dataset['density']).toBe('compact');
  applyLook(root, DEFAULT_LOOK);
  expect(root.style.colorScheme).toBe('');
  expect(root.dataset['density']).toBe('comfortable');
});

test('the next page knows the look at once', () => {
  expect(keptLook(localStorage)).toEqual(DEFAULT_LOOK);
  keepLook(document.createElement('html'), localStorage, DARK);
  expect(keptLook(localStorage)).toEqual(DARK);
});

test('the first look leaves no note', () => {
  keepLook(document.createElement('html'), localStorage, DARK);
  keepLook(document.createElement('html'), localStorage, DEFAULT_LOOK);
  expect(localStorage).toHaveLength(0);
  expect(keptLook(localStorage)).toEqual(DEFAULT_LOOK);
});

const living = (first: Look) => {
  const root = document.createElement('html');
  const listeners = new Set<() => void>();
  let look = first;
  const told: Look[] = [];
  const stop = keepAppearance(
    root,
    localStorage,
    {
      read: async () => look,
      watch: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    (next) => told.push(next),
  );
  const choose = (next: Look): void => {
    look = next;
    for (const listener of listeners) listener();
  };
  return { root, told, choose, stop, listeners };
};

test('a change is followed, remembered and told until told to stop', async () => {
  const { root, told, choose, stop, listeners } = living({ ...DEFAULT_LOOK, theme: 'light' });
  await vi.waitFor(() => expect(root.style.colorScheme).toBe('light'));
  choose(DARK);
  await vi.waitFor(() => expect(root.style.colorScheme).toBe('dark'));
  expect(keptLook(localStorage)).toEqual(DARK);
  expect(told.map(({ theme }) => theme)).toEqual(['light', 'dark']);
  stop();
  expect(listeners.size).toBe(0);
});

test('a page that began right is told nothing; one that hears of a change after another page is', async () => {
  keepLook(document.createElement('html'), localStorage, DARK);
  const { root, told, choose } = living(DARK);
  await vi.waitFor(() => expect(root.style.colorScheme).toBe('dark'));
  expect(told).toEqual([]);
  const evening: Look = { ...DARK, timeFormat: 'h12' };
  keepLook(document.createElement('html'), localStorage, evening);
  choose(evening);
  await vi.waitFor(() => expect(told).toEqual([evening]));
});

test('settings that cannot be read leave the page as the last one was', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  keepLook(document.createElement('html'), localStorage, DARK);
  const root = document.createElement('html');
  applyLook(root, keptLook(localStorage));
  keepAppearance(
    root,
    localStorage,
    { read: () => Promise.reject(new Error('gone')), watch: () => () => undefined },
    vi.fn(),
  );
  await vi.waitFor(() => expect(warn).toHaveBeenCalled());
  expect(root.style.colorScheme).toBe('dark');
  expect(keptLook(localStorage)).toEqual(DARK);
});
