// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AskProblem } from '#messages';
import { HOUR_MS, MINUTE_MS, type Silence, type Verdict, type WorkspaceState } from '#model';
import type { FleetRecord, InboxFleetRecord, ObservationRecord } from '#store/read';
import type { Reader } from '#words';
import {
  campaignId,
  cause,
  fleet,
  fleetRecord,
  headOf,
  incident,
  journalRecord,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  WORKSPACE,
  workspaceRecord,
} from '../fixtures.ts';
import { mountPopup, type PopupPorts } from './index.tsx';

const richCounters: Verdict['counters'] = {
  sentToday: 60,
  limitPerDay: 100,
  newLeadsToday: 12,
  newLeadsPerDay: 30,
  inboxes: {
    total: 8,
    available: 3,
    atDailyLimit: 2,
    atSlowRampLimit: 0,
    disconnected: 2,
    inGap: 1,
  },
  followUpsWaiting: 14,
  nextFollowUpAt: NOW + 3 * 60 * MINUTE_MS,
};
const same = (mails: number) => ({ worst: mails, mean: mails, best: mails });
const capacity: Verdict['capacity'] = {
  today: same(100),
  remaining: same(40),
  bottleneck: 'campaign_limit',
  withoutBottleneck: same(186),
  nextBottleneck: null,
  limitHitAt: null,
  assumed: [],
  contendedToday: null,
};

/** Of a campaign as the list call has it: what its tags are read from. */
const LISTED = { id: campaignId(1), inboxes: [], tagIds: [] };

let unmount = (): void => undefined;
afterEach(() => unmount());

const open = (
  ports: Partial<PopupPorts> = {},
  verdicts: readonly Verdict[] = fleet,
  reader: Reader = { locale: 'en', timeZone: 'UTC' },
) => {
  const records = [workspaceRecord()];
  const all: PopupPorts = {
    readHead: async () => headOf(records, verdicts, [incident]),
    readWorkspaces: async () => records,
    readFleets: async () => [fleetRecord(verdicts)],
    readTrouble: async () => null,
    readAreChangesAllowed: async () => true,
    readJournals: async () => [],
    readActions: async () => [],
    readSilences: async () => [],
    readInboxes: async () => [],
    readObservation: async () => undefined,
    readObservations: async () => [],
    readCampaignTags: async () => [],
    readHistory: async () => [],
    requestAccess: async () => true,
    readPreference: () => null,
    writePreference: vi.fn(),
    send: vi.fn(async () => ({ ok: true })) as unknown as PopupPorts['send'],
    subscribe: () => () => undefined,
    openUrl: vi.fn(),
    openOptions: vi.fn(),
    copyText: vi.fn(async () => undefined),
    now: () => NOW,
    ...ports,
  };
  const app = document.createElement('div');
  app.innerHTML = '<header></header><main></main>';
  document.body.replaceChildren(app);
  unmount = mountPopup(app, all, reader);
  return all;
};

const inState = (state: WorkspaceState, verdicts: readonly Verdict[] = []) => {
  const records = [workspaceRecord(state)];
  return open(
    { readHead: async () => headOf(records, verdicts), readWorkspaces: async () => records },
    verdicts,
  );
};

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const rows = () => all('[data-campaign-id]').map(({ dataset }) => dataset['campaignId']);
const shown = (selector: string) =>
  vi.waitFor(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });
const key = (name: string) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );

test('the head alone paints the headline, the counts and the worst rows', async () => {
  const never = new Promise<never>(() => undefined);
  open({ readFleets: () => never, readWorkspaces: () => never });
  await shown('[data-campaign-id]');
  expect(text('h1')).toBe('3 campaigns need you');
  expect(text('.summary p')).toBe('Reconnect 2 inboxes and 2 of them send again.');
  expect(all('h1')).toHaveLength(1);
  expect(all('main')).toHaveLength(1);
  expect(all('[data-filter]').map(({ dataset }) => dataset['filter'])).toEqual([
    'blocked',
    'degraded',
    'unknown',
    'limited',
    'waiting',
    'healthy',
    'inactive',
  ]);
});

