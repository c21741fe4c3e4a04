// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ALERT_PRESETS, type Silence } from '#model';
import { campaignId, NOW, WORKSPACE } from '../../fixtures.ts';
import { type Answers, optionsPorts } from '../fixtures.ts';
import { mountOptions } from '../index.tsx';

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
  vi.restoreAllMocks();
});

const open = (answers: Answers = {}, parts: Parameters<typeof optionsPorts>[1] = {}) => {
  const { ports, world } = optionsPorts(answers, parts);
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  unmount = mountOptions(app, ports, { locale: 'en', timeZone: 'UTC' });
  return world;
};
const there = <E extends Element = HTMLElement>(selector: string): Promise<E> =>
  vi.waitFor(() => {
    const found = document.querySelector<E>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  });
const click = async (selector: string): Promise<void> => (await there(selector)).click();
const says = (part: string) =>
  vi.waitFor(() => expect(document.querySelector('#alerts')?.textContent).toContain(part));
const sentOf = (sent: readonly [string, unknown][], name: string) =>
  sent.filter(([one]) => one === name).map(([, request]) => request);
const choose = (element: HTMLSelectElement, value: string): void => {
  element.value = value;
  element.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('desktop notifications', () => {
  test('are asked for before anything else that the click does', async () => {
    const order: string[] = [];
    const requestNotifications = async () => {
      order.push('asked');
      return true;
    };
    open(
      {
        'alerts.setNotifying': ({ isOn }) => {
          order.push(`on: ${isOn}`);
          return { ok: true };
        },
      },
      { requestNotifications },
    );
    (await there('[data-notifying=false] button')).click();
    expect(order).toEqual(['asked']);
    await says('They are on');
    expect(order).toEqual(['asked', 'on: true']);
    await click('[data-notifying=true] button');
    await says('One was just sent.');
  });

  test('that the browser refuses stay off, and it is said how to allow them', async () => {
    const { sent } = open({}, { requestNotifications: async () => false });
    await click('[data-notifying=false] button');
    expect((await there('[role=alert]')).textContent).toContain('The browser does not allow it');
    expect(sentOf(sent, 'alerts.setNotifying')).toEqual([]);
  });
});

describe('rules', () => {
  test('are stored with every choice, and a ready-made one is known again', async () => {
    const { sent } = open();
    await click('#preset-calm');
    await says('Saved');
    expect(sentOf(sent, 'alerts.setRules')).toEqual([{ rules: ALERT_PRESETS.calm }]);
    choose(await there<HTMLSelectElement>('[data-severity=amber] [data-part=for]'), '30');
    expect((await there<HTMLInputElement>('#preset-own')).checked).toBe(true);
  });

  test('that could not be stored are as they were', async () => {
    open({ 'alerts.setRules': () => ({ ok: false }) });
    await click('#preset-calm');
    await says('The browser could not store it');
    expect((await there<HTMLInputElement>('#preset-standard')).checked).toBe(true);
  });

  test('of one cause follow its severity again when that is chosen', async () => {
    const { sent } = open();
    const details = await there<HTMLDetailsElement>('details.causes');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    const select = await there<HTMLSelectElement>('[data-cause=bounce_pace] [data-part=channel]');
    choose(select, 'never');
    await says('1 differs from Standard');
    choose(select, '');
    await says('as in Standard');
    const [, last] = sentOf(sent, 'alerts.setRules');
    expect(last).toEqual({ rules: ALERT_PRESETS.standard });
  });

  test('have quiet hours and a digest in the reader’s own zone', async () => {
    const { sent } = open();
    await click('#quiet');
    await click('#digest');
    const time = await there<HTMLInputElement>('#quiet-from');
    time.value = '21:30';
    time.dispatchEvent(new Event('change', { bubbles: true }));
    const last = sentOf(sent, 'alerts.setRules').at(-1);
    expect(last).toMatchObject({
      rules: {
        quietHours: { fromMinute: 1_290, toMinute: 480, timeZone: 'UTC', except: [] },
        digest: { atMinute: 480, timeZone: 'UTC' },
      },
    });
  });
});

describe('a webhook', () => {
  const fill = async (address: string): Promise<void> => {
    (await there<HTMLInputElement>('#webhook-name')).value = 'Ops';
    const field = await there<HTMLInputElement>('#webhook-address');
    field.value = address;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const form = await there<HTMLFormElement>('#webhook');
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  };
  const kept = () => ({
    address: document.querySelector<HTMLInputElement>('#webhook-address')?.value,
    name: document.querySelector<HTMLInputElement>('#webhook-name')?.value,
  });
  const ADDRESS = 'https://discord.com/api/webhooks/1/made-up';

  test('is added with the kind that its host suggests, after access to that one host', async () => {
    const requestOrigin = vi.fn(async (_origin: string) => true);
    const webhook = {
      id: 'w',
      kind: 'discord',
      name: 'Ops',
      host: 'discord.com',
      hasAddresses: false,
      waiting: 0,
      lastOutcome: null,
    } as const;
    const { sent } = open({ 'webhook.put': () => ({ ok: true, webhook }) }, { requestOrigin });
    await fill(ADDRESS);
    await says('Ops is added.');
    expect(requestOrigin.mock.calls).toEqual([['https://discord.com/*']]);
    expect(sentOf(sent, 'webhook.put')).toEqual([
      { id: null, kind: 'discord', name: 'Ops', address: ADDRESS, hasAddresses: false },
    ]);
    expect(kept()).toEqual({ address: '', name: '' });
  });

  test.each([
    ['http://example.com/hook', 'has to begin with https://', {}],
    [ADDRESS, 'as many addresses as Sendwatch keeps', { code: 'too_many' }],
    [ADDRESS, 'Sendwatch is locked', { code: 'locked' }],
  ] as const)('%s that is refused stays in its field: %s', async (address, reason, problem) => {
    open({ 'webhook.put': () => ({ ok: false, problem: problem as never }) });
    await fill(address);
    await says(reason);
    expect(kept()).toEqual({ address, name: 'Ops' });
  });

  test('is not stored without access to its host', async () => {
    const { sent } = open({}, { requestOrigin: async () => false });
    await fill(ADDRESS);
    await says('The browser does not allow access to this host.');
    expect(sentOf(sent, 'webhook.put')).toEqual([]);
    expect(kept()).toEqual({ address: ADDRESS, name: 'Ops' });
  });

  test('is removed only after a second press', async () => {
    const webhook = {
      id: 'w',
      kind: 'slack',
      name: 'Ops',
      host: 'hooks.slack.com',
      hasAddresses: false,
      waiting: 2,
      lastOutcome: { kind: 'failed', at: NOW, problem: { code: 'refused', status: 410 } },
    } as const;
    const { sent } = open({ 'webhook.list': () => ({ webhooks: [webhook] }) });
    await says('2 notices wait');
    await says('It refused with 410.');
    await click('[data-webhook-id=w] [data-opens=remove]');
    expect(sentOf(sent, 'webhook.remove')).toEqual([]);
    await click('[data-webhook-id=w] .danger');
    await says('Ops is removed.');
    expect(sentOf(sent, 'webhook.remove')).toEqual([{ id: 'w' }]);
  });
});

test('what is silenced is counted, named and taken back', async () => {
  const silence: Silence = {
    id: 's',
    kind: 'acknowledged',
    scope: { kind: 'campaign', workspaceId: WORKSPACE, campaignId: campaignId(1) },
    note: 'Anna is on it',
    at: NOW,
    until: null,
  };
  const past: Silence = { ...silence, id: 'past', kind: 'snoozed', until: NOW - 1 };
  const { sent } = open({}, { readSilences: async () => [silence, past] });
  await says('Silenced now (1)');
  await says('Campaign SaaS founders — DACH, wave 3');
  await says('Acknowledged: Anna is on it');
  await click('#silenced li button');
  await says('Nothing is silenced.');
  expect(sentOf(sent, 'alerts.unsilence')).toEqual([{ id: 's' }]);
});
