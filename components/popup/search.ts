import type { Verdict } from '#model';
import { fold } from './arrange.ts';
import type { Member } from './members.ts';
import type { PopupWords } from './words.ts';

/** Names longer than this are searched up to here: one may be a megabyte. */
const MOST_NAME = 1000;

/** Makes a search over name, headlines of the causes, inboxes and tags: every word of the query, in any order. */
export const createSearch = (words: PopupWords) => {
  // Verdicts do not change, so their text is made once and typing stays quick.
  const folded = new WeakMap<Verdict, string>();
  const textOf = (verdict: Verdict): string => {
    const known = folded.get(verdict);
    if (known !== undefined) return known;
    const { name, causes, observedAt } = verdict;
    const headlines = causes.map((cause) => words.cause(cause, observedAt).headline);
    const text = fold([name.slice(0, MOST_NAME), ...headlines].join('\n'));
    folded.set(verdict, text);
    return text;
  };
  return (query: string): ((verdict: Verdict, member: Member | undefined) => boolean) => {
    const wanted = fold(query.trim()).split(/\s+/);
    return (verdict, member) => {
      const text = textOf(verdict);
      const around = member ? fold([...member.addresses, ...member.tags].join('\n')) : '';
      return wanted.every((word) => text.includes(word) || around.includes(word));
    };
  };
};