test('every campaign has a row with its health as a word, worst first', async () => {
  open();
  await shown('[data-campaign-id]');
  const [first] = all('[data-campaign-id]');
  expect(first?.dataset['health']).toBe('blocked');
  expect(first?.textContent).toContain('Agency partners UK, Blocked. Bounce protection stopped it');
  expect(rows()).toHaveLength(fleet.length);
});

test('a chip shows only its health word and can be let go', async () => {
  open();
  const chip = await shown('[data-filter=degraded]');
  chip.click();
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(3)]));
  expect(chip.getAttribute('aria-pressed')).toBe('true');
  chip.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('search narrows the list, and an empty result says so and can be cleared', async () => {
  open();
  const field = (await shown('input[type=search]')) as HTMLInputElement;
  expect(field.getAttribute('aria-label')).toBe('Find a campaign');
  const search = (query: string) => {
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  search('shopify');
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(4)]));
  search('no such thing');
  (await shown('.nothing button')).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('an opened row ranks its causes with evidence, links to Instantly and copies a report', async () => {
  const { openUrl, copyText } = open();
  (await shown(`[data-campaign-id="${campaignId(1)}"] > button`)).click();
  await shown('[data-cause]');
  expect(all('[data-cause]').map(({ dataset }) => dataset['cause'])).toEqual([
    'no_accounts_available',
    'account_daily_limit_met',
  ]);
  // Said once, by the evidence or by the line after it.
  expect(text('[data-cause=account_daily_limit_met]').match(/in 3 h 12 m/g)).toHaveLength(1);
  (await shown('.actions .first')).click();
  expect(openUrl).toHaveBeenCalledWith(
    `https://app.instantly.ai/app/campaign/${campaignId(1)}/analytics`,
  );
  (await shown('[data-copy]')).click();
  await vi.waitFor(() =>
    expect(copyText).toHaveBeenCalledWith(expect.stringContaining('SaaS founders — DACH, wave 3')),
  );
  await vi.waitFor(() => expect(text('[data-copy]')).toBe('Copied'));
});

test('keys: / finds, j and k move, o opens Instantly, r checks, ? helps', async () => {
  const { openUrl, send } = open();
  await shown('[data-campaign-id]');
  await vi.waitFor(() => {
    key('j');
    expect(document.activeElement?.closest('[data-campaign-id]')).not.toBeNull();
  });
  const at = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-campaign-id]');
    return rows().indexOf(row?.dataset['campaignId']);
  };
  const before = at();
  key('j');
  expect(at()).toBe(before + 1);
  key('k');
  expect(at()).toBe(before);
  key('o');
  expect(openUrl).toHaveBeenCalledWith(expect.stringContaining(String(rows()[before])));
  key('r');
  expect(send).toHaveBeenCalledWith('check.now', {});
  key('/');
  expect(document.activeElement).toBe(document.querySelector('input[type=search]'));
  key('r');
  expect(send).toHaveBeenCalledTimes(1);
  (document.activeElement as HTMLElement).blur();
  key('?');
  expect((await shown('dialog')).textContent).toContain('Keys');
});

test('Escape closes the open row first, and is left to the browser when nothing is open', async () => {
  open();
  const button = await shown('[data-campaign-id] > button');
  button.click();
  await vi.waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
  await vi.waitFor(() => {
    key('Escape');
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });
  expect(key('Escape')).toBe(true);
});

test('while a check runs, another press asks for nothing', async () => {
  const send = vi.fn(() => new Promise(() => undefined));
  open({ send: send as unknown as PopupPorts['send'] });
  const button = await shown('[aria-label="Check now"]');
  button.click();
  await vi.waitFor(() => expect(text('.age')).toBe('checking…'));
  button.click();
  expect(send).toHaveBeenCalledTimes(1);
});

test('a silent background is said, not swallowed', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  open({ send: (() => Promise.reject(new Error('gone'))) as unknown as PopupPorts['send'] });
  (await shown('[aria-label="Check now"]')).click();
  await vi.waitFor(() => expect(text('[role=status]')).toContain('did not answer'));
});

test('without a workspace there is a welcome with one way on', async () => {
  const { openOptions } = open({
    readHead: async () => null,
    readWorkspaces: async () => [],
    readFleets: async () => [],
  });
  const button = await shown('.welcome button');
  expect(button.textContent).toBe('Connect a workspace');
  button.click();
  expect(openOptions).toHaveBeenCalledOnce();
});

