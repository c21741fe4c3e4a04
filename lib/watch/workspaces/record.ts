import type { AbilityReport } from '#instantly';
import type { ConnectAnswer } from '#messages';
import type { InstantMs, WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';

/** What a new record is made of. */
export interface RecordParts extends Pick<AbilityReport, 'abilities' | 'missingScopes'> {
  readonly id: WorkspaceId;
  readonly adminId?: WorkspaceId | undefined;
  readonly name: string;
  readonly key: string;
  /** As it stands under its old key. */
  readonly known?: WorkspaceRecord | undefined;
  /** Place in the list of one that is not known. */
  readonly order?: number;
  readonly now: InstantMs;
}

/** The place behind all others. */
export const nextOrder = (workspaces: readonly WorkspaceRecord[]): number =>
  workspaces.reduce((most, { order }) => Math.max(most, order), -1) + 1;

/** A workspace under a key that it was not watched with before: everything is to be checked. */
export const recordOf = ({ id, adminId, key, known, ...parts }: RecordParts): WorkspaceRecord => ({
  id,
  ...(adminId !== undefined && { adminId }),
  // A name the user gave, or knows it by, stays.
  name: known?.name || parts.name,
  keyTail: key.slice(-4),
  generation: (known?.generation ?? 0) + 1,
  state: { kind: 'first_check', found: 0, checked: 0 },
  abilities: parts.abilities,
  missingScopes: parts.missingScopes,
  connectedAt: known?.connectedAt ?? parts.now,
  order: known?.order ?? parts.order ?? 0,
  isDemo: false,
});

/** What the options page is told of an accepted key. */
export const answerFor = (record: WorkspaceRecord, isReplaced: boolean): ConnectAnswer => ({
  ok: true,
  workspaceId: record.id,
  name: record.name,
  abilities: record.abilities,
  isReplaced,
});
