import type { Verdict } from '#model';
import type { Affected, Candidate } from './candidate.ts';
import { isRestored } from './restores.ts';

/** One incident per empty tag that at least two campaigns choose their inboxes by. */
export const tagIncidents = (verdicts: readonly Verdict[]): readonly Candidate[] => {
  const byTag = new Map<string, Affected[]>();
  for (const verdict of verdicts) {
    const cause = verdict.causes.find(({ code }) => code === 'empty_tag');
    const tags = cause?.params['tags'];
    if (!cause || !Array.isArray(tags)) continue;
    for (const tag of tags as readonly string[])
      byTag.set(tag, [...(byTag.get(tag) ?? []), { verdict, cause }]);
  }
  return [...byTag]
    .filter(([, affected]) => affected.length >= 2)
    .map(([tagId, affected]) => ({
      id: `empty_tag|tag|${tagId}`,
      code: 'empty_tag' as const,
      subject: { kind: 'tag' as const, tagId },
      params: { count: 1, tags: [tagId] },
      affected,
      restores: affected.filter(({ verdict }) => isRestored(verdict, 'empty_tag')).length,
    }));
};