const since = NOW - 60 * MINUTE_MS;
test.each<[WorkspaceState, string]>([
  [{ kind: 'first_check', found: 60, checked: 12 }, '12 of 60'],
  [{ kind: 'key_rejected', since, message: '' }, 'rejected the key'],
  [{ kind: 'no_plan', since }, 'no plan'],
  [{ kind: 'scope_missing', since, scopes: ['campaigns:read'] }, 'campaigns:read'],
  [{ kind: 'offline', since }, 'offline'],
  [{ kind: 'api_down', since, message: '' }, 'does not answer'],
  [{ kind: 'rate_limited', since, until: NOW + 5 * MINUTE_MS }, 'in 5 min'],
  [{ kind: 'locked' }, 'locked'],
  [{ kind: 'permission_missing', since }, 'access to Instantly'],
])('$kind is a state of its own', async (state, words) => {
  inState(state);
  const notice = await shown(`[data-state=${state.kind}]`);
  expect(notice.textContent).toContain(words);
  expect(all('h1')).toHaveLength(1);
});

test('a rejected key offers to replace it, above what is still known', async () => {
  const { openOptions } = inState({ kind: 'key_rejected', since, message: '' }, fleet);
  const button = await shown('[data-state=key_rejected] button');
  expect(button.textContent).toBe('Replace the key');
  button.click();
  expect(openOptions).toHaveBeenCalledOnce();
  expect(rows()).toHaveLength(fleet.length);
});

const lockedPopup = (mode: 'passphrase' | 'session', isRight: boolean) => {
  const records = [
    workspaceRecord({ kind: 'locked' }),
    workspaceRecord({ kind: 'locked' }, { id: OTHER_WORKSPACE }),
  ];
  const send = vi.fn(async (type: string) => {
    if (type === 'vault.state') {
      const state = mode === 'passphrase' ? 'locked' : 'ready';
      return { mode, state, lockedWorkspaceIds: [WORKSPACE], lockAfterMinutes: null };
    }
    return isRight ? { ok: true } : { ok: false, problem: 'wrong_passphrase' };
  });
  const ports = open({
    readHead: async () => headOf(records, fleet),
    readWorkspaces: async () => records,
    send: send as unknown as PopupPorts['send'],
  });
  return { ...ports, send };
};

test.each([true, false])(
  'locked keys are unlocked here, once for all (right: %s)',
  async (isRight) => {
    const { send } = lockedPopup('passphrase', isRight);
    const field = (await shown('.unlock input')) as HTMLInputElement;
    expect(all('.unlock')).toHaveLength(1);
    field.value = 'correct horse';
    field.form?.requestSubmit();
    await vi.waitFor(() =>
      expect(send).toHaveBeenCalledWith('vault.unlock', { passphrase: 'correct horse' }),
    );
    if (isRight) {
      await vi.waitFor(() => expect(send).toHaveBeenCalledWith('check.now', {}));
      expect(field.value).toBe('');
    } else {
      expect((await shown('.unlock [role=alert]')).textContent).toBe('This is not the passphrase.');
      expect(field.value).toBe('correct horse');
      expect(send).not.toHaveBeenCalledWith('check.now', {});
    }
  },
);

test('keys that went with the last run of the browser are entered in the settings', async () => {
  const { openOptions } = lockedPopup('session', true);
  const button = await shown('[data-state=locked] button');
  expect(button.textContent).toBe('Open settings');
  button.click();
  expect(openOptions).toHaveBeenCalledOnce();
  expect(all('.unlock')).toEqual([]);
});

test('an opened row is looked at', async () => {
  const { send } = open();
  (await shown(`[data-campaign-id="${campaignId(1)}"] > button`)).click();
  await vi.waitFor(() =>
    expect(send).toHaveBeenCalledWith('check.look', { campaignId: campaignId(1) }),
  );
});

test('no campaigns is an answer', async () => {
  open({}, []);
  await vi.waitFor(() => expect(text('h1')).toBe('No campaigns yet'));
});

