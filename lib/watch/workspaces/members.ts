import { type InstantlyClient, InstantlyError, type WorkspaceMember } from '#instantly';
import type { ConnectAnswer, ConnectProblem, ExtensionTable, GroupMember } from '#messages';
import type { WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { findConnected, openClient, payerFor } from './asking.ts';
import { keepRecord, keyOf } from './keys.ts';
import type { WorkspacesPort } from './port.ts';
import { problemOf } from './problem.ts';
import { answerFor, nextOrder, recordOf } from './record.ts';

type MembersAnswer = ExtensionTable['workspace.members']['answer'];
type Wish = ExtensionTable['workspace.addMember']['request'];

interface Refusal {
  readonly ok: false;
  readonly problem: ConnectProblem;
}

const refused = (problem: ConnectProblem): Refusal => ({ ok: false, problem });
const NO_KEY = refused({ code: 'key_rejected', message: '' });

/** More than any agency has; a list without end is cut. */
const MOST_PAGES = 20;

// Accepted, or a word for it that is not known yet.
const isOpen = ({ status }: WorkspaceMember): boolean =>
  status !== 'pending' && status !== 'rejected';

const adminOf = ({ id, adminId }: WorkspaceRecord): WorkspaceId => adminId ?? id;

const readMembers = async (client: InstantlyClient): Promise<readonly WorkspaceMember[]> => {
  const rows = new Map<WorkspaceId, WorkspaceMember>();
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { value, rows: sent, nextCursor } = await client.workspaceMembers(cursor);
    for (const row of value) if (isOpen(row)) rows.set(row.id, row);
    if (nextCursor === undefined || sent === 0) break;
    cursor = nextCursor;
  }
  return [...rows.values()];
};

/** The workspaces that the key of a connected one may act on, itself aside; the admin's own too, when it is not watched. */
export const listMembers = async (
  port: WorkspacesPort,
  workspaceId: WorkspaceId,
): Promise<MembersAnswer> => {
  try {
    const source = await findConnected(port, workspaceId);
    const key = source && (await keyOf(port.vault, source));
    if (source === undefined || key === undefined) return NO_KEY;
    const admin = adminOf(source);
    const rows = await readMembers(openClient(port, { key }, await payerFor(port, admin)));
    const watched = new Set((await port.store.workspaces()).map(({ id }) => id));
    const members = rows
      // Of a group that it is itself a member of, a key sees its own row.
      .filter(({ id }) => id !== admin)
      .map(({ id, name }): GroupMember => ({ id, name, isWatched: watched.has(id) }));
    const isAdminOpen = members.length > 0 && !watched.has(admin);
    const own: GroupMember = { id: admin, name: rows[0]?.adminName ?? '', isWatched: false };
    return { ok: true, members: isAdminOpen ? [own, ...members] : members };
  } catch (error) {
    return refused(problemOf(error, port.now()));
  }
};

/** The name of the workspace that the key acts on; undefined when that turns out to be another one. */
const nameOfMember = async (
  client: InstantlyClient,
  { abilities }: WorkspaceRecord,
  { memberId, name }: Wish,
): Promise<string | undefined> => {
  if (abilities.readWorkspace !== false) {
    const { value } = await client.currentWorkspace();
    return value.id === memberId ? value.name || name : undefined;
  }
  const [campaign] = (await client.listCampaigns(undefined, { limit: 1 })).value;
  return campaign === undefined || campaign.workspaceId === memberId ? name : undefined;
};

/** Watches one more workspace with an admin key. One request shows that the key acts on it and on no other. */
export const addMember = async (port: WorkspacesPort, wish: Wish): Promise<ConnectAnswer> => {
  const { memberId } = wish;
  try {
    const source = await findConnected(port, wish.workspaceId);
    const known = await findConnected(port, memberId);
    if (known !== undefined) return answerFor(known, false);
    const key = source && (await keyOf(port.vault, source));
    if (source === undefined || key === undefined) return NO_KEY;
    const admin = adminOf(source);
    const adminId = memberId === admin ? undefined : admin;
    const asWorkspace = adminId && memberId;
    const client = openClient(port, { key, asWorkspace }, await payerFor(port, memberId));
    const name = await nameOfMember(client, source, wish);
    if (name === undefined) return refused({ code: 'not_a_member', message: '' });
    // What the key may do it may do everywhere: its scopes are its own.
    const { abilities, missingScopes } = source;
    const order = nextOrder(await port.store.workspaces());
    const parts = { id: memberId, adminId, name, key, abilities, missingScopes, order };
    const record = recordOf({ ...parts, now: port.now() });
    await keepRecord(port, record, key);
    return answerFor(record, false);
  } catch (error) {
    const isRefused = error instanceof InstantlyError && error.kind === 'key_rejected';
    // The same key was good a moment ago: it is this workspace that it may not act on.
    if (isRefused) return refused({ code: 'not_a_member', message: error.vendorMessage });
    return refused(problemOf(error, port.now()));
  }
};
