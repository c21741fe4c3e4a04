import { describe, expect, test } from 'vitest';
import { ALERT_PRESETS } from '#model';
import { DEFAULT_SETTINGS } from '#store/settings';
import { sampleSilence } from '../store/alert-fixtures.ts';
import {
  campaignId,
  sampleAction,
  sampleHistory,
  sampleInboxes,
  sampleIncident,
  sampleVerdict,
  sampleWorkspace,
  T0,
  workspaceId,
} from '../store/fixtures.ts';
import { exportData, exportFileName } from './export-data.ts';
import { importData } from './import-data.ts';
import { parseImport } from './parse-import.ts';
import { planImport } from './plan-import.ts';
import { MOST_PART_LENGTH, splitImport } from './split-import.ts';

const NOW = T0 + 1_000;
const SILENCE = sampleSilence({ kind: 'muted', until: null });
const OF_DEMO = sampleSilence({
  id: 'demo',
  scope: { kind: 'workspace', workspaceId: workspaceId(9) },
});
const EVERYWHERE = sampleSilence({
  id: 'everywhere',
  scope: { kind: 'cause', workspaceId: null, code: 'daily_limit_met' },
});
const past = sampleIncident({}, { state: 'resolved', resolvedAt: T0 });

const source = (parts: Partial<Parameters<typeof exportData>[0]> = {}) => ({
  workspaces: async () => [
    sampleWorkspace(),
    sampleWorkspace({ id: workspaceId(9), name: 'Demo', isDemo: true }),
  ],
  historyOf: async (id: string) => [sampleHistory({ workspaceId: id as typeof WORKSPACE })],
  incidents: async () => [
    past,
    sampleIncident({ id: 'demo' }, { workspaceIds: [workspaceId(9)] }),
    sampleIncident({ id: 'both' }, { workspaceIds: [workspaceId(9), WORKSPACE] }),
  ],
  fleets: async () => [
    { workspaceId: WORKSPACE, verdicts: [sampleVerdict()] },
    { workspaceId: workspaceId(9), verdicts: [] },
  ],
  alertRules: async () => ALERT_PRESETS.calm,
  silences: async () => [SILENCE, OF_DEMO, EVERYWHERE],
  actions: async () => [MADE, sampleAction({ id: 'demo.0', workspaceId: workspaceId(9) })],
  inboxes: async (id: string) => (id === WORKSPACE ? sampleInboxes() : undefined),
  ...parts,
});
const WORKSPACE = workspaceId();
const MADE = sampleAction({ outcome: { kind: 'verified' }, jobId: 'a-job' });
const { inverse: _inverse, jobId: _jobId, ...LOGGED } = MADE;
const context = { settings: DEFAULT_SETTINGS, version: '0.1.0', now: NOW };
const exported = async () => JSON.parse(JSON.stringify(await exportData(source(), context)));
const parsed = (file: unknown) => {
  const answer = parseImport(JSON.stringify(file));
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.data;
};

describe('an export', () => {
  test('holds names, settings, history, incidents, fleet and inboxes of real workspaces', async () => {
    const file = await exported();
    expect(file).toMatchObject({ app: 'sendwatch', format: 1, exportedAt: NOW, version: '0.1.0' });
    expect(file.workspaces).toEqual([
      { id: WORKSPACE, name: 'Northwind Outbound', connectedAt: T0 },
    ]);
    expect(file.history).toHaveLength(1);
    expect(file.fleets).toHaveLength(1);
    expect(file.inboxes).toHaveLength(1);
    expect(file.incidents.map((one: typeof past) => one.workspaceIds)).toEqual([
      [WORKSPACE],
      [WORKSPACE],
    ]);
  });

  test('holds nothing of a key and nothing of the demo', async () => {
    const text = JSON.stringify(await exported());
    expect(text).not.toContain(sampleWorkspace().keyTail);
    expect(text).not.toContain(workspaceId(9));
  });

  test('is named after its day', () => {
    expect(exportFileName(Date.UTC(2026, 10, 21, 23, 59))).toBe('sendwatch-2026-11-21.json');
  });
});