test('what was not checked for long is unknown; a journal that says otherwise keeps it', async () => {
  const old = (n: number) => verdict(n, 'healthy', { observedAt: NOW - 40 * MINUTE_MS });
  const records = [workspaceRecord({ kind: 'offline', since })];
  open(
    {
      readHead: async () => headOf(records, [old(1), old(2)]),
      readWorkspaces: async () => records,
      readJournals: async () => [journalRecord({ [campaignId(2)]: NOW - MINUTE_MS })],
    },
    [old(1), old(2)],
  );
  await vi.waitFor(() =>
    expect(all('[data-campaign-id]').map(({ dataset }) => dataset['health'])).toEqual([
      'unknown',
      'healthy',
    ]),
  );
  expect(text('[data-health=unknown] .why')).toContain('Last known: sending; no answer since');
});

test('names of campaigns are text, whatever they hold', async () => {
  const name = `<img src=x onerror="alert(1)">\u202Egnp.exe${'x'.repeat(5000)}`;
  open({}, [verdict(1, 'blocked', { name })]);
  await shown('[data-campaign-id]');
  expect(document.querySelector('img')).toBeNull();
  expect(text('bdi.name')).toContain('<img src=x');
  expect(text('bdi.name')).not.toContain('\u202E');
  expect(text('bdi.name').length).toBeLessThanOrEqual(120);
});

test('of several workspaces one can be chosen', async () => {
  const records = [
    workspaceRecord(),
    workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE, name: 'Other' }),
  ];
  const other = verdict(50, 'blocked', { workspaceId: OTHER_WORKSPACE });
  open({
    readHead: async () => headOf(records, [...fleet, other]),
    readWorkspaces: async () => records,
    readFleets: async () => [
      fleetRecord(fleet),
      { workspaceId: OTHER_WORKSPACE, verdicts: [other] },
    ],
  });
  const choice = (await shown('select')) as HTMLSelectElement;
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length + 1));
  choice.value = OTHER_WORKSPACE;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(50)]));
  expect(text('h1')).toBe('1 campaign needs you');
});

test('what is pressed before the living model is there is not lost', async () => {
  let press = (): void => undefined;
  let wasPressed = false;
  const pressed = new Promise<void>((resolve) => {
    press = resolve;
  });
  open({
    // The first thing that the living model asks for is its preferences: until then the first paint stands.
    readPreference: () => {
      const chip = document.querySelector<HTMLElement>('[data-filter=degraded]');
      if (chip && !wasPressed) {
        wasPressed = true;
        chip.click();
        press();
      }
      return null;
    },
  });
  await pressed;
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(3)]));
});

