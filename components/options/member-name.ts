import type { GroupMember } from '#messages';
import { tidy } from '#words';
import { useOptions } from './context.ts';

/** How a workspace of a group is called on the page. */
export const useMemberName = (): ((member: GroupMember) => string) => {
  const { words } = useOptions();
  return ({ name }) => tidy(name) || words.t('options.unnamed');
};