describe('a file that is read', () => {
  test('gives back what was exported', async () => {
    expect(parsed(await exported())).toEqual({
      exportedAt: NOW,
      settings: DEFAULT_SETTINGS,
      workspaces: [{ id: WORKSPACE, name: 'Northwind Outbound', connectedAt: T0 }],
      history: [sampleHistory()],
      incidents: [past, sampleIncident({ id: 'both' }, { workspaceIds: [WORKSPACE] })],
      alertRules: ALERT_PRESETS.calm,
      silences: [SILENCE, EVERYWHERE],
      actions: [LOGGED],
    });
  });

  test('may be from before there were rules, silences and changes', async () => {
    const { alertRules: _, silences: __, actions: ___, ...old } = await exported();
    expect(parsed(old)).toMatchObject({ alertRules: null, silences: [], actions: [] });
  });

  test.each([
    ['', 'not_json'],
    ['{"app":"sendwatch"', 'not_json'],
    ['null', 'not_ours'],
    ['[]', 'not_ours'],
    ['{"app":"other"}', 'not_ours'],
    ['{"app":"sendwatch","format":2}', 'newer_format'],
    ['{"app":"sendwatch","format":"1"}', 'damaged'],
  ])('%s is refused as %s', (text, code) => {
    expect(parseImport(text)).toMatchObject({ ok: false, problem: { code } });
  });

  test('larger than any export is refused unread', () => {
    expect(parseImport(' '.repeat(100_000_001))).toEqual({
      ok: false,
      problem: { code: 'too_large' },
    });
  });

  test.each([
    ['settings', { settings: { theme: 'neon' } }, null],
    ['settings', { settings: { checkEveryMinutes: 0 } }, null],
    ['settings', { settings: [] }, null],
    ['workspaces', { workspaces: [{ id: 'x', name: '', connectedAt: 0 }] }, 0],
    ['history', { history: 'all' }, null],
    ['history', { history: [sampleHistory(), { ...sampleHistory(), at: -1 }] }, 1],
    ['history', { history: [{ ...sampleHistory(), at: 1e300 }] }, 0],
    ['history', { history: [{ ...sampleHistory(), health: 'fine' }] }, 0],
    ['history', { history: [{ ...sampleHistory(), campaignId: '../../x' }] }, 0],
    ['history', { history: [{ ...sampleHistory(), causeCodes: [{}] }] }, 0],
    ['history', { history: [{ ...sampleHistory(), code: 'x'.repeat(201) }] }, 0],
    ['incidents', { incidents: [{ ...past, note: 7 }] }, 0],
    ['incidents', { incidents: [{ ...past, incident: null }] }, 0],
    ['incidents', { incidents: [sampleIncident({ params: { x: {} as never } })] }, 0],
    ['incidents', { incidents: [sampleIncident({ subject: { kind: 'other' } as never })] }, 0],
    ['incidents', { incidents: [sampleIncident({ actions: ['rm' as never] })] }, 0],
    ['alertRules', { alertRules: { ...ALERT_PRESETS.calm, digest: { atMinute: 1 } } }, null],
    ['silences', { silences: [SILENCE, { ...SILENCE, note: 'x'.repeat(501) }] }, 1],
    ['actions', { actions: {} }, null],
    ['actions', { actions: [LOGGED, { ...LOGGED, id: '' }] }, 1],
    ['actions', { actions: [{ ...LOGGED, change: { kind: 'delete_campaign' } }] }, 0],
    ['actions', { actions: [{ ...LOGGED, change: { ...LOGGED.change, campaignId: '../x' } }] }, 0],
    ['actions', { actions: [{ ...LOGGED, outcome: { kind: 'waiting', until: 'soon' } }] }, 0],
    ['actions', { actions: [{ ...LOGGED, by: 'somebody' }] }, 0],
  ])('with damaged %s is refused whole, and says where', async (part, damage, place) => {
    const answer = parseImport(JSON.stringify({ ...(await exported()), ...damage }));
    expect(answer).toEqual({ ok: false, problem: { code: 'damaged', part, place } });
  });

  test('brings no field along that is not known', async () => {
    const file = await exported();
    file.history[0].key = 'secret';
    file.settings.apiKey = 'secret';
    file.settings.constructor = 'x';
    expect(JSON.stringify(parsed(file))).not.toContain('secret');
    expect(Object.hasOwn(parsed(file).settings, 'constructor')).toBe(false);
    const polluting = JSON.stringify(file).replace(
      '"settings":{',
      '"settings":{"__proto__":{"a":1},',
    );
    expect(parseImport(polluting).ok).toBe(true);
    expect(({} as { a?: number }).a).toBeUndefined();
  });
});