test('groups close and open, say how many they hold, and stay as they were left', async () => {
  const kept = new Map<string, string>();
  const ports: Partial<PopupPorts> = {
    readPreference: (name) => kept.get(name) ?? null,
    writePreference: (name, value) => void kept.set(name, value),
  };
  open(ports);
  const heading = await shown('button[data-group=needsYou]');
  expect(heading.textContent).toBe('Needs you 3');
  heading.click();
  await vi.waitFor(() => expect(heading.getAttribute('aria-expanded')).toBe('false'));
  expect(rows()).toHaveLength(fleet.length - 3);
  unmount();
  open(ports);
  const again = await shown('button[data-group=needsYou]');
  expect(again.getAttribute('aria-expanded')).toBe('false');
  again.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('the list is sorted and grouped from a menu, and the choice is remembered', async () => {
  const { writePreference } = open();
  (await shown('[aria-label="Sort and group"]')).click();
  const pick = async (value: string) => (await shown(`input[value=${value}]`)).click();
  await pick('name');
  await pick('workspace');
  await vi.waitFor(() => expect(text('[data-group]')).toBe('Northwind Outbound 9'));
  expect(all('.name').map((name) => name.textContent)).toEqual(
    fleet.map(({ name }) => name).toSorted(),
  );
  expect(writePreference).toHaveBeenCalledWith('sort', 'name');
  expect(writePreference).toHaveBeenCalledWith('grouping', 'workspace');
});

test('a remembered order is not painted twice: the head gives its rows up until all are there', async () => {
  const never = new Promise<never>(() => undefined);
  open({
    readFleets: () => never,
    readPreference: (name) => (name === 'sort' ? 'name' : null),
  });
  await shown('h1');
  expect(text('h1')).toBe('3 campaigns need you');
  expect(text('.nothing')).toBe('');
});

test('the search finds causes, inboxes and tags', async () => {
  const named = verdict(1, 'blocked', {
    causes: [cause('inbox_login_lost', { params: { count: 1, addresses: ['anna@nw-mail.co'] } })],
  });
  const { readInboxes } = open(
    {
      readInboxes: vi.fn(async () => [
        {
          workspaceId: named.workspaceId,
          inboxes: [{ address: 'anna@nw-mail.co', tagIds: ['t1'] }],
          days: [],
          tags: [{ id: 't1', label: 'Benelux team' }],
          readAt: NOW,
        } as unknown as InboxFleetRecord,
      ]),
    },
    [named, verdict(12, 'healthy'), verdict(13, 'healthy')],
  );
  const field = (await shown('input[type=search]')) as HTMLInputElement;
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(readInboxes).not.toHaveBeenCalled();
  for (const query of ['lost the login', 'ANNA@nw', 'benelux']) {
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(rows()).toEqual([campaignId(1)]));
  }
  expect(readInboxes).toHaveBeenCalledOnce();
});

test('a campaign without any trouble is found by its inboxes and tags, and grouped by its tag', async () => {
  const tags = { workspaceId: WORKSPACE, tagIds: { [campaignId(12)]: ['t1'] }, readAt: NOW };
  const observation = {
    campaign: { id: campaignId(13), inboxes: ['bo@nw-mail.co'], tagIds: [] },
  } as unknown as ObservationRecord;
  const labels = { inboxes: [], tags: [{ id: 't1', label: 'Benelux team' }], days: [] };
  const readCampaignTags = vi.fn<PopupPorts['readCampaignTags']>().mockResolvedValueOnce([]);
  readCampaignTags.mockResolvedValue([tags]);
  const { send } = open(
    {
      readInboxes: async () => [{ workspaceId: WORKSPACE, readAt: NOW, ...labels }],
      readObservations: async () => [observation],
      readCampaignTags,
      readPreference: (name) => (name === 'grouping' ? 'tag' : null),
    },
    [verdict(12, 'healthy'), verdict(13, 'healthy')],
  );
  await vi.waitFor(() =>
    expect(all('[data-group]').map(({ textContent }) => textContent)).toEqual([
      'Benelux team 1',
      'Without a known tag 1',
    ]),
  );
  expect(send).toHaveBeenCalledExactlyOnceWith('ask.campaignTags', { workspaceId: WORKSPACE });
  const field = (await shown('input[type=search]')) as HTMLInputElement;
  for (const [query, n] of [
    ['benelux', 12],
    ['bo@nw', 13],
  ] as const) {
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(rows()).toEqual([campaignId(n)]));
  }
});

const openRich = (ports: Partial<PopupPorts> = {}, rest: Partial<Verdict> = {}) =>
  open(ports, [
    verdict(1, 'blocked', {
      name: 'Rich',
      counters: richCounters,
      capacity,
      causes: [
        cause('inbox_login_lost', {
          params: { count: 2, addresses: ['anna@nw-mail.co', 'piet@nw-mail.co'] },
          loss: 60,
        }),
        cause('instantly_error', { params: { message: 'A snag of ours.' } }),
      ],
      ...rest,
    }),
  ]);
const openRow = async () => {
  // With all campaigns there: the head leaves figures out.
  await shown('[role=status]');
  (await shown('[data-campaign-id] > button')).click();
  return shown('.detail');
};

test('an opened row shows limits, inboxes, capacity, follow-ups and the last 24 hours', async () => {
  openRich({
    readHistory: async (workspaceId, id) => [
      {
        workspaceId,
        campaignId: id,
        at: NOW - 6 * 60 * MINUTE_MS,
        health: 'blocked',
        previousHealth: 'healthy',
        code: null,
        causeCodes: [],
      },
    ],
  });
  await openRow();
  await vi.waitFor(() => expect(text('.figures')).toContain('60 / 100'));
  expect(text('.figures')).toContain('12 / 30');
  expect(all('.inboxes li').map((part) => part.textContent)).toEqual([
    '3 ready',
    '2 at limit',
    '1 waiting between mails',
    '2 disconnected',
  ]);
  expect(text('.figures')).toContain(
    'Could send 100 today; bottleneck: campaign limit; 186 without it.',
  );
  expect(text('.figures')).toContain('14 follow-ups wait, next in 3 h');
  const strip = await shown('.strip');
  expect(strip.children).toHaveLength(48);
  expect([...strip.children].filter(({ className }) => className === 'blocked')).toHaveLength(12);
  expect(strip.getAttribute('aria-label')).toContain('Sending 18 h');
});

