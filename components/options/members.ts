import type { GroupMember } from '#messages';
import type { WorkspaceRecord } from '#store/read';

/** From this many workspaces on there is a field to find one. */
export const SEARCH_FROM = 11;

const inName = (name: string, query: string, locale: string): boolean =>
  name.toLocaleLowerCase(locale).includes(query.trim().toLocaleLowerCase(locale));

/** The workspaces to show: those with the query in their name, by name; nameless ones last. */
export const shownMembers = (
  members: readonly GroupMember[],
  query: string,
  locale: string,
): readonly GroupMember[] =>
  members
    .filter(({ name }) => inName(name, query, locale))
    .toSorted(
      (a, b) =>
        Number(a.name === '') - Number(b.name === '') ||
        a.name.localeCompare(b.name, locale, { numeric: true }),
    );

/** Whether other workspaces are watched with the same key. */
export const sharesKey = (
  { id, adminId }: WorkspaceRecord,
  workspaces: readonly WorkspaceRecord[],
): boolean => {
  const admin = adminId ?? id;
  return workspaces.some(
    (other) =>
      other.id !== id && (other.adminId === admin || (adminId === other.id && !other.adminId)),
  );
};
