// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type Apply,
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

const FORGED = { isTrusted: false };

beforeEach(holdTimers);
afterEach(endShown);

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