test('causes carry their cost and an article, and what Instantly says is named as its own', async () => {
  openRich();
  await openRow();
  const first = await shown('[data-cause=inbox_login_lost]');
  expect(first.textContent).toContain('Costs 60 mails today.');
  const article = first.querySelector('a');
  expect(article?.href).toMatch(/^https:\/\/help\.instantly\.ai\//);
  expect(article?.target).toBe('_blank');
  expect(article?.rel).toBe('noreferrer');
  expect(text('[data-cause=instantly_error] .theirs')).toBe('Instantly says: A snag of ours.');
  expect(text('[data-cause=instantly_error]').match(/A snag of ours/g)).toHaveLength(1);
});

/** Answers to questions to Instantly; that the row is looked at is told besides. */
const answering = (answer: object) => {
  const asked = vi.fn(async (_type: string, _request: object): Promise<object> => answer);
  const send = async (type: string, request: object): Promise<object> =>
    type === 'check.look' ? { ok: true } : asked(type, request);
  return { asked, send: send as unknown as PopupPorts['send'] };
};

test('Instantly’s AI summary is asked for by a press, and named as Instantly’s', async () => {
  const { asked, send } = answering({
    ok: true,
    summary: 'Two \u202Einboxes lost the connection.',
  });
  openRich({ send });
  await openRow();
  await shown('[data-ask-ai]');
  expect(asked).not.toHaveBeenCalled();
  (await shown('[data-ask-ai]')).click();
  await vi.waitFor(() =>
    expect(text('.ai figure')).toBe('Instantly’s AI summaryTwo inboxes lost the connection.'),
  );
  expect(asked).toHaveBeenCalledExactlyOnceWith('ask.aiSummary', {
    workspaceId: WORKSPACE,
    campaignId: campaignId(1),
  });
});

test('an AI summary that fails or is empty is said, and can be asked for again', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { asked, send } = answering({ ok: true, summary: null });
  asked.mockRejectedValueOnce(new Error('gone'));
  openRich({ send });
  await openRow();
  (await shown('[data-ask-ai]')).click();
  await vi.waitFor(() => expect(text('.ai')).toContain('background did not answer. Try again.'));
  (await shown('[data-ask-ai]')).click();
  await vi.waitFor(() => expect(text('.ai')).toBe('Instantly has no summary of this campaign.'));
});

test.each<[AskProblem, string]>([
  [{ kind: 'deferred', until: NOW + 3 * MINUTE_MS }, 'Try again in 3 min.'],
  [{ kind: 'rate_limited', notBefore: NOW + 2 * MINUTE_MS }, 'Try again in 2 min.'],
  [{ kind: 'rate_limited', notBefore: undefined }, 'Instantly asks to slow down.'],
  [{ kind: 'scope_missing', scopes: ['campaigns:read'] }, 'campaigns:read'],
  [{ kind: 'offline' }, 'This computer is offline.'],
  [{ kind: 'locked' }, 'The keys are locked.'],
  [{ kind: 'demo' }, 'recorded demo data'],
])('why there is no AI summary is said: %j', async (problem, said) => {
  openRich({ send: answering({ ok: false, problem }).send });
  await openRow();
  (await shown('[data-ask-ai]')).click();
  expect((await shown(`[data-problem=${problem.kind}]`)).textContent).toContain(said);
});

