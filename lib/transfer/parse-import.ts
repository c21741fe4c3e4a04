import { type AlertRules, parseAlertRules, parseSilence } from '#model';
import { isSettingName, isSettingValue, type Settings } from '#store/settings';
import { APP, FORMAT, type ImportData, type ImportProblem } from './export-file.ts';
import { isObject, readInstant } from './fields.ts';
import { readAction } from './read-action.ts';
import { readHistory, readIncident, readWorkspace } from './read-records.ts';

/** A file that is larger is not read: twice what history (at most 50 MB) may take. */
export const MOST_IMPORT_BYTES = 100_000_000;

export type ParsedImport =
  | { readonly ok: true; readonly data: ImportData }
  | { readonly ok: false; readonly problem: ImportProblem };

type Outcome<T> = { readonly value: T } | { readonly problem: ImportProblem };

const refuse = (code: Exclude<ImportProblem['code'], 'damaged'>): ParsedImport => ({
  ok: false,
  problem: { code },
});

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Text that is no JSON is one of the answers.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

// A name that only a later version knows is left out; a value that a known one may not take is damage.
const readSettings = (value: unknown): Outcome<Partial<Settings>> => {
  const problem: ImportProblem = { code: 'damaged', part: 'settings', place: null };
  if (!isObject(value)) return { problem };
  const known = Object.entries(value).filter(([name]) => isSettingName(name));
  const isValid = known.every(([name, one]) => isSettingName(name) && isSettingValue(name, one));
  return isValid ? { value: Object.fromEntries(known) } : { problem };
};

const readPart = <T>(
  part: 'workspaces' | 'history' | 'incidents' | 'silences' | 'actions',
  list: unknown,
  read: (value: unknown) => T | undefined,
): Outcome<readonly T[]> => {
  if (!Array.isArray(list)) return { problem: { code: 'damaged', part, place: null } };
  const value: T[] = [];
  for (const [place, one] of list.entries()) {
    const record = read(one);
    if (record === undefined) return { problem: { code: 'damaged', part, place } };
    value.push(record);
  }
  return { value };
};

const readRules = (value: unknown): Outcome<AlertRules | null> => {
  if (value === undefined || value === null) return { value: null };
  const rules = parseAlertRules(value);
  return rules
    ? { value: rules }
    : { problem: { code: 'damaged', part: 'alertRules', place: null } };
};

/**
 * What an exported file restores, built of checked parts only. All or nothing: one damaged record refuses the file, so
 * that nobody believes to have restored what was lost.
 */
export const parseImport = (text: string): ParsedImport => {
  if (text.length > MOST_IMPORT_BYTES) return refuse('too_large');
  const file = readJson(text);
  if (file === undefined) return refuse('not_json');
  if (!isObject(file) || file['app'] !== APP) return refuse('not_ours');
  const format = file['format'];
  if (typeof format === 'number' && format > FORMAT) return refuse('newer_format');
  const exportedAt = readInstant(file['exportedAt']);
  if (format !== FORMAT || exportedAt === undefined) {
    return { ok: false, problem: { code: 'damaged', part: 'file', place: null } };
  }
  const settings = readSettings(file['settings']);
  const workspaces = readPart('workspaces', file['workspaces'], readWorkspace);
  const history = readPart('history', file['history'], readHistory);
  const incidents = readPart('incidents', file['incidents'], readIncident);
  const alertRules = readRules(file['alertRules']);
  // A file from before there were silences or changes has none.
  const silences = readPart('silences', file['silences'] ?? [], parseSilence);
  const actions = readPart('actions', file['actions'] ?? [], readAction);
  if ('problem' in settings) return { ok: false, problem: settings.problem };
  if ('problem' in workspaces) return { ok: false, problem: workspaces.problem };
  if ('problem' in history) return { ok: false, problem: history.problem };
  if ('problem' in incidents) return { ok: false, problem: incidents.problem };
  if ('problem' in alertRules) return { ok: false, problem: alertRules.problem };
  if ('problem' in silences) return { ok: false, problem: silences.problem };
  if ('problem' in actions) return { ok: false, problem: actions.problem };
  return {
    ok: true,
    data: {
      exportedAt,
      settings: settings.value,
      workspaces: workspaces.value,
      history: history.value,
      incidents: incidents.value,
      alertRules: alertRules.value,
      silences: silences.value,
      actions: actions.value,
    },
  };
};
