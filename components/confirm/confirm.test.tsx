// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Capacity, ChangePlan, InboxAddress } from '#model';
import { campaignId } from '../fixtures.ts';
import {
  armed,
  confirmPorts,
  endShown,
  holdTimers,
  opened,
  plan,
  settle,
  show,
  TRUSTED,
  told,
} from './fixtures.ts';
import { createConfirmModel } from './model.ts';

beforeEach(holdTimers);
afterEach(endShown);

describe('what is confirmed', () => {
  test('the change in words, before and after, and the verb on the button', async () => {
    const { app, text, button } = await show(opened([plan({ subject: 'Ecommerce owners' })]));
    expect(app.querySelector('h1')?.textContent).toBe('Pause “Ecommerce owners”?');
    expect(app.querySelector('[data-field=lifecycle]')?.textContent).toBe('Campaignonpaused');
    expect(button()?.textContent).toBe('Pause campaign');
    expect(text()).toContain('in Northwind Outbound');
  });

  test('many by their number, and each with its name', async () => {
    const plans = Array.from({ length: 12 }, (_, n) => plan({}, n + 1));
    const { app, button } = await show(opened(plans));
    expect(app.querySelector('h1')?.textContent).toBe('Pause 12 campaigns?');
    expect(button()?.textContent).toBe('Pause 12 campaigns');
    expect(app.querySelectorAll('tbody tr')).toHaveLength(12);
  });

  test('what today would hold, and what limits it then', async () => {
    const capacity = (mean: number, bottleneck: Capacity['bottleneck']): Capacity => ({
      today: { worst: mean, mean, best: mean },
      remaining: { worst: mean, mean, best: mean },
      bottleneck,
      withoutBottleneck: null,
      nextBottleneck: null,
      limitHitAt: null,
      assumed: [],
      contendedToday: null,
    });
    const { text } = await show(
      opened([
        plan({
          change: { kind: 'set_campaign_limit', campaignId: campaignId(1), limitPerDay: 430 },
          effect: {
            before: capacity(312, 'campaign_limit'),
            after: capacity(430, 'sending_gap'),
            campaigns: 1,
          },
        }),
      ]),
    );
    expect(text()).toMatch(/312 →to 430 mails today.*Then the sending gap is what holds it\./);
  });

  test('a refused change has its reason, what to do instead, and no button', async () => {
    const { text, button, app } = await show(
      opened([
        plan({
          change: { kind: 'resume_inbox', inbox: 'anna@nw-mail.co' as InboxAddress },
          refusal: { code: 'inbox_daily_quota', params: { answer: '550-5.4.5' } },
        }),
      ]),
    );
    expect(button()).toBeNull();
    expect(app.querySelector('[data-refusal=inbox_daily_quota]')).not.toBeNull();
    expect(text()).toContain('Instead: Wait 24 hours');
  });

  test('of many, the refused ones are left out', async () => {
    const refused = plan({ refusal: { code: 'not_running', params: {} } }, 2);
    const { button, applied, press, text } = await show({
      ...opened([plan(), refused]),
      'change.apply': () => told(),
    });
    await armed();
    expect(button()?.textContent).toBe('Pause campaign');
    expect(text()).toContain('1 of them is left out');
    await press('[data-confirm]');
    // The background leaves it out: what was opened is confirmed as a whole.
    expect(applied()[0]?.[1]).toMatchObject({
      changes: [{ change: plan().change }, { change: refused.change }],
    });
  });

  test.each([
    ['gone', 'There is nothing to confirm here any more'],
    ['read_only', 'Changes are switched off'],
  ] as const)('%s says so and has no button', async (kind, headline) => {
    const { app, button } = await show({ 'change.confirmation': () => ({ kind }) });
    expect(app.querySelector('h1')?.textContent).toBe(headline);
    expect(button()).toBeNull();
    const link = app.querySelector('a')?.getAttribute('href') ?? null;
    expect(link).toBe(kind === 'read_only' ? '/options.html#changes' : null);
  });

  test('a background that is gone is no reason to wait', async () => {
    const { app } = await show({});
    expect(app.querySelector('[data-absent=noAnswer]')).not.toBeNull();
  });
});

describe('what has to be typed', () => {
  test('the button waits for it, and it is sent along', async () => {
    const { app, button, applied, press } = await show({
      ...opened([plan()], '12'),
      'change.apply': () => told(),
    });
    await armed();
    const field = app.querySelector<HTMLInputElement>('#typed');
    expect(button()?.disabled).toBe(true);
    if (!field) throw new Error('no field');
    field.value = '12';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    expect(button()?.disabled).toBe(false);
    await press('[data-confirm]');
    expect(applied()[0]?.[1]).toMatchObject({ typed: '12' });
  });
});

describe('another figure', () => {
  const limit = (limitPerDay: number): ChangePlan =>
    plan({
      change: { kind: 'set_campaign_limit', campaignId: campaignId(1), limitPerDay },
      before: { limitPerDay: 100 },
      after: { limitPerDay },
    });

  test('the last one tried counts, whatever is answered last', async () => {
    const answers = new Map<number, (plan: ChangePlan) => void>();
    const ports = confirmPorts({
      ...opened([limit(150)]),
      'change.whatIf': ({ change }) =>
        new Promise((resolve) => {
          const wanted = 'limitPerDay' in change ? Number(change.limitPerDay) : 0;
          answers.set(wanted, (found) => resolve({ plan: found, typed: null }));
        }),
      'change.apply': () => told(),
    });
    const model = createConfirmModel(ports);
    await model.refresh();
    await armed();
    const first = model.tryOut(limit(200).change);
    const second = model.tryOut(limit(300).change);
    answers.get(300)?.(limit(300));
    await second;
    answers.get(200)?.(limit(200));
    await first;
    expect(model.plans.value).toEqual([limit(300)]);
    await model.apply(TRUSTED);
    expect(ports.sent.at(-1)).toMatchObject([
      'change.apply',
      { changes: [{ change: limit(300).change }] },
    ]);
  });

  test('nothing is confirmed while the figure shown is not the one in the field', async () => {
    const ports = confirmPorts({
      ...opened([limit(150)]),
      'change.whatIf': () => ({ plan: null, typed: null }),
      'change.apply': () => told(),
    });
    const model = createConfirmModel(ports);
    await model.refresh();
    await armed();
    expect(model.mayApply.value).toBe(true);
    await model.tryOut(limit(9_999_999).change);
    expect(model.mayApply.value).toBe(false);
  });
});
