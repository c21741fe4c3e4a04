// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { packaged } from '#locales/en/packaged';
import type { PanelAnswer } from '#messages';
import { MINUTE_MS, type Verdict } from '#model';
import { cause, fleet, NOW, verdict } from '../fixtures.ts';
import { createPanelView } from './index.tsx';

const view = createPanelView({ locale: 'en', timeZone: 'UTC' });
const known = (shown: Verdict, rest = {}): PanelAnswer => ({
  kind: 'known',
  verdict: shown,
  checkedAt: NOW - 40_000,
  trouble: null,
  report: '',
  timeFormat: 'h23',
  incident: null,
  texts: packaged,
  ...rest,
});
const draw = (
  state: Parameters<typeof view.render>[1]['state'],
  rest: Partial<Parameters<typeof view.render>[1]> = {},
) => {
  const into = document.createElement('div');
  const done: string[] = [];
  view.render(into, {
    state,
    now: NOW,
    corner: 'bottom-right',
    isCollapsed: false,
    isMenuOpen: false,
    found: new Map(),
    copied: null,
    on: (action) => () => done.push(action),
    ...rest,
  });
  const press = (name: string): void => {
    const named = (button: Element): string | null =>
      button.getAttribute('aria-label') ?? button.firstChild?.textContent ?? null;
    [...into.querySelectorAll('button')].find((button) => named(button) === name)?.click();
  };
  return { into, text: into.textContent ?? '', done, press };
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
  expect(text).toContain('186 without this limit');
  expect(text).toContain('3 ready1 at limit1 disconnected');
  expect(text).toContain('10 follow-ups wait, next in 58 min');
  expect(
    [...into.querySelectorAll('[data-cause]')].map((e) => e.getAttribute('data-cause')),
  ).toEqual(['daily_limit_met', 'follow_up_delay_not_met']);
});

test('an old answer is unknown, with what was last known', () => {
  const state = known(verdict(1, 'healthy', { observedAt: NOW - 40 * MINUTE_MS }), {
    checkedAt: NOW - 40 * MINUTE_MS,
    trouble: { text: 'Northwind is offline', isMendedInOptions: false },
  });
  expect(view.healthOf(state, NOW)).toBe('unknown');
  const { text } = draw(state);
  expect(text).toContain('No fresh answer from Instantly');
  expect(text).toContain('Last known: sending');
  expect(text).toContain('offline');
});

test.each([
  ['not_connected', { kind: 'not_connected', texts: packaged }, 'No workspace is connected'],
  [
    'not_known',
    { kind: 'not_known', workspaces: 2, texts: packaged },
    'None of the 2 connected workspaces',
  ],
  ['no_answer', { kind: 'no_answer' }, 'Reload this page'],
  ['checking', { kind: 'checking', texts: packaged }, 'Checking…'],
  ['asking', { kind: 'asking' }, 'Asking Sendwatch'],
] as const)('%s is said', (_name, state, words) => {
  expect(draw(state).text).toContain(words);
  expect(view.healthOf(state, NOW)).toBe('unknown');
});

test.each([
  { kind: 'not_connected', texts: packaged },
  { kind: 'not_known', workspaces: 1, texts: packaged },
] as const)('$kind: one can connect it', (state) => {
  const { done, press } = draw(state);
  press('Connect a workspace');
  expect(done).toEqual(['openOptions']);
});

test('no action is offered that nothing comes of', () => {
  const { into, done, press } = draw(known(verdict(1, 'blocked')));
  for (const button of into.querySelectorAll('button')) button.click();
  expect(done).toEqual(['menu', 'toggle', 'pause_campaign', 'copy', 'openDashboard']);
  press('Place and hide');
  expect(done.at(-1)).toBe('menu');
});

test('a campaign that was stopped may be resumed', () => {
  const { done, press } = draw(known(verdict(1, 'blocked', { code: 'campaign_bounce_protect' })));
  press('Resume…');
  expect(done).toEqual(['activate_campaign']);
});

test('three causes are told, the rest is counted and stands in the dashboard', () => {
  const codes = ['inbox_login_lost', 'empty_tag', 'one_by_one', 'bounce_pace', 'end_date_near'];
  const causes = codes.map((code) => cause(code as 'empty_tag'));
  const { into, done, press } = draw(known(verdict(1, 'blocked', { causes })));
  expect([...into.querySelectorAll('[data-cause]')]).toHaveLength(3);
  press('2 more in the dashboard');
  expect(done).toEqual(['openDashboard']);
});

test('the incident: what it is and how many campaigns', () => {
  const incident = {
    code: 'inbox_login_lost',
    params: { count: 2 },
    loss: null,
    clearsAt: null,
    campaigns: 5,
  } as const;
  const { text } = draw(known(verdict(1, 'blocked'), { incident }));
  expect(text).toContain('Part of an incident: 2 inboxes lost the login · 5 campaigns');
});

