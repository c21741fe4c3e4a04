import { MARKS_AT_MOST, type MarksAnswer, type MarksRequest } from '#messages';
import { parseCampaignId } from '#model';
import type { Candidate } from './locate/candidate.ts';

/** Questions about one page at most: beyond that, what comes last on it has no marks. */
const QUESTIONS_AT_MOST = 4;

type Kind = MarksRequest['kind'];
/** An answer that tells something. */
export type MarksTold = Exclude<MarksAnswer, { readonly kind: 'none' }>;

/**
 * The questions about what a list shows, none where it shows nothing. A row that carries an id is asked for its texts
 * as well: what it is called says where its mark goes, and whether it was used again.
 */
export const questionsAbout = (
  candidates: readonly Candidate[],
  kind: Kind,
): readonly MarksRequest[] => {
  const ids = new Set(candidates.flatMap(({ id }) => parseCampaignId(id) ?? []));
  const texts = new Set(
    [
      ...(kind === 'inboxes' ? candidates.flatMap(({ id }) => id ?? []) : []),
      ...candidates.flatMap((one) => (one.id === null ? one.texts : [])),
      ...candidates.flatMap((one) => (one.id === null ? [] : one.texts)),
    ].filter(({ length }) => length <= MARKS_AT_MOST.textLength),
  );
  const part = <Item>(all: ReadonlySet<Item>, most: number, n: number): readonly Item[] =>
    [...all].slice(n * most, (n + 1) * most);
  return Array.from({ length: QUESTIONS_AT_MOST }, (_, n) => ({
    kind,
    ids: part(ids, MARKS_AT_MOST.ids, n),
    texts: part(texts, MARKS_AT_MOST.texts, n),
  })).filter((question) => question.ids.length + question.texts.length > 0);
};

/** The answers of one workspace as one, that of the first that tells something; a page shows no two. */
export const joinAnswers = (answers: readonly MarksAnswer[]): readonly MarksTold[] => {
  const told = answers.filter((answer) => answer.kind !== 'none');
  return told.filter(({ workspaceId }) => workspaceId === told[0]?.workspaceId);
};
