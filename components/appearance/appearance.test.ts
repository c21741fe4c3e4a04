// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { applyAppearance, keepAppearance } from './index.ts';

test('a chosen theme decides the colour scheme, the system’s leaves it to the style sheet', () => {
  const root = document.createElement('html');
  applyAppearance(root, { theme: 'dark', density: 'compact' });
  expect(root.style.colorScheme).toBe('dark');
  expect(root.dataset['density']).toBe('compact');
  applyAppearance(root, { theme: 'system', density: 'comfortable' });
  expect(root.style.colorScheme).toBe('');
});

test('a change is followed until told to stop', async () => {
  const root = document.createElement('html');
  const listeners = new Set<() => void>();
  let theme: 'light' | 'dark' = 'light';
  const stop = keepAppearance(root, {
    read: async () => ({ theme, density: 'comfortable' }),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  await vi.waitFor(() => expect(root.style.colorScheme).toBe('light'));
  theme = 'dark';
  for (const listener of listeners) listener();
  await vi.waitFor(() => expect(root.style.colorScheme).toBe('dark'));
  stop();
  expect(listeners.size).toBe(0);
});