test('the menu: four corners, the present one pressed, and two ways to hide', () => {
  const { into, done, press } = draw(known(verdict(1, 'blocked')), { isMenuOpen: true });
  const pressed = into.querySelectorAll('[aria-pressed=true]');
  expect([...pressed].map((one) => one.getAttribute('aria-label'))).toEqual(['Bottom right']);
  press('Top left');
  press('Hide on this page');
  press('Hide on all pages');
  expect(done).toEqual(['top-left', 'hideHere', 'hideEverywhere']);
});

test('Esc is the panel’s, and other keys are not', () => {
  const { into, done } = draw(known(verdict(1, 'blocked')));
  const heard = vi.fn();
  into.addEventListener('keydown', heard);
  for (const key of ['a', 'Escape']) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true });
    into.querySelector('header button')?.dispatchEvent(event);
  }
  expect(done).toEqual(['escape']);
  expect(heard).toHaveBeenCalledOnce();
});

test('where the key is refused one gets to the options', () => {
  const state = known(verdict(1, 'blocked'), {
    trouble: { text: 'Key refused', isMendedInOptions: true },
  });
  const { done, press } = draw(state);
  press('Open options');
  expect(done).toEqual(['openOptions']);
});

test('what waits for time alone offers no options', () => {
  const state = known(verdict(1, 'blocked'), {
    trouble: { text: 'Northwind is offline', isMendedInOptions: false },
  });
  expect([...draw(state).into.querySelectorAll('button')].map((b) => b.textContent)).not.toContain(
    'Open options',
  );
});

test('the menu says what was located in Instantly’s pages, and by what', () => {
  const found = new Map([
    ['title', { found: 0, marked: 0, by: [] }],
    ['campaigns', { found: 48, marked: 42, by: ['link', 'text'] }],
  ] as const);
  const { into } = draw(known(verdict(1, 'blocked')), { isMenuOpen: true, found });
  expect([...into.querySelectorAll('.menu small p')].map((line) => line.textContent)).toEqual([
    'Title of the campaign: nothing found',
    'Last list of campaigns: 42 of 48 marked (found by link, found by name)',
  ]);
});

test.each(['copied', 'notCopied'] as const)('what came of copying is announced: %s', (copied) => {
  const { into } = draw(known(verdict(1, 'blocked')), { copied });
  expect(into.querySelector('[role=status]')?.textContent).toBe(packaged[`panel.${copied}`]);
});

test('collapsed it is a pill that says health and reason, and expands', () => {
  const { into, text, done } = draw(known(fleet[1] ?? verdict(0, 'blocked')), {
    isCollapsed: true,
  });
  expect(text).toBe('Blocked · Bounce protection stopped it');
  into.querySelector('button')?.click();
  expect(done).toEqual(['toggle']);
});

test('beside the title: health, and when it sends again or why not', () => {
  const into = document.createElement('span');
  const waiting = verdict(1, 'waiting', { nextSendAt: NOW + 58 * MINUTE_MS });
  view.renderTitlePill(into, known(waiting), NOW);
  expect(into.textContent).toBe('Waiting · sends again in 58 min');
  view.renderTitlePill(into, known(verdict(1, 'healthy')), NOW);
  expect(into.textContent).toBe('Sending');
  into.replaceChildren();
  view.renderTitlePill(into, { kind: 'checking', texts: packaged }, NOW);
  expect(into.textContent).toBe('');
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

test('what was not there before is drawn once, and measured not at all', () => {
  const into = document.createElement('div');
  const measured = vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(100);
  const show = (): Element | null => {
    const shown = { corner: 'bottom-right', isCollapsed: false, isMenuOpen: false } as const;
    const state = known(verdict(1, 'blocked'));
    const on = () => () => undefined;
    view.render(into, { ...shown, state, now: NOW, copied: null, found: new Map(), on });
    return into.firstElementChild;
  };
  const first = show();
  expect(first).not.toBeNull();
  // Emptied for another campaign.
  into.replaceChildren();
  expect(show()).not.toBe(first);
  expect(into.childElementCount).toBe(1);
  expect(measured).not.toHaveBeenCalled();
  show();
  expect(measured).toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('what grows is another element, for it would shift the page’s layout, unless it has the focus', () => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const into = document.createElement('div');
  root.append(into);
  document.body.append(host);
  let height = 100;
  const show = (next: number) => {
    const rest = { corner: 'bottom-right', isCollapsed: false, isMenuOpen: false } as const;
    const on = () => () => undefined;
    // As it is measured before and after.
    const heights = into.firstChild ? [height] : [];
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(
      () => heights.shift() ?? next,
    );
    const state = known(verdict(1, 'blocked'));
    view.render(into, { ...rest, state, now: NOW, copied: null, found: new Map(), on });
    height = next;
    return into.querySelector('aside');
  };
  const first = show(100);
  expect(show(100)).toBe(first);
  const grown = show(130);
  expect(grown).not.toBe(first);
  grown?.querySelector('button')?.focus();
  expect(show(160)).toBe(grown);
  host.remove();
  vi.restoreAllMocks();
});
