import { describe, expect, test } from 'vitest';
import { type AlertLogRecord, MINUTE_MS } from '#model';
import { campaignId, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { logCsv, logJson, logRowsOf, summarize, tookMs } from './log-rows.ts';
import { createDashboardWords } from './words.ts';

const words = createDashboardWords({ locale: 'en', timeZone: 'UTC' });
const record = (
  kind: AlertLogRecord['kind'],
  minutes: number,
  rest: Partial<AlertLogRecord> = {},
): AlertLogRecord => ({
  workspaceId: WORKSPACE,
  campaignId: campaignId(1),
  code: 'silent_stop',
  severity: 'red',
  since: NOW,
  at: NOW + minutes * MINUTE_MS,
  kind,
  reason: null,
  ...rest,
});
const NAMES = {
  campaigns: new Map([[campaignId(1), verdict(1, 'blocked', { name: '=1+1,"x"' })]]),
  workspaces: new Map([[WORKSPACE, 'Northwind']]),
};

describe('what the log comes to', () => {
  test('medians of what was detected and of what is over, in any order', () => {
    const log = [
      ...[10, 2, 4].map((minutes) => record('fired', minutes)),
      ...[60, 20].map((minutes) => record('resolved', minutes)),
      record('announced', 3),
      record('held', 3, { reason: 'snoozed' }),
      record('recovered', 61),
    ];
    expect(summarize(log)).toEqual({
      detectMs: 4 * MINUTE_MS,
      recoverMs: 40 * MINUTE_MS,
      announced: 1,
      held: 1,
    });
  });

  test('is not known where nothing was detected or is over', () => {
    expect(summarize([record('pending', 0)])).toEqual({
      detectMs: null,
      recoverMs: null,
      announced: 0,
      held: 0,
    });
  });

  test('only detecting and recovering take time, and a clock that was set back takes none', () => {
    expect(tookMs(record('announced', 5))).toBeNull();
    expect(tookMs(record('fired', -5))).toBe(0);
  });
});

describe('rows', () => {
  const log = [
    record('fired', 1),
    record('held', 2, { reason: 'quiet_hours' }),
    record('announced', 3, { campaignId: campaignId(9) }),
    record('announced', 4, { campaignId: null, code: 'of_a_later_version' as never }),
  ];
  const rows = logRowsOf(log, NAMES, words);

  test('come with the latest first, and say of whom they are', () => {
    expect(rows.map(({ name, isWhole }) => [name, isWhole])).toEqual([
      [null, true],
      [null, false],
      ['=1+1,"x"', false],
      ['=1+1,"x"', false],
    ]);
    expect(rows.at(-1)).toMatchObject({
      cause: 'Says healthy, sends nothing',
      workspace: 'Northwind',
    });
  });

  test('are exported with instants, codes and figures; no cell is read as a formula', () => {
    const [head, , , held, fired] = logCsv(rows).split('\r\n');
    expect(head).toBe(
      'at,workspace,campaign,campaignId,code,cause,severity,kind,reason,since,tookSeconds',
    );
    expect(held).toContain('quiet_hours');
    expect(fired).toContain(`"'=1+1,""x"""`);
    expect(fired?.endsWith(',60')).toBe(true);
    expect(JSON.parse(logJson(rows))[0]).toMatchObject({
      code: 'of_a_later_version',
      campaign: null,
    });
  });

  test('of nothing are an empty file', () => {
    expect([logCsv([]), logJson([])]).toEqual(['', '[]\n']);
  });
});
