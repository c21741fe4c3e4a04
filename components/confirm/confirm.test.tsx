// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChangeMessages, ChangeProgress } from '#messages';
import type { Capacity, ChangePlan, InboxAddress } from '#model';
import { type Answers, actionRecord } from '../changing/fixtures.ts';
import { campaignId, NOW } from '../fixtures.ts';
import { confirmPorts, plan } from './fixtures.ts';
import { mountConfirm } from './index.tsx';
import { createConfirmModel } from './model.ts';

type Apply = ChangeMessages['change.apply']['answer'];

let unmount = (): void => undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => {
  unmount();
  vi.useRealTimers();
});

const TRUSTED = { isTrusted: true };
const FORGED = { isTrusted: false };

const opened = (plans: readonly ChangePlan[], typed: string | null = null): Answers => ({
  'change.confirmation': () => ({
    kind: 'open',
    plans,
    typed,
    effect: plans[0]?.effect ?? null,
  }),
});

const told = (progress: Partial<ChangeProgress> = {}): Apply => ({
  ok: true,
  records: [actionRecord(1, { kind: 'verified' })],
  waiting: 0,
  isStopped: false,
  ...progress,
});

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const armed = (): Promise<unknown> => vi.advanceTimersByTimeAsync(500);

const show = async (answers: Answers) => {
  const ports = confirmPorts(answers);
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  unmount = mountConfirm(app, ports, { locale: 'en', timeZone: 'UTC' });
  await settle();
  const applied = () => ports.sent.filter(([type]) => type === 'change.apply');
  const text = () => app.textContent ?? '';
  const button = () => app.querySelector<HTMLButtonElement>('[data-confirm]');
  /** As a person does it: happy-dom has no trusted events of its own. */
  const press = async (selector: string) => {
    const event = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    app.querySelector(selector)?.dispatchEvent(event);
    await settle();
  };
  return { ports, app, applied, text, button, press };
};

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

describe('nothing happens by itself', () => {
  test('opening asks what it is about, and nothing else', async () => {
    const { ports } = await show(opened([plan()]));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(new Set(ports.sent.map(([type]) => type))).toEqual(new Set(['change.confirmation']));
  });

  test('a click that no person made does nothing', async () => {
    const { button, applied } = await show({ ...opened([plan()]), 'change.apply': () => told() });
    await armed();
    button()?.click();
    button()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settle();
    expect(applied()).toEqual([]);
  });

  test('control: the same click of a person does', async () => {
    const { press, applied } = await show({ ...opened([plan()]), 'change.apply': () => told() });
    await armed();
    await press('[data-confirm]');
    expect(applied()).toHaveLength(1);
  });

  test('the second click of a double click that opened the window comes too early', async () => {
    const { button, press, applied } = await show({
      ...opened([plan()]),
      'change.apply': () => told(),
    });
    await vi.advanceTimersByTimeAsync(400);
    expect(button()?.disabled).toBe(true);
    await press('[data-confirm]');
    expect(applied()).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(button()?.disabled).toBe(false);
  });

  test('two clicks are one change', async () => {
    let answer = (_: Apply): void => undefined;
    const ports = confirmPorts({
      ...opened([plan()]),
      'change.apply': () =>
        new Promise<Apply>((resolve) => {
          answer = resolve;
        }),
    });
    const model = createConfirmModel(ports);
    await model.refresh();
    await armed();
    const first = model.apply(TRUSTED);
    void model.apply(TRUSTED);
    answer(told());
    await first;
    await model.apply(TRUSTED);
    expect(ports.sent.filter(([type]) => type === 'change.apply')).toHaveLength(1);
  });

  test('neither stopping nor undoing is done by a script', async () => {
    const ports = confirmPorts({
      'change.stop': () => ({ ok: true }),
      'change.undo': () => ({ ok: true }),
    });
    const model = createConfirmModel(ports);
    await model.stop(FORGED);
    await model.undo(FORGED, ['action-1']);
    expect(ports.sent).toEqual([]);
    await model.stop(TRUSTED);
    await model.undo(TRUSTED, ['action-1']);
    expect(ports.sent.map(([type]) => type)).toEqual(['change.stop', 'change.undo']);
  });

  test('Escape of a person closes the window; one that a script made does not', async () => {
    const { ports } = await show(opened([plan()]));
    const forged = new KeyboardEvent('keydown', { key: 'Escape' });
    document.dispatchEvent(forged);
    expect(ports.closed).toBe(0);
    const real = new KeyboardEvent('keydown', { key: 'Escape' });
    Object.defineProperty(real, 'isTrusted', { value: true });
    document.dispatchEvent(real);
    expect(ports.closed).toBe(1);
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

describe('what becomes of it', () => {
  const applyWith = async (apply: Apply, rest: Answers = {}) => {
    const shown = await show({ ...opened([plan()]), 'change.apply': () => apply, ...rest });
    await armed();
    await shown.press('[data-confirm]');
    return shown;
  };

  test('waiting for Instantly, then verified, with Undo', async () => {
    let now: ChangeProgress = {
      records: [actionRecord(1, { kind: 'waiting', until: NOW })],
      waiting: 0,
      isStopped: false,
    };
    let isApplied = false;
    const { text, app, press, ports } = await show({
      'change.confirmation': () =>
        isApplied
          ? { kind: 'applied', ...now }
          : { kind: 'open', plans: [plan()], typed: null, effect: null },
      'change.apply': () => {
        isApplied = true;
        return { ok: true, ...now };
      },
      'change.undo': () => ({ ok: true }),
    });
    await armed();
    await press('[data-confirm]');
    expect(app.querySelector('h1')?.textContent).toBe('“Campaign 1” is paused');
    expect(text()).toContain('Waiting for Instantly, up to 15 min');
    now = { ...now, records: [actionRecord(1, { kind: 'verified' })] };
    await vi.advanceTimersByTimeAsync(2_000);
    expect(text()).toContain('Verified');
    await press('[data-undo]');
    expect(ports.sent.at(-1)).toEqual(['change.undo', { actionIds: ['action-1'] }]);
  });

  test('failures are listed, each with its reason', async () => {
    const { app, text } = await applyWith(
      told({
        records: [
          actionRecord(1, { kind: 'verified' }),
          actionRecord(2, { kind: 'failed', note: { code: 'refused', params: { message: 'No' } } }),
        ],
      }),
    );
    expect(app.querySelectorAll('[data-failed]')).toHaveLength(1);
    expect(text()).toMatch(/Campaign 2.*Instantly refused\. It said: .*No/);
  });

  test('what somebody else changed meanwhile is shown anew, and asked again', async () => {
    const { ports, app, button } = await applyWith({ ok: false, problem: 'not_as_shown' });
    expect(app.querySelector('[data-problem=not_as_shown]')).not.toBeNull();
    expect(ports.sent.filter(([type]) => type === 'change.confirmation')).toHaveLength(2);
    expect(button()?.disabled).toBe(true);
  });

  test('no answer is not said to be nothing done', async () => {
    const { text } = await show(opened([plan()])).then(async (shown) => {
      await armed();
      await shown.press('[data-confirm]');
      return shown;
    });
    expect(text()).toContain('Whether something was changed stands under Changes');
  });

  test('what waits can be stopped', async () => {
    const { press, ports } = await applyWith(
      told({ records: [actionRecord(1, { kind: 'pending' })], waiting: 4 }),
      { 'change.stop': () => ({ ok: true }) },
    );
    await press('[data-stop]');
    expect(ports.sent.some(([type]) => type === 'change.stop')).toBe(true);
  });
});
