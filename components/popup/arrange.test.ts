import { expect, test } from 'vitest';
import { cause, fleet, NOW, verdict } from '../fixtures.ts';
import { arrange, matches } from './arrange.ts';

const names = (...args: Parameters<typeof arrange>) =>
  arrange(...args).map(({ name, verdicts }) => [name, verdicts.map((shown) => shown.name)]);

test('groups stand worst first, and within a group the worse health does', () => {
  const reversed = [...fleet].reverse();
  expect(arrange(reversed, new Set(), '').map(({ name }) => name)).toEqual([
    'needsYou',
    'unknown',
    'clears',
    'sending',
    'off',
  ]);
  const [needsYou] = arrange(reversed, new Set(), '');
  expect(needsYou?.verdicts.map(({ health }) => health)).toEqual([
    'blocked',
    'blocked',
    'degraded',
  ]);
});

test('of two with the same health, the greater loss stands first, then the longer trouble', () => {
  const small = verdict(1, 'degraded', {
    name: 'small',
    causes: [cause('one_by_one', { loss: 3 })],
  });
  const great = verdict(2, 'degraded', {
    name: 'great',
    causes: [cause('one_by_one', { loss: 9 })],
  });
  const old = verdict(3, 'degraded', { name: 'old', since: NOW - 9e9 });
  const young = verdict(4, 'degraded', { name: 'young', since: NOW - 1 });
  expect(names([young, small, old, great], new Set(), '')).toEqual([
    ['needsYou', ['great', 'small', 'old', 'young']],
  ]);
});

test('of two that are unknown, the one that was worse when last known stands first', () => {
  const was = (n: number, health: 'healthy' | 'blocked') =>
    verdict(n, 'unknown', { name: health, lastKnown: { health, code: null, at: NOW } });
  expect(names([was(1, 'healthy'), was(2, 'blocked')], new Set(), '')).toEqual([
    ['unknown', ['blocked', 'healthy']],
  ]);
});

test('a filter keeps its health words, no filter keeps all', () => {
  expect(names(fleet, new Set(['degraded', 'waiting']), '')).toEqual([
    ['needsYou', ['Fintech CFO — Nordics']],
    ['clears', ['Logistics Benelux']],
  ]);
  expect(arrange(fleet, new Set(), '').flatMap(({ verdicts }) => verdicts)).toHaveLength(
    fleet.length,
  );
});

test('search finds every word in any order, without case and accents', () => {
  expect(matches('Café Zürich, wave 3', 'ZURICH cafe')).toBe(true);
  expect(matches('Café Zürich, wave 3', 'cafe bern')).toBe(false);
  expect(names(fleet, new Set(), '  founders ').flatMap(([, found]) => found)).toEqual([
    'SaaS founders — DACH, wave 3',
    'Series A founders',
  ]);
  expect(arrange(fleet, new Set(), 'nowhere')).toEqual([]);
});
