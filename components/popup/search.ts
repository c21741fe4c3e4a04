import type { CampaignId, Cause, Verdict } from '#model';
import { fold } from './arrange.ts';
import type { Member } from './members.ts';
import type { PopupWords } from './words.ts';

/** Names longer than this are searched up to here: one may be a megabyte. */
const MOST_NAME = 1000;
/** Verdicts whose text is prepared in one go: a few milliseconds. */
const AT_ONCE = 100;

interface Entry {
  readonly name: string;
  readonly causes: readonly Cause[];
  readonly text: string;
}

/** A search over name, headlines of the causes, inboxes and tags: every word of the query, in any order. */
export interface Search {
  find(query: string): (verdict: Verdict, member: Member | undefined) => boolean;
  /** Makes the texts that are searched ahead of the first key, a few at a time. */
  prepare(verdicts: readonly Verdict[]): Promise<void>;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Makes the search of one popup; it remembers each campaign's text while its name and causes stay. */
export const createSearch = (words: PopupWords): Search => {
  // A tag may bring thousands of inboxes to hundreds of campaigns: a list is folded once, not with every key.
  const folded = new WeakMap<readonly string[], string>();
  const textOfList = (list: readonly string[]): string => {
    const text = folded.get(list) ?? fold(list.join('\n'));
    folded.set(list, text);
    return text;
  };
  const isAround = ({ addresses, tags }: Member, word: string): boolean =>
    [...addresses, tags].some((list) => textOfList(list).includes(word));
  const known = new Map<CampaignId, Entry>();
  const textOf = ({ campaignId, name, causes, observedAt }: Verdict): string => {
    const entry = known.get(campaignId);
    if (entry && entry.causes === causes && entry.name === name) return entry.text;
    const headlines = causes.map((cause) => words.cause(cause, observedAt).headline);
    const text = fold([name.slice(0, MOST_NAME), ...headlines].join('\n'));
    known.set(campaignId, { name, causes, text });
    return text;
  };
  return {
    find(query) {
      const wanted = fold(query.trim()).split(/\s+/);
      return (verdict, member) => {
        const text = textOf(verdict);
        return wanted.every(
          (word) => text.includes(word) || (member !== undefined && isAround(member, word)),
        );
      };
    },
    async prepare(verdicts) {
      for (let done = 0; done < verdicts.length; done += AT_ONCE) {
        await pause();
        verdicts.slice(done, done + AT_ONCE).forEach(textOf);
      }
    },
  };
};
