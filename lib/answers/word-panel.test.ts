import { expect, test } from 'vitest';
import { packaged } from '#locales/en/packaged';
import type { WorkspaceState } from '#model';
import { cause, NOW, verdict } from '../../components/fixtures.ts';
import { wordPanel } from './word-panel.ts';

const READER = { locale: 'en', timeZone: 'UTC' } as const;
const shown = verdict(1, 'blocked', { name: 'Wave 3', causes: [cause('empty_tag')] });
const word = (state: WorkspaceState = { kind: 'ok' }, checkedAt = NOW) =>
  wordPanel({ state, name: 'Northwind' }, shown, checkedAt, packaged, READER, NOW);

test('the report for colleagues is the popup’s', () => {
  const lines = word().report.split('\n');
  expect(lines[0]).toMatch(/^Wave 3: Blocked for /);
  expect(lines[1]).toContain('[empty_tag]');
  expect(lines.at(-1)).toMatch(/^https:\/\/app\.instantly\.ai\/app\/campaign\//);
});

test('how the workspace stands is said where it is not well, and whether the options mend it', () => {
  expect(word().trouble).toBeNull();
  expect(word({ kind: 'offline', since: NOW }).trouble).toMatchObject({
    text: expect.stringContaining('offline'),
    isMendedInOptions: false,
  });
  expect(word({ kind: 'key_rejected', since: NOW, message: '' }).trouble).toMatchObject({
    text: expect.stringContaining('Northwind'),
    isMendedInOptions: true,
  });
});
