// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { AskProblem, AuditEntry } from '#messages';
import { HOUR_MS } from '#model';
import type { ActionRecord } from '#store/read';
import { actionRecord, answering } from '../changing/fixtures.ts';
import { campaignId, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { createAskWords } from './problem-text.ts';
import { WhoPaused } from './who-paused.tsx';

const app = document.createElement('div');
afterEach(() => render(null, app));

const words = createAskWords({ locale: 'en', timeZone: 'UTC' });
const entry = (rest: Partial<AuditEntry> = {}): AuditEntry => ({
  at: NOW - HOUR_MS,
  kind: 'campaign_paused',
  by: null,
  isFromApi: true,
  campaignId: campaignId(1),
  ...rest,
});

const show = (
  answers: Parameters<typeof answering>[0],
  actions: readonly ActionRecord[] = [],
): readonly [string, unknown][] => {
  const { sent, send } = answering(answers);
  const port = { send, readActions: async () => actions, now: () => NOW };
  document.body.replaceChildren(app);
  render(<WhoPaused verdict={verdict(1, 'inactive')} port={port} words={words} now={NOW} />, app);
  return sent;
};
const asLog = (...entries: readonly AuditEntry[]) => ({
  'ask.auditLog': () => ({ entries, problem: null }),
});
const ask = () => app.querySelector<HTMLElement>('[data-ask-who]')?.click();
const said = (wanted: string) =>
  vi.waitFor(() => {
    const text = app.querySelector('[data-who]')?.textContent ?? '';
    expect(text.replaceAll(/[\u2068\u2069]/g, '')).toBe(wanted);
  });

test.each([
  [entry(), 'Instantly’s log, 19:48: paused through the API.'],
  [entry({ by: 'Ann' }), 'Instantly’s log, 19:48: Ann paused it, through the API.'],
  [entry({ by: 'Ann', isFromApi: false }), 'Instantly’s log, 19:48: Ann paused it.'],
  [entry({ isFromApi: false }), 'Instantly’s log, 19:48: paused. It does not say by whom.'],
  [entry({ campaignId: null }), 'Instantly’s log of the last 30 days does not tell of this pause.'],
])('what Instantly’s log tells is said once it is asked: %j', async (one, words) => {
  const sent = show(asLog(one));
  await said('');
  expect(sent).toEqual([]);
  ask();
  await said(words);
  expect(sent).toEqual([['ask.auditLog', { workspaceId: WORKSPACE }]]);
  expect(app.querySelector('[data-ask-who]')).toBeNull();
});

test('a pause from here is known without asking, and told apart in the log', async () => {
  const action = actionRecord(1, { kind: 'verified' }, { at: NOW - HOUR_MS });
  const sent = show(asLog(entry()), [action]);
  await said('Paused from this browser, 19:48.');
  expect(sent).toEqual([]);
  ask();
  await said('Instantly’s log, 19:48: paused through the API, from this browser.');
});

test('a key that may not read the log is told, with the scope; it can be asked again', async () => {
  const problem: AskProblem = { kind: 'scope_missing', scopes: ['audit_logs:read'] };
  const sent = show({ 'ask.auditLog': () => ({ entries: [], problem }) });
  ask();
  await said('The key may not read this. It needs audit_logs:read.');
  ask();
  await vi.waitFor(() => expect(sent).toHaveLength(2));
});

test('a background that is gone is said to be so', async () => {
  vi.spyOn(console, 'warn').mockImplementationOnce(() => undefined);
  show({});
  ask();
  await said('Sendwatch’s own background did not answer. Try again.');
});
