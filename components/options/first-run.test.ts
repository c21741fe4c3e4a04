import { expect, test } from 'vitest';
import { OTHER_WORKSPACE, WORKSPACE, workspaceRecord } from '../fixtures.ts';
import { firstRunOf } from './first-run.ts';

const IDLE = { kind: 'idle' } as const;
const accepted = { kind: 'accepted', id: WORKSPACE, name: 'N', isReplaced: false } as const;
const checking = workspaceRecord({ kind: 'first_check', found: 48, checked: 12 });

test('before anything is read there is no step', () => {
  expect(firstRunOf(null, IDLE)).toBeNull();
});

test('without a real workspace the key comes first, then what it can do', () => {
  expect(firstRunOf([], IDLE)).toEqual({ step: 'key' });
  expect(firstRunOf([workspaceRecord({ kind: 'ok' }, { isDemo: true })], IDLE)).toEqual({
    step: 'key',
  });
  expect(firstRunOf([], { kind: 'asking' })).toEqual({ step: 'scopes' });
  expect(firstRunOf([], { kind: 'no_answer' })).toEqual({ step: 'key' });
});

test('a first check is shown with its progress, also after the page was opened again', () => {
  expect(firstRunOf([checking], IDLE)).toMatchObject({ step: 'check', found: 48, checked: 12 });
});

test('it ends with the workspace that was connected, once', () => {
  expect(firstRunOf([workspaceRecord()], accepted)).toMatchObject({ step: 'done' });
  expect(firstRunOf([workspaceRecord()], IDLE)).toBeNull();
  expect(firstRunOf([workspaceRecord()], { ...accepted, isReplaced: true })).toBeNull();
  const other = workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE });
  expect(firstRunOf([other], accepted)).toBeNull();
});

test('a workspace in trouble is not called done', () => {
  const rejected = workspaceRecord({ kind: 'key_rejected', since: 0, message: '' });
  expect(firstRunOf([rejected], accepted)).toBeNull();
});