test('of a paused campaign, and of no other, Instantly’s log tells who paused it at a press', async () => {
  const entry = { at: NOW - HOUR_MS, kind: 'campaign_paused', by: null, isFromApi: true };
  const { asked, send } = answering({
    entries: [{ ...entry, campaignId: campaignId(2) }],
    problem: null,
  });
  open({ send }, [
    verdict(1, 'blocked', { causes: [cause('daily_limit_met')] }),
    verdict(2, 'blocked', { causes: [cause('unexpected_pause')] }),
  ]);
  await shown(`[data-campaign-id="${campaignId(1)}"] button`);
  document.querySelector<HTMLElement>(`[data-campaign-id="${campaignId(1)}"] button`)?.click();
  await shown('.detail');
  expect(document.querySelector('[data-ask-who]')).toBeNull();
  document.querySelector<HTMLElement>(`[data-campaign-id="${campaignId(2)}"] button`)?.click();
  (await shown('[data-ask-who]')).click();
  await vi.waitFor(() =>
    expect(text('.who')).toBe('Instantly’s log, 19:48: paused through the API.'),
  );
  expect(asked).toHaveBeenCalledExactlyOnceWith('ask.auditLog', { workspaceId: WORKSPACE });
});

test('an opened row leads to the steps out of its worst cause that has them, and to none else', async () => {
  open({}, [
    verdict(1, 'blocked', {
      causes: [cause('no_accounts_available'), cause('inbox_login_lost'), cause('daily_limit_met')],
    }),
    verdict(2, 'blocked', { causes: [cause('no_accounts_available')] }),
  ]);
  (await shown(`[data-campaign-id="${campaignId(1)}"] button`)).click();
  const link = await shown('[data-to-guide]');
  expect(link.textContent).toBe('Step by step: Reconnect its inboxes');
  expect(link.getAttribute('href')).toBe(`/dashboard.html#/campaign/${campaignId(1)}/guide`);
  (await shown(`[data-campaign-id="${campaignId(2)}"] button`)).click();
  await shown(`[data-campaign-id="${campaignId(2)}"] .detail`);
  expect(document.querySelector('[data-to-guide]')).toBeNull();
});

test('an opened row quotes Instantly’s own message, once, and shows its answer among the raw values', async () => {
  const reading = { kind: 'read', readAt: NOW, snapshot: { message: 'Out of accounts.' } };
  const observation = { reading, campaign: LISTED } as unknown as ObservationRecord;
  openRich({ readObservation: async () => observation });
  await openRow();
  expect((await shown('.detail > .theirs')).textContent).toBe('Instantly says: Out of accounts.');
  const details = (await shown('details.raw')) as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  expect((await shown('pre')).textContent).toContain('"message": "Out of accounts."');
});

test('a message that a cause quotes already is not quoted again', async () => {
  const reading = { kind: 'read', readAt: NOW, snapshot: { message: 'A snag of ours.' } };
  const readObservation = vi.fn(
    async () => ({ reading, campaign: LISTED }) as unknown as ObservationRecord,
  );
  const causes = [cause('instantly_error', { params: { message: 'A snag of ours.' } })];
  openRich({ readObservation }, { causes });
  await openRow();
  await shown('.figures');
  await vi.waitFor(() => expect(readObservation).toHaveBeenCalled());
  expect(text('.detail').match(/A snag of ours/g)).toHaveLength(1);
});

test('raw values and the dashboard are a press away', async () => {
  openRich();
  await openRow();
  const details = (await shown('details.raw')) as HTMLDetailsElement;
  expect(document.querySelector('pre')).toBeNull();
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  expect((await shown('pre')).textContent).toContain('"code": "inbox_login_lost"');
  const links = all('.actions a, footer a').map((link) => link.getAttribute('href'));
  const page = `/dashboard.html#/campaign/${campaignId(1)}`;
  expect(links).toEqual([`${page}/guide`, page, '/dashboard.html']);
});

test('a client gets another text than the team', async () => {
  const { copyText } = openRich();
  await openRow();
  (await shown('[data-copy=client]')).click();
  await vi.waitFor(() => expect(copyText).toHaveBeenCalled());
  expect(copyText).toHaveBeenCalledWith(expect.not.stringContaining('anna@nw-mail.co'));
  await vi.waitFor(() => expect(text('[data-copy=client]')).toBe('Copied'));
});

test('access to Instantly is asked for by the press itself, and then the campaigns are checked', async () => {
  const requestAccess = vi.fn(async () => true);
  const records = [workspaceRecord({ kind: 'permission_missing', since })];
  const { send } = open(
    {
      requestAccess,
      readHead: async () => headOf(records, []),
      readWorkspaces: async () => records,
    },
    [],
  );
  const button = await shown('[data-state=permission_missing] button');
  expect(button.textContent).toBe('Allow access');
  button.click();
  expect(requestAccess).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith('check.now', {}));
});

