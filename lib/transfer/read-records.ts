import {
  ACTION_IDS,
  type CampaignId,
  type Cause,
  type CauseCode,
  HEALTHS,
  type Incident,
  type IncidentSubject,
  parseCampaignId,
  parseInboxAddress,
  parseWorkspaceId,
} from '#model';
import type { HistoryRecord, IncidentRecord } from '#store/read';
import type { ExportedWorkspace } from './export-file.ts';
import {
  isObject,
  readInstant,
  readList,
  readNumber,
  readOrNull,
  readText,
  readWord,
} from './fields.ts';

const MOST_CODE = 200;
const MOST_TEXT = 2_000;
const MOST_LISTED = 20_000;

// A later version may have stored codes that this one does not know: they are kept and shown raw.
const readCode = (value: unknown): CauseCode | undefined =>
  readText(value, MOST_CODE) as CauseCode | undefined;

/** A workspace of an export; undefined when it is not whole. */
export const readWorkspace = (value: unknown): ExportedWorkspace | undefined => {
  if (!isObject(value)) return undefined;
  const id = parseWorkspaceId(value['id']);
  const name = readText(value['name'], MOST_TEXT);
  const connectedAt = readInstant(value['connectedAt']);
  if (id === undefined || name === undefined || connectedAt === undefined) return undefined;
  return { id, name, connectedAt };
};

/** One change of a verdict; undefined when it is not whole. */
export const readHistory = (value: unknown): HistoryRecord | undefined => {
  if (!isObject(value)) return undefined;
  const workspaceId = parseWorkspaceId(value['workspaceId']);
  const campaignId = parseCampaignId(value['campaignId']);
  const at = readInstant(value['at']);
  const health = readWord(value['health'], HEALTHS);
  const previousHealth = readOrNull(value['previousHealth'], (one) => readWord(one, HEALTHS));
  const code = readOrNull(value['code'], (one) => readText(one, MOST_CODE));
  const causeCodes = readList(value['causeCodes'], 100, readCode);
  if (workspaceId === undefined || campaignId === undefined || at === undefined) return undefined;
  if (health === undefined || previousHealth === undefined) return undefined;
  if (code === undefined || causeCodes === undefined) return undefined;
  return { workspaceId, campaignId, at, health, previousHealth, code, causeCodes };
};

const readParam = (value: unknown): Cause['params'][string] | undefined => {
  if (value === null || typeof value === 'boolean') return value;
  return (
    readNumber(value) ??
    readText(value, MOST_TEXT) ??
    readList(value, MOST_LISTED, (one) => readText(one, MOST_TEXT))
  );
};

/** Evidence, a value under each name; undefined when it is not whole. */
export const readParams = (value: unknown): Cause['params'] | undefined => {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(([name, param]) => [name, readParam(param)] as const);
  if (entries.length > 100 || entries.some(([, param]) => param === undefined)) return undefined;
  return Object.fromEntries(entries) as Cause['params'];
};

const readSubject = (value: unknown): IncidentSubject | undefined => {
  if (!isObject(value)) return undefined;
  const text = (field: string): string | undefined => readText(value[field], MOST_TEXT);
  switch (value['kind']) {
    case 'everything':
      return { kind: 'everything' };
    case 'workspace': {
      const workspaceId = parseWorkspaceId(value['workspaceId']);
      return workspaceId && { kind: 'workspace', workspaceId };
    }
    case 'inboxes': {
      const addresses = readList(value['addresses'], MOST_LISTED, parseInboxAddress);
      return addresses && { kind: 'inboxes', addresses };
    }
    case 'domain': {
      const domain = text('domain');
      return domain === undefined ? undefined : { kind: 'domain', domain };
    }
    case 'provider': {
      const provider = text('provider');
      return provider === undefined ? undefined : { kind: 'provider', provider };
    }
    case 'tag': {
      const tagId = text('tagId');
      return tagId === undefined ? undefined : { kind: 'tag', tagId };
    }
    default:
      return undefined;
  }
};

/** The fields of a record as they were found. */
export type Checked<T> = { readonly [Field in keyof T]: T[Field] | undefined };

/** Whether every field was found whole. */
export const isWhole = <T>(checked: Checked<T>): checked is T & Checked<T> =>
  Object.values(checked).every((value) => value !== undefined);

const readCore = (value: unknown): Incident | undefined => {
  if (!isObject(value)) return undefined;
  const core: Checked<Incident> = {
    id: readText(value['id'], MOST_TEXT),
    code: readCode(value['code']),
    severity: readWord(value['severity'], ['red', 'amber', 'blue', 'grey', 'ok']),
    subject: readSubject(value['subject']),
    params: readParams(value['params']),
    campaignIds: readList<CampaignId>(value['campaignIds'], MOST_LISTED, parseCampaignId),
    loss: readOrNull(value['loss'], readNumber),
    restores: readNumber(value['restores']),
    since: readInstant(value['since']),
    clearsAt: readOrNull(value['clearsAt'], readInstant),
    actions: readList(value['actions'], 100, (one) => readWord(one, ACTION_IDS)),
  };
  return isWhole(core) ? core : undefined;
};

/** One occurrence of an incident; undefined when it is not whole. */
export const readIncident = (value: unknown): IncidentRecord | undefined => {
  if (!isObject(value)) return undefined;
  const record: Checked<IncidentRecord> = {
    incident: readCore(value['incident']),
    workspaceIds: readList(value['workspaceIds'], MOST_LISTED, parseWorkspaceId),
    state: readWord(value['state'], ['pending', 'firing', 'resolved']),
    acknowledgedAt: readOrNull(value['acknowledgedAt'], readInstant),
    snoozedUntil: readOrNull(value['snoozedUntil'], readInstant),
    note: readText(value['note'], MOST_TEXT),
    resolvedAt: readOrNull(value['resolvedAt'], readInstant),
  };
  return isWhole(record) ? record : undefined;
};
