// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Look } from '#store/look';
import { DEFAULT_SETTINGS } from '#store/settings';
import type { SupportFile } from '#transfer';
import { verdict, WORKSPACE, workspaceRecord } from '../fixtures.ts';
import { type Answers, exportFile, optionsPorts, vaultAnswer } from './fixtures.ts';
import { mountOptions } from './index.tsx';

const SETTINGS = Object.keys(DEFAULT_SETTINGS).length;

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
const field = (id: string) => document.getElementById(id) as HTMLInputElement;
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const press = async (name: string) => {
  await vi.waitFor(() => expect(button(name), name).toBeDefined());
  button(name)?.click();
};
const text = () => document.body.textContent ?? '';
const says = (part: string) => vi.waitFor(() => expect(text()).toContain(part));
const alertText = () => document.querySelector('[role=alert]')?.textContent ?? '';
const type = (id: string, value: string) => {
  field(id).value = value;
};
const choose = (id: string, value: string) => {
  const select = document.getElementById(id) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const sentOf = (sent: readonly [string, unknown][], name: string) =>
  sent.filter(([one]) => one === name).map(([, request]) => request);

describe('how keys are kept', () => {
  const pickPassphrase = async (fresh: string, repeat = fresh) => {
    await vi.waitFor(() => expect(field('keep-passphrase')).not.toBeNull());
    field('keep-passphrase').click();
    await vi.waitFor(() => expect(field('keep-new')).not.toBeNull());
    type('keep-new', fresh);
    type('keep-repeat', repeat);
    await press('Keep keys this way');
  };

  test('is changed to one run of the browser without more to say', async () => {
    const { sent } = open({
      'vault.setMode': () => ({ ok: true, vault: { ...vaultAnswer, mode: 'session' } }),
    });
    await vi.waitFor(() => expect(field('keep-session')).not.toBeNull());
    field('keep-session').click();
    await press('Keep keys this way');
    await says('Keys are kept this way now.');
    expect(sentOf(sent, 'vault.setMode')).toEqual([{ choice: { mode: 'session' } }]);
  });

  test('is changed to a passphrase that was typed twice alike', async () => {
    const { sent } = open({
      'vault.setMode': () => ({ ok: true, vault: { ...vaultAnswer, mode: 'passphrase' } }),
    });
    await pickPassphrase('correct horse');
    await says('Keys are kept this way now.');
    expect(sentOf(sent, 'vault.setMode')).toEqual([
      { choice: { mode: 'passphrase', passphrase: 'correct horse', lockAfterMinutes: null } },
    ]);
    for (const input of document.querySelectorAll<HTMLInputElement>('[type=password]')) {
      expect(input.value).toBe('');
    }
  });

  test.each([
    ['correct horse', 'correct house', 'differ'],
    ['short', 'short', 'fewer than eight'],
  ])('is not changed for %s and %s', async (fresh, repeat, problem) => {
    const { sent } = open();
    await pickPassphrase(fresh, repeat);
    await vi.waitFor(() => expect(alertText()).toContain(problem));
    expect(sentOf(sent, 'vault.setMode')).toEqual([]);
  });

  test('asks for the present passphrase before it goes', async () => {
    const { sent } = open({
      'vault.state': () => ({ ...vaultAnswer, mode: 'passphrase', lockAfterMinutes: 60 }),
      'vault.setMode': () => ({ ok: false, problem: 'wrong_passphrase' }),
    });
    await vi.waitFor(() => expect(field('keep-persistent')).not.toBeNull());
    field('keep-persistent').click();
    await vi.waitFor(() => expect(field('keep-new')).toBeNull());
    type('keep-present', 'old passphrase');
    await press('Keep keys this way');
    await vi.waitFor(() => expect(alertText()).toContain('not the passphrase'));
    expect(sentOf(sent, 'vault.setMode')).toEqual([
      { choice: { mode: 'persistent' }, presentPassphrase: 'old passphrase' },
    ]);
    expect(field('keep-present').value).toBe('old passphrase');
  });

  test('while locked nothing but the passphrase is asked for, and unlocking opens it', async () => {
    const ready = { ...vaultAnswer, mode: 'passphrase' as const };
    let isLocked = true;
    const { sent } = open(
      {
        'vault.state': () =>
          isLocked ? { ...ready, state: 'locked', lockedWorkspaceIds: [WORKSPACE] } : ready,
        'vault.unlock': () => {
          isLocked = false;
          return { ok: true, vault: ready };
        },
      },
      { workspaces: [workspaceRecord({ kind: 'locked' })] },
    );
    await says('Keys are locked.');
    expect(field('keep-session')).toBeNull();
    const passphrase = document.querySelector<HTMLInputElement>('.unlock input');
    if (!passphrase) throw new Error('no field');
    passphrase.value = 'correct horse';
    passphrase.form?.requestSubmit();
    await vi.waitFor(() => expect(field('keep-session')).not.toBeNull());
    expect(sentOf(sent, 'vault.unlock')).toEqual([{ passphrase: 'correct horse' }]);
    expect(text()).not.toContain('Keys are locked.');
  });

  test('that cannot be read is said', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    open({ 'vault.state': () => Promise.reject(new Error('gone')) });
    await says('How keys are kept could not be read.');
  });
});

