import { expect, test, vi } from 'vitest';
import { createMemory } from './memory.ts';

const area = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
};

test('what is kept and what is the tab’s stay apart', () => {
  const areas = { kept: area(), tab: area() };
  const memory = createMemory(() => areas);
  memory.write('kept', 'top-left');
  expect([memory.read('kept'), memory.read('tab')]).toEqual(['top-left', null]);
});

test('a page without storage, or with a full one, is no reason to fail', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const forbidden = createMemory(() => {
    throw new DOMException('', 'SecurityError');
  });
  forbidden.write('kept', 'top-left');
  expect(forbidden.read('kept')).toBeNull();
});