test('too many campaigns for the interval is said, with how long a round takes', async () => {
  open({ readJournals: async () => [{ ...journalRecord({}), stretchedMs: 23 * MINUTE_MS }] });
  expect((await shown('[data-state=stretched]')).textContent).toContain('takes 23 min');
});

test('the help offers the side panel where there is one', async () => {
  const openSidePanel = vi.fn();
  open({ openSidePanel });
  (await shown('footer button')).click();
  const buttons = [...(await shown('dialog')).querySelectorAll('button')];
  buttons.find(({ textContent }) => textContent === 'Open as side panel')?.click();
  expect(openSidePanel).toHaveBeenCalledOnce();
});

test('a chosen workspace is remembered, and waits for its own numbers', async () => {
  const records = [
    workspaceRecord(),
    workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE, name: 'Other' }),
  ];
  const other = verdict(50, 'blocked', { workspaceId: OTHER_WORKSPACE });
  let answer = (_fleets: readonly FleetRecord[]): void => undefined;
  const fleets = new Promise<readonly FleetRecord[]>((resolve) => {
    answer = resolve;
  });
  const { writePreference } = open({
    readHead: async () => headOf(records, [...fleet, other]),
    readWorkspaces: async () => records,
    readFleets: () => fleets,
    readPreference: (name) => (name === 'workspace' ? OTHER_WORKSPACE : null),
  });
  const choice = (await shown('select')) as HTMLSelectElement;
  expect(document.querySelector('h1')).toBeNull();
  answer([fleetRecord(fleet), { workspaceId: OTHER_WORKSPACE, verdicts: [other] }]);
  await vi.waitFor(() => expect(text('h1')).toBe('1 campaign needs you'));
  expect(rows()).toEqual([campaignId(50)]);
  choice.value = '';
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length + 1));
  expect(writePreference).toHaveBeenCalledWith('workspace', '');
});

test('a new headline after a check is told to those who do not see it', async () => {
  let changed = (): void => undefined;
  let verdicts: readonly Verdict[] = fleet;
  open({
    subscribe: (onChanged) => {
      changed = onChanged;
      return () => undefined;
    },
    readFleets: async () => [fleetRecord(verdicts)],
  });
  const status = await shown('[role=status]');
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
  expect(status.textContent).toBe('');
  verdicts = fleet.filter(({ health }) => health === 'healthy');
  changed();
  await vi.waitFor(() => expect(status.textContent).toContain('All 2 campaigns are sending'));
});

test('of a workspace that is gone nothing is kept, nor of groups that only some have', async () => {
  const { writePreference } = open({
    readPreference: (name) =>
      ({ workspace: OTHER_WORKSPACE, closed: null, sort: null, grouping: 'workspace' })[name],
  });
  const heading = await shown('[data-group]');
  await vi.waitFor(() => expect(writePreference).toHaveBeenCalledWith('workspace', ''));
  heading.click();
  await vi.waitFor(() => expect(rows()).toEqual([]));
  expect(writePreference).toHaveBeenCalledWith('closed', '');
});

test('a reader who wants hours written otherwise gets them at once', async () => {
  let timeFormat: 'h23' | 'h12' = 'h23';
  let changed = (): void => undefined;
  const unwatched = vi.fn();
  const watchReader = (listener: () => void) => {
    changed = listener;
    return unwatched;
  };
  open({ watchReader }, fleet, {
    locale: 'en',
    timeZone: 'UTC',
    get timeFormat() {
      return timeFormat;
    },
  });
  const title = () => document.querySelector<HTMLElement>('time.age')?.title ?? '';
  await vi.waitFor(() => expect(title()).toMatch(/^\d\d:\d\d$/));
  timeFormat = 'h12';
  await vi.waitFor(() => {
    changed();
    expect(title()).toMatch(/\d\s[AP]M$/);
  });
  unmount();
  expect(unwatched).toHaveBeenCalled();
});

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
    expect(document.activeElement).toBe(note);
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
    key('Escape');
    await vi.waitFor(() => expect(document.querySelector('[data-act]')).toBeNull());
    expect(document.querySelector('.detail')).not.toBeNull();
  });
});
