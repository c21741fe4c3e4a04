import {
  CHANGE_PROBLEMS,
  CHANGE_REFUSALS,
  CHANGE_RISKS,
  type ChangeNote,
  type ChangeOutcome,
  parseWorkspaceId,
} from '#model';
import type { ExportedAction } from './export-file.ts';
import { isObject, readInstant, readNumber, readOrNull, readText, readWord } from './fields.ts';
import { readChange } from './read-change.ts';
import { type Checked, isWhole, readParams } from './read-records.ts';

const MOST_ID = 100;
const MOST_TEXT = 2_000;

const readId = (value: unknown): string | undefined => readText(value, MOST_ID) || undefined;

const readNote = (value: unknown): ChangeNote | undefined => {
  if (!isObject(value)) return undefined;
  const note: Checked<ChangeNote> = {
    code: readWord(value['code'], [...CHANGE_REFUSALS, ...CHANGE_RISKS, ...CHANGE_PROBLEMS]),
    params: readParams(value['params']),
  };
  return isWhole(note) ? note : undefined;
};

const readOutcome = (value: unknown): ChangeOutcome | undefined => {
  if (!isObject(value)) return undefined;
  const { kind } = value;
  switch (kind) {
    case 'pending':
    case 'verified':
    case 'unknown':
      return { kind };
    case 'sent': {
      const progressPercent = readOrNull(value['progressPercent'], readNumber);
      return progressPercent === undefined ? undefined : { kind, progressPercent };
    }
    case 'waiting': {
      const until = readInstant(value['until']);
      return until === undefined ? undefined : { kind, until };
    }
    case 'not_verified':
    case 'superseded': {
      const found = readParams(value['found']);
      return found && { kind, found };
    }
    case 'failed': {
      const note = readNote(value['note']);
      return note && { kind, note };
    }
    case 'undone': {
      const byId = readId(value['byId']);
      return byId === undefined ? undefined : { kind, byId };
    }
    default:
      return undefined;
  }
};

/** One change of the log; undefined when it is not whole. */
export const readAction = (value: unknown): ExportedAction | undefined => {
  if (!isObject(value)) return undefined;
  const action: Checked<ExportedAction> = {
    id: readId(value['id']),
    setId: readId(value['setId']),
    workspaceId: parseWorkspaceId(value['workspaceId']),
    change: readChange(value['change']),
    subject: readText(value['subject'], MOST_TEXT),
    at: readInstant(value['at']),
    by: readWord(value['by'], ['this_browser']),
    before: readParams(value['before']),
    after: readParams(value['after']),
    undoesId: readOrNull(value['undoesId'], readId),
    outcome: readOutcome(value['outcome']),
    outcomeAt: readInstant(value['outcomeAt']),
  };
  return isWhole(action) ? action : undefined;
};
