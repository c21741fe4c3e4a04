// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChangeProgress } from '#messages';
import { type Answers, actionRecord } from '../changing/fixtures.ts';
import { NOW } from '../fixtures.ts';
import { type Apply, armed, endShown, holdTimers, opened, plan, show, told } from './fixtures.ts';

beforeEach(holdTimers);
afterEach(endShown);

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
