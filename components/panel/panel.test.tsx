// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { PanelAnswer } from '#messages';
import { MINUTE_MS, type Verdict } from '#model';
import { cause, fleet, NOW, verdict } from '../fixtures.ts';
import { createPanelView } from './index.tsx';

const view = createPanelView({ locale: 'en', timeZone: 'UTC' });
const known = (shown: Verdict, rest = {}): PanelAnswer => ({
  kind: 'known',
  verdict: shown,
  checkedAt: NOW - 40_000,
  workspaceState: { kind: 'ok' },
  workspaceName: 'Northwind',
  timeFormat: 'h23',
  ...rest,
});
const draw = (state: Parameters<typeof view.render>[1]['state'], isCollapsed = false) => {
  const into = document.createElement('div');
  const frame = { state, now: NOW, isCollapsed, onToggle: vi.fn(), onOpenOptions: vi.fn() };
  view.render(into, frame);
  return { into, text: into.textContent ?? '', ...frame };
};

test('a limited campaign: why, when it clears, its inboxes, the follow-ups', () => {
  const [, , , limited = verdict(0, 'limited')] = fleet;
  const range = (mean: number) => ({ worst: mean, mean, best: mean });
  const { into, text } = draw(
    known({
      ...limited,
      causes: [
        cause('daily_limit_met', {
          params: { sent: 100, limit: 100 },
          clearsAt: NOW + 192 * MINUTE_MS,
        }),
        cause('follow_up_delay_not_met'),
      ],
      capacity: {
        today: range(100),
        remaining: range(0),
        bottleneck: 'campaign_limit',
        withoutBottleneck: range(186),
        nextBottleneck: null,
        limitHitAt: null,
        assumed: [],
        contendedToday: null,
      },
      counters: {
        ...limited.counters,
        inboxes: {
          total: 5,
          available: 3,
          atDailyLimit: 1,
          atSlowRampLimit: 0,
          disconnected: 1,
          inGap: 0,
        },
        followUpsWaiting: 10,
        nextFollowUpAt: NOW + 58 * MINUTE_MS,
      },
    }),
  );
  expect(into.querySelector('h2')?.textContent).toBe('Today’s campaign limit is used up');
  expect(text).toContain('in 3 h 12 m');
  expect(text).toContain('186 without it');
  expect(text).toContain('3 ready1 at limit1 disconnected');
  expect(text).toContain('10 follow-ups wait, next in 58 min');
  expect(
    [...into.querySelectorAll('[data-cause]')].map((e) => e.getAttribute('data-cause')),
  ).toEqual(['daily_limit_met', 'follow_up_delay_not_met']);
});

test('an old answer is unknown, with what was last known', () => {
  const state = known(verdict(1, 'healthy', { observedAt: NOW - 40 * MINUTE_MS }), {
    checkedAt: NOW - 40 * MINUTE_MS,
    workspaceState: { kind: 'offline', since: NOW - 40 * MINUTE_MS },
  });
  expect(view.healthOf(state, NOW)).toBe('unknown');
  const { text } = draw(state);
  expect(text).toContain('No fresh answer from Instantly');
  expect(text).toContain('Last known: sending');
  expect(text).toContain('offline');
});

test.each([
  ['not_connected', { kind: 'not_connected' }, 'No workspace is connected'],
  ['not_known', { kind: 'not_known', workspaces: 2 }, 'none of the 2 connected workspaces'],
  ['no_answer', { kind: 'no_answer' }, 'Reload this page'],
  ['asking', { kind: 'asking' }, 'Asking Sendwatch'],
] as const)('%s is said', (_name, state, words) => {
  expect(draw(state).text).toContain(words);
  expect(view.healthOf(state, NOW)).toBe('unknown');
});

test('not connected: one button, to the options', () => {
  const { into, onOpenOptions } = draw({ kind: 'not_connected' });
  const button = into.querySelector<HTMLElement>('.first');
  expect(button?.textContent).toBe('Open Sendwatch options');
  button?.click();
  expect(onOpenOptions).toHaveBeenCalledOnce();
});

test('collapsed it is a pill that says health and reason, and expands', () => {
  const { into, text, onToggle } = draw(known(fleet[1] ?? verdict(0, 'blocked')), true);
  expect(text).toBe('Blocked · Bounce protection stopped it');
  into.querySelector('button')?.click();
  expect(onToggle).toHaveBeenCalledOnce();
});

test('what Instantly or a campaign’s owner wrote is text', () => {
  const { into } = draw(
    known(
      verdict(1, 'unknown', { causes: [cause('status_failed', { params: { problem: '<img>' } })] }),
    ),
  );
  expect(into.querySelector('img')).toBeNull();
});

test('hours are written as the answer says, also when the choice changes', () => {
  const answer = (timeFormat: 'h23' | 'h12') =>
    draw(
      known(
        {
          ...verdict(0, 'limited'),
          causes: [
            cause('daily_limit_met', {
              params: { sent: 100, limit: 100 },
              clearsAt: NOW + 192 * MINUTE_MS,
            }),
          ],
        },
        { timeFormat },
      ),
    ).text;
  expect(answer('h23')).not.toMatch(/\d\s[AP]M/);
  expect(answer('h12')).toMatch(/\d\s[AP]M/);
  expect(answer('h23')).not.toMatch(/\d\s[AP]M/);
});
