// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HOUR_MS, type Silence } from '#model';
import { campaignId, fleet, headOf, NOW, WORKSPACE, workspaceRecord } from '../fixtures.ts';
import { all, closePopup, key, open, shown, text } from './fixtures.ts';
import type { PopupPorts } from './index.tsx';

afterEach(closePopup);

describe('what nobody wants to hear of', () => {
  const silence = (n: number, rest: Partial<Silence> = {}): Silence => ({
    id: `silence-${n}`,
    kind: 'snoozed',
    scope: { kind: 'campaign', workspaceId: WORKSPACE, campaignId: campaignId(n) },
    note: '',
    at: NOW,
    until: NOW + HOUR_MS,
    ...rest,
  });
  const rowOf = (n: number) => shown(`[data-campaign-id="${campaignId(n)}"]`);

  test('is counted from the first paint on, from the head alone', async () => {
    const never = new Promise<never>(() => undefined);
    const head = headOf([workspaceRecord()], fleet, []);
    open({
      readHead: async () => ({ ...head, silenced: { blocked: 1, degraded: 1 } }),
      readFleets: () => never,
      readWorkspaces: () => never,
    });
    await shown('[data-campaign-id]');
    expect(text('h1')).toBe('1 campaign needs you');
    expect(text('.summary p')).toContain('2 silenced.');
  });

  test('stays in sight in a group of its own, with a sign and words', async () => {
    open({ readSilences: async () => [silence(1), silence(2, { kind: 'muted', until: null })] });
    await shown('[data-silenced]');
    expect(all('[data-group]').map(({ dataset }) => dataset['group'])).toEqual([
      'needsYou',
      'silenced',
      'unknown',
      'clears',
      'sending',
      'off',
    ]);
    expect(text('h1')).toBe('1 campaign needs you');
    expect((await rowOf(1)).textContent).toContain('Snoozed until 21:48');
    expect((await rowOf(2)).textContent).toContain('Muted');
  });

  test('is said by the key a, with a note', async () => {
    const send = vi.fn(async () => ({ ok: true, silence: silence(2, { kind: 'acknowledged' }) }));
    open({ send: send as unknown as PopupPorts['send'] });
    (await rowOf(2)).querySelector('button')?.focus();
    await vi.waitFor(() => {
      key('a');
      if (!document.querySelector('[data-act=acknowledge]')) throw new Error('no form');
    });
    const note = (await shown('[name=note]')) as HTMLInputElement;
    await vi.waitFor(() => expect(document.activeElement).toBe(note));
    note.value = ' Anna is on it ';
    note.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(document.querySelector('[data-act]')).toBeNull());
    expect(send).toHaveBeenCalledWith('alerts.silence', {
      kind: 'acknowledged',
      scope: { kind: 'campaign', workspaceId: WORKSPACE, campaignId: campaignId(2) },
      until: null,
      note: 'Anna is on it',
    });
  });

  test('is snoozed until a date, and not until one that has passed', async () => {
    const send = vi.fn(async () => ({ ok: true, silence: silence(2) }));
    open({ send: send as unknown as PopupPorts['send'] });
    (await rowOf(2)).querySelector('button')?.click();
    (await shown('[data-silence=snooze]')).click();
    (await shown('.silence-form [value=date]')).click();
    const field = (await shown('[type=datetime-local]')) as HTMLInputElement;
    const submit = () =>
      field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    const set = (value: string) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    set('2026-11-20T20:48');
    await vi.waitFor(() => {
      submit();
      expect(text('.silence-form [role=alert]')).toBe('This date has passed. Choose a later one.');
    });
    expect(send).not.toHaveBeenCalledWith('alerts.silence', expect.anything());
    set('2026-11-23T09:00');
    await vi.waitFor(() => expect(document.querySelector('.silence-form [role=alert]')).toBeNull());
    submit();
    await vi.waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        'alerts.silence',
        expect.objectContaining({ until: { kind: 'date', at: Date.UTC(2026, 10, 23, 9) } }),
      ),
    );
  });

  test('is taken back where it is read; where that fails it is said', async () => {
    const send = vi.fn(async () => ({ ok: false }));
    open({
      send: send as unknown as PopupPorts['send'],
      readSilences: async () => [silence(1)],
    });
    await shown('[data-silenced]');
    (await rowOf(1)).querySelector('button')?.click();
    (await shown('[data-silence-id] button')).click();
    await vi.waitFor(() =>
      expect(text('.silencing [role=alert]')).toContain('The browser could not store it.'),
    );
    expect(send).toHaveBeenCalledWith('alerts.unsilence', { id: 'silence-1' });
  });

  test('the form is left by Escape, which closes nothing else', async () => {
    open();
    (await rowOf(2)).querySelector('button')?.click();
    (await shown('[data-silence=mute]')).click();
    await shown('[data-act=mute]');
    // The form takes the focus once it stands: only then is Escape its own.
    await vi.waitFor(() => expect(document.activeElement?.closest('form')).not.toBeNull());
    key('Escape');
    await vi.waitFor(() => expect(document.querySelector('[data-act]')).toBeNull());
    expect(document.querySelector('.detail')).not.toBeNull();
  });
});