describe('checking', () => {
  test('a choice is stored, and its cost said in words', async () => {
    const many = Array.from({ length: 200 }, (_, n) => verdict(n, 'blocked'));
    const world = open(
      {},
      { readFleets: async () => [{ workspaceId: WORKSPACE, verdicts: many }] },
    );
    await says('About 202 requests a minute, 3.4% of what Instantly allows; never more than 300.');
    choose('set-budgetPercent', '2');
    await says('never more than 120.');
    await says('a round over all campaigns takes about 2 minutes');
    expect(sentOf(world.sent, 'settings.set')).toEqual([{ name: 'budgetPercent', value: 2 }]);
    expect(world.settings.budgetPercent).toBe(2);
    await says('Saved');
  });

  test('a choice that could not be stored is taken back and said', async () => {
    open({ 'settings.set': () => ({ ok: false }) });
    choose('set-checkEveryMinutes', '30');
    await vi.waitFor(() => expect(alertText()).toContain('could not store it'));
    expect(field('set-checkEveryMinutes').value).toBe('5');
  });
});

describe('appearance', () => {
  test('a theme and a density hold at once', async () => {
    const looks: Look[] = [];
    open({}, { keepLook: (look) => looks.push(look) });
    choose('set-theme', 'dark');
    choose('set-density', 'compact');
    await vi.waitFor(() =>
      expect(looks.at(-1)).toMatchObject({ theme: 'dark', density: 'compact' }),
    );
  });

  test('a page that began dark does not turn light until its settings are read', async () => {
    const looks: Look[] = [];
    const dark = { ...DEFAULT_SETTINGS, theme: 'dark' } as const;
    open(
      {},
      {
        readLook: () => dark,
        readSettings: async () => dark,
        keepLook: (look) => looks.push(look),
      },
    );
    await vi.waitFor(() => expect(field('set-theme').value).toBe('dark'));
    expect(new Set(looks.map(({ theme }) => theme))).toEqual(new Set(['dark']));
  });

  test('marks in Instantly’s lists are switched off list by list', async () => {
    const { sent } = open({ 'settings.set': () => ({ ok: true }) });
    await vi.waitFor(() => expect(field('set-areInboxesMarked').value).toBe('true'));
    choose('set-areInboxesMarked', 'false');
    await vi.waitFor(() =>
      expect(sentOf(sent, 'settings.set')).toEqual([{ name: 'areInboxesMarked', value: false }]),
    );
    expect(field('set-areCampaignsMarked').value).toBe('true');
  });

  test('a choice that could not be stored is not kept', async () => {
    const looks: Look[] = [];
    open({ 'settings.set': () => ({ ok: false }) }, { keepLook: (look) => looks.push(look) });
    choose('set-theme', 'dark');
    await vi.waitFor(() => expect(looks.map(({ theme }) => theme)).toContain('dark'));
    await vi.waitFor(() => expect(looks.at(-1)?.theme).toBe('system'));
  });

  test('hours are written as chosen as soon as they are chosen', async () => {
    open();
    await vi.waitFor(() => expect(text()).toMatch(/connected [^·]*\d\s[AP]M/));
    choose('set-timeFormat', 'h23');
    await vi.waitFor(() => expect(text()).not.toMatch(/connected [^·]*\d\s[AP]M/));
  });
});

