import { expect, test } from 'vitest';
import type { Change, ChangeOutcome, InboxAddress } from '#model';
import type { ActionRecord } from '#store/read';
import { campaignId, sampleAction, sampleWorkspace, T0 } from '../store/fixtures.ts';
import { APP, FORMAT } from './export-file.ts';
import { importData } from './import-data.ts';
import { parseImport } from './parse-import.ts';

const INBOX = 'ann@send.example' as InboxAddress;
const MADE = sampleAction({ outcome: { kind: 'verified' }, jobId: 'a-job' });

/** The log of changes after an import of these. */
const restored = async (actions: readonly unknown[]): Promise<readonly ActionRecord[]> => {
  const empty = { settings: {}, workspaces: [], history: [], incidents: [] };
  const file = { app: APP, format: FORMAT, exportedAt: T0, ...empty, actions };
  const parsed = parseImport(JSON.stringify(file));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const log: ActionRecord[] = [];
  const never = async (): Promise<never> => {
    throw new Error('a log restores nothing else');
  };
  await importData(
    {
      workspaces: async () => [sampleWorkspace()],
      addPast: async (_, __, added) => void log.push(...added),
      putAlertRules: never,
      changeSilences: never,
      writeSetting: never,
      now: () => T0 + 1_000,
    },
    parsed.data,
  );
  return log;
};

test('a log comes back as past: nothing that Instantly could be asked with is taken from a file', async () => {
  expect(await restored([MADE])).toEqual([{ ...MADE, inverse: null, jobId: null }]);
});

test.each<ChangeOutcome>([
  { kind: 'pending' },
  { kind: 'sent', progressPercent: 40 },
  { kind: 'sent', progressPercent: null },
  { kind: 'waiting', until: T0 + 9_000 },
])('what became of a change that was $kind cannot be known any more', async (outcome) => {
  const [one] = await restored([{ ...MADE, outcome }]);
  expect(one?.outcome).toEqual({ kind: 'unknown' });
});

test.each<ChangeOutcome>([
  { kind: 'verified' },
  { kind: 'unknown' },
  { kind: 'not_verified', found: { limitPerDay: 100 } },
  { kind: 'superseded', found: {} },
  { kind: 'failed', note: { code: 'refused', params: { message: 'no' } } },
  { kind: 'undone', byId: 'later.0' },
])('what is known of a change that is $kind stays', async (outcome) => {
  const [one] = await restored([{ ...MADE, outcome }]);
  expect(one?.outcome).toEqual(outcome);
});

test.each<Change>([
  { kind: 'pause_campaign', campaignId: campaignId() },
  { kind: 'activate_campaign', campaignId: campaignId() },
  { kind: 'set_campaign_limit', campaignId: campaignId(), limitPerDay: 40 },
  { kind: 'set_new_lead_limit', campaignId: campaignId(), limitPerDay: null },
  { kind: 'set_esp_matching', campaignId: campaignId(), isOn: false },
  { kind: 'pause_inbox', inbox: INBOX },
  { kind: 'resume_inbox', inbox: INBOX },
  { kind: 'mark_inbox_fixed', inbox: INBOX },
  { kind: 'set_inbox_limit', inbox: INBOX, limitPerDay: null },
  { kind: 'set_inbox_gap', inbox: INBOX, gapMinutes: 5 },
  { kind: 'set_slow_ramp', inbox: INBOX, isOn: true },
  { kind: 'set_warmup', inboxes: [INBOX], isOn: true },
])('a change of the kind $kind comes back whole', async (change) => {
  const [one] = await restored([{ ...MADE, change: { ...change, apiKey: 'secret' } }]);
  expect(one?.change).toEqual(change);
});
