import { MARKS_AT_MOST, type MarksRequest } from '#messages';
import type { CampaignId } from '#model';
import type { Candidate } from './locate/candidate.ts';

/**
 * The question about what a list shows; what comes last on a page that shows too much is not asked for. A row that
 * carries an id is asked for its texts as well: what it is called says where its mark goes, and whether it was used again.
 */
export const questionAbout = (
  kind: MarksRequest['kind'],
  candidates: readonly Candidate[],
): MarksRequest => {
  const carriers = candidates.filter(({ id }) => id);
  const others = candidates.filter(({ id }) => !id);
  const ids = carriers.flatMap(({ id }) => id ?? []);
  const isCampaigns = kind === 'campaigns';
  return {
    kind,
    ids: isCampaigns ? ([...new Set(ids)].slice(0, MARKS_AT_MOST.ids) as CampaignId[]) : [],
    texts: [
      ...new Set([
        ...(isCampaigns ? [] : ids),
        ...[...others, ...carriers].flatMap(({ texts }) => texts),
      ]),
    ]
      .filter(({ length }) => length <= MARKS_AT_MOST.textLength)
      .slice(0, MARKS_AT_MOST.texts),
  };
};