describe('data', () => {
  const give = (content: string, size = content.length) => {
    const input = field('import-file');
    Object.defineProperty(input, 'files', { value: [{ size, text: async () => content }] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };

  test('an export is saved under its day', async () => {
    const saved: [string, string][] = [];
    open({}, { saveFile: (name, content) => saved.push([name, content]) });
    await press('Export all');
    await says('Saved as sendwatch-2026-11-20.json.');
    expect(saved[0]?.[0]).toBe('sendwatch-2026-11-20.json');
    expect(JSON.parse(saved[0]?.[1] ?? '')).toEqual(exportFile);
  });

  test('a support file is saved, with ids only where they are chosen', async () => {
    const gatherSupport = vi.fn(async () => ({ kind: 'support' }) as SupportFile);
    const saveFile = vi.fn();
    open({}, { saveFile, gatherSupport });
    await press('Save support file');
    await says('Saved as sendwatch-support-2026-11-20.json.');
    expect(saveFile.mock.calls).toEqual([
      ['sendwatch-support-2026-11-20.json', '{"kind":"support"}\n'],
    ]);
    document.querySelector<HTMLInputElement>('#data input[type="checkbox"]')?.click();
    await press('Save support file');
    await vi.waitFor(() => expect(gatherSupport.mock.calls).toEqual([[false], [true]]));
  });

  test('an export that failed saves nothing', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const saveFile = vi.fn();
    open({}, { saveFile, exportAll: () => Promise.reject(new Error('disk')) });
    await press('Export all');
    await vi.waitFor(() => expect(alertText()).toContain('Nothing was saved'));
    expect(saveFile).not.toHaveBeenCalled();
  });

  test.each([
    ['{}', 2, 'not exported by Sendwatch'],
    ['{', 1, 'not a JSON file'],
    ['', 200_000_000, 'larger than any export'],
    [JSON.stringify({ ...exportFile, history: [{}] }), 1, 'part “history”, entry 1'],
  ])('a file %s is refused in words, and nothing is sent', async (content, size, problem) => {
    const { sent } = open();
    give(content, size);
    await vi.waitFor(() => expect(alertText()).toContain(problem));
    expect(sentOf(sent, 'data.import')).toEqual([]);
  });

  test('a file is imported after it was said what is in it and what stays out', async () => {
    const elsewhere = { id: '0190f0c0-0000-7000-8000-00000000000a', name: 'Elsewhere' };
    const file = { ...exportFile, workspaces: [{ ...elsewhere, connectedAt: 0 }] };
    const { sent } = open({
      'data.import': () => ({
        ok: true,
        restored: { history: 0, incidents: 0, actions: 0, settings: SETTINGS },
      }),
    });
    await vi.waitFor(() => expect(button('Remove')).toBeDefined());
    give(JSON.stringify(file));
    await says(`0 changes of state, 0 past incidents, 0 changes made, ${SETTINGS} settings.`);
    await says('Elsewhere');
    expect(sentOf(sent, 'data.import')).toEqual([]);
    await press('Import this');
    await says(
      `Imported: 0 changes of state, 0 past incidents, 0 changes made, ${SETTINGS} settings.`,
    );
    expect(sentOf(sent, 'data.import')).toHaveLength(1);
  });

  test('an import that stops half-way says so', async () => {
    open({ 'data.import': () => ({ ok: false }) });
    give(JSON.stringify(exportFile));
    await press('Import this');
    await vi.waitFor(() => expect(alertText()).toContain('It stopped half-way'));
  });

  test('everything is erased only after the word was typed, and the pages forget as well', async () => {
    const forgetPages = vi.fn();
    const { sent } = open({}, { forgetPages });
    const confirm = async (word: string) => {
      await vi.waitFor(() => expect(field('erase')).not.toBeNull());
      type('erase', word);
      field('erase').form?.requestSubmit();
    };
    await press('Erase all…');
    await confirm('yes');
    await vi.waitFor(() => expect(alertText()).toContain('Nothing was erased'));
    expect(sentOf(sent, 'data.erase')).toEqual([]);
    await confirm('ERASE');
    await says('Everything is erased.');
    expect(sentOf(sent, 'data.erase')).toEqual([{}]);
    expect(forgetPages).toHaveBeenCalledTimes(1);
  });

  test('what could not be erased is said', async () => {
    const forgetPages = vi.fn();
    open({ 'data.erase': () => ({ ok: false }) }, { forgetPages });
    await press('Erase all…');
    await vi.waitFor(() => expect(field('erase')).not.toBeNull());
    type('erase', 'ERASE');
    field('erase').form?.requestSubmit();
    await vi.waitFor(() => expect(alertText()).toContain('Not everything could be erased'));
    expect(forgetPages).not.toHaveBeenCalled();
  });
});
