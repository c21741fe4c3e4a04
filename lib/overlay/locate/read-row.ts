import { type Candidate, LONGEST_TEXT, MOST_TEXTS } from './candidate.ts';
import { OTHER_THAN_TEXT } from './selectors.ts';
import { textsIn } from './texts-in.ts';

const UUID = /(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])/g;
const ADDRESS = /[^\s@"<>()[\]:;,=/?&#]+@[^\s@"<>()[\]:;,=/?&#]+/g;
// Of a row that names everything nothing is known.
const MOST_IDS = 8;
const MOST_ADDRESSES = 3;

type Carriers = Map<string, Pick<Candidate, 'element' | 'by'>>;

// What a link has for "@" is all of its escapes that an address cannot do without.
const readIds = (element: Element, isCampaign: boolean, into: Carriers): void => {
  for (const name of Element.prototype.getAttributeNames.call(element)) {
    const value = Element.prototype.getAttribute.call(element, name)?.replace('%40', '@');
    const by = name === 'href' ? 'link' : 'attribute';
    for (const id of value?.toLowerCase().match(isCampaign ? UUID : ADDRESS) ?? []) {
      if (by === 'link' || !into.has(id)) into.set(id, { element, by });
    }
  }
};

/** What a row says; null where it says more than a row does, or, unless surely a row, a name alone as its cells do. */
export const readRow = (
  row: Element,
  isCampaign: boolean,
  isSure: boolean,
): readonly Candidate[] | null => {
  const ids: Carriers = new Map();
  const texts: string[] = [];
  let said = 0;
  for (const [, text] of textsIn(row, (element) => readIds(element, isCampaign, ids))) {
    if (!text) continue;
    said += 1;
    // What has no letter is a figure, unless it stands where names do.
    const isName = isCampaign ? !texts[0] || /\p{L}/u.test(text) : text.includes('@');
    if (isName && !texts.includes(text)) texts.push(text.slice(0, LONGEST_TEXT));
    if (texts.length > (isCampaign ? MOST_TEXTS : MOST_ADDRESSES)) return null;
  }
  if (ids.size > MOST_IDS) return null;
  if (ids.size > 0) return [...ids].map(([id, where]) => ({ ...where, row, id, texts }));
  if (!isSure && said < 2 && !row.querySelector(OTHER_THAN_TEXT)) return null;
  return texts.length > 0 ? [{ element: row, row, by: 'text', id: null, texts }] : [];
};