describe('a plan', () => {
  test('names workspaces that are not connected and leaves their history out', async () => {
    const data = parsed(await exported());
    const plan = planImport(data, new Set(), NOW);
    expect(plan.notConnected).toEqual(['Northwind Outbound']);
    expect(plan.data.history).toEqual([]);
    expect(plan.data.incidents).toEqual([]);
    expect(plan.data.actions).toEqual([]);
    expect(plan.data.silences).toEqual([EVERYWHERE]);
  });

  test('leaves out what is silenced no longer', async () => {
    const data = parsed(await exported());
    const later = planImport(data, new Set([WORKSPACE]), T0 + 3_600_000);
    expect(later.data.silences).toEqual([SILENCE]);
  });

  test('takes neither what is yet to happen nor incidents that are open', async () => {
    const data = parsed(await exported());
    const plan = planImport(data, new Set([WORKSPACE]), T0 - 1);
    expect(plan.data.history).toEqual([]);
    expect(plan.data.incidents).toEqual([]);
    expect(plan.data.actions).toEqual([]);
    expect(planImport(data, new Set([WORKSPACE]), NOW).data.incidents).toEqual([past]);
  });
});

test('parts of an import are files of their own, small enough, and together the whole', async () => {
  const history = Array.from({ length: 12_000 }, (_, n) => sampleHistory({ at: n }));
  const data = { ...parsed(await exported()), history };
  const parts = splitImport(data);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(part.length).toBeLessThan(MOST_PART_LENGTH);
  const read = parts.map((part) => parsed(JSON.parse(part)));
  expect(read.flatMap((part) => part.history)).toEqual(history);
  expect(read.flatMap((part) => part.incidents)).toEqual(data.incidents);
  expect(read.flatMap((part) => part.actions)).toEqual(data.actions);
  expect(read.map((part) => Object.keys(part.settings).length).filter(Boolean)).toHaveLength(1);
  expect(read.at(-1)?.settings).toEqual(data.settings);
  expect(read.map(({ alertRules }) => alertRules).filter(Boolean)).toEqual([data.alertRules]);
  expect(read.flatMap(({ silences }) => silences)).toEqual(data.silences);
});

describe('restoring', () => {
  const restore = async (file: unknown) => {
    const past: unknown[] = [];
    const log: unknown[] = [];
    const settings: unknown[] = [];
    const told: unknown[] = [];
    const counts = await importData(
      {
        workspaces: async () => [
          sampleWorkspace(),
          sampleWorkspace({ id: workspaceId(9), isDemo: true }),
        ],
        addPast: async (history, incidents, actions) => {
          past.push(...history, ...incidents);
          log.push(...actions);
        },
        putAlertRules: async (rules) => void told.push(rules),
        changeSilences: async (change) => void told.push(...change([SILENCE])),
        writeSetting: async (name, value) => {
          settings.push([name, value]);
        },
        now: () => NOW,
      },
      parsed(file),
    );
    return { past, log, settings, told, counts };
  };

  test('adds the past of connected workspaces and writes the settings', async () => {
    const { past: added, log, settings, told, counts } = await restore(await exported());
    expect(log).toEqual([{ ...MADE, inverse: null, jobId: null }]);
    expect(added).toEqual([sampleHistory(), past]);
    expect(told).toEqual([ALERT_PRESETS.calm, SILENCE, EVERYWHERE]);
    expect(settings).toEqual(Object.entries(DEFAULT_SETTINGS));
    const all = Object.keys(DEFAULT_SETTINGS).length;
    expect(counts).toEqual({ history: 1, incidents: 1, actions: 1, settings: all });
  });

  test('adds nothing to the demo, nor for a workspace that is not connected', async () => {
    const history = [
      sampleHistory({ workspaceId: workspaceId(9) }),
      sampleHistory({ workspaceId: workspaceId(5), campaignId: campaignId(3) }),
    ];
    const { past: added } = await restore({ ...(await exported()), history, incidents: [] });
    expect(added).toEqual([]);
  });
});
