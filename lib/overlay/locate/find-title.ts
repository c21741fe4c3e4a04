import { findAll, oneLine } from './dom.ts';
import { isSeen } from './is-seen.ts';
import { HEADING, SKIPPED } from './selectors.ts';

/** The campaign's title on its own page, or null: the only visible heading that says the name and nothing else. */
export const findTitle = (document: Document, name: string): Element | null => {
  const [only, second] = findAll(document, HEADING).filter(
    (heading) =>
      oneLine(heading.textContent ?? '') === oneLine(name) &&
      !heading.closest(SKIPPED) &&
      isSeen(heading),
  );
  return only && name.trim() && !second ? only : null;
};
