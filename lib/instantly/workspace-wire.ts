import * as z from 'zod/mini';
import type { WorkspaceId } from '#model';
import { parseWorkspaceId } from '#model';
import { always, clippedText, maybeNull, type Oddities, textAs } from './wire.ts';

/** Which workspace a key belongs to. */
export interface WorkspaceIdentity {
  readonly id: WorkspaceId;
  /** Untrusted text; empty when Instantly gave none. */
  readonly name: string;
}

/** A workspace that an agency's admin workspace may act on. */
export interface WorkspaceMember extends WorkspaceIdentity {
  /** `pending`, `accepted`, `rejected` or something newer. */
  readonly status: string | undefined;
  /** Name of the admin workspace; empty when Instantly gave none. */
  readonly adminName: string;
}

const workspaceId = textAs(parseWorkspaceId);
const name = clippedText(300);

const Workspace = z.lazy(() => z.object({ id: workspaceId, name: always(name) }));

const Member = z.lazy(() =>
  z.object({
    sub_workspace_id: workspaceId,
    sub_workspace_name: maybeNull(name),
    admin_workspace_name: maybeNull(name),
    status: always(clippedText(50)),
  }),
);

/** `workspaces/current` in our words (INSTANTLY.md 2.1). Undefined without a valid id. */
export const readWorkspace = (raw: unknown, odd: Oddities): WorkspaceIdentity | undefined => {
  const parsed = Workspace.safeParse(raw);
  return parsed.data && { id: parsed.data.id, name: odd.take(parsed.data.name) ?? '' };
};

/** One row of `workspace-group-members` in our words (INSTANTLY.md 2.1). Undefined without a valid id. */
export const readMember = (raw: unknown, odd: Oddities): WorkspaceMember | undefined => {
  const row = Member.safeParse(raw).data;
  return (
    row && {
      id: row.sub_workspace_id,
      name: odd.take(row.sub_workspace_name) ?? '',
      status: odd.take(row.status),
      adminName: odd.take(row.admin_workspace_name) ?? '',
    }
  );
};
