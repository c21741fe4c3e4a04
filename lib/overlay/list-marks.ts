import { parseCampaignId } from '#model';
import { joinAnswers, type MarksTold, questionsAbout } from './ask-marks.ts';
import type { Candidate, Known } from './locate/candidate.ts';
import type { Locator } from './locator.ts';
import { MARK_TAG, type Mark, type MarkFace, placeMark, spotIn } from './mark.ts';
import type { Findings, MarksPorts, MarksView } from './marks-ports.ts';
import { pageScheme } from './page-scheme.ts';

/** While a page moves, it is searched no oftener than this. */
const SEARCH_EVERY_MS = 250;
const ASK_EVERY_MS = 60_000;
/** A page that takes marks out sooner than this does not render itself anew: it wants them gone. */
const PEACE_MS = 500;
const FIGHTS_AT_MOST = 5;

const knownOf = (told: readonly MarksTold[]): Known => ({
  ids: new Set(
    told.flatMap(({ marks }) => marks.map((mark) => ('id' in mark ? mark.id : mark.address))),
  ),
  byText: new Map(told.flatMap(({ named }): readonly (readonly [string, string])[] => named)),
});

// Classes and styles change with every touch of the pointer and name nobody; those of the page as a whole are its theme.
const isMove = ({ attributeName, target }: MutationRecord): boolean =>
  (attributeName !== 'class' && attributeName !== 'style') ||
  target.parentNode?.parentNode === target.ownerDocument ||
  target.parentNode === target.ownerDocument;

/** Marks what one list shows, until it is ended. `onTold` hears what is known and what was found of it. */
export const markList = (
  kind: 'campaigns' | 'inboxes',
  ports: MarksPorts,
  locator: Locator,
  view: MarksView,
  onTold: (told: readonly MarksTold[], findings: Findings) => void,
): (() => void) => {
  const { document } = ports;
  const marks = new Map<Element, Mark & { readonly placedAt: number }>();
  let told: readonly MarksTold[] = [];
  let faces: ReadonlyMap<string, MarkFace> = new Map();
  let asked = '';
  let searchedAt = Number.NEGATIVE_INFINITY;
  let fights = 0;
  let lives = 0;
  let isAsking = false;
  let isOver = false;
  let frame: (() => void) | null = null;
  let later: (() => void) | null = null;

  const drop = (row: Element): void => {
    marks.get(row)?.host.remove();
    marks.delete(row);
  };

  const place = (candidates: readonly Candidate[]): void => {
    const places = locator.placesOf(candidates, knownOf(told)).filter(({ id }) => faces.has(id));
    const byRow = new Map(places.map((one) => [one.row, one]));
    for (const [row, { id }] of marks) if (byRow.get(row)?.id !== id) drop(row);
    // Everything is measured before anything is written: one layout instead of one for each row.
    const scheme = pageScheme(document);
    const spots = [...byRow.values()].flatMap((one) =>
      marks.has(one.row) ? [] : (spotIn(one) ?? []),
    );
    const data = kind === 'campaigns' ? 'campaignId' : 'account';
    for (const spot of spots) {
      const { id, row } = spot.place;
      const open = (): void => ports.openDashboard(parseCampaignId(id) ?? null);
      marks.set(row, { ...placeMark(spot, data, view, open), placedAt: ports.now() });
    }
    for (const mark of marks.values()) {
      const face = faces.get(mark.id);
      if (face) mark.show(face, scheme, lives);
    }
    const rows = new Set(byRow.keys());
    for (const { id, row } of candidates) if (id !== null) rows.add(row);
    onTold(told, { found: rows.size, marked: marks.size });
  };

  const ask = async (questions: ReturnType<typeof questionsAbout>): Promise<void> => {
    isAsking = true;
    try {
      const answers = await Promise.all(questions.map((one) => ports.ask('panel.marks', one)));
      told = joinAnswers(answers);
    } catch (error) {
      if (!ports.isAlive()) return;
      // Whoever answers nothing was asked too much, or is starting anew; in a minute he is asked again.
      console.warn(error);
      told = [];
    }
    isAsking = false;
    lives += 1;
    if (isOver) return;
    faces = view.facesOf(told, ports.now());
    searchedAt = Number.NEGATIVE_INFINITY;
    moved();
  };

  const search = (): void => {
    searchedAt = ports.now();
    const own = new Set([...marks.values()].map(({ host }) => host));
    // Left behind by an earlier version, or a copy that the page made.
    for (const host of document.querySelectorAll(MARK_TAG)) if (!own.has(host)) host.remove();
    const candidates = locator.findCandidates(document, kind);
    place(candidates);
    const questions = questionsAbout(candidates, kind);
    const question = JSON.stringify(questions);
    if (question !== asked && !isAsking) {
      asked = question;
      void ask(questions);
    }
  };

  const tidy = (): void => {
    frame = null;
    const now = ports.now();
    let isFight = false;
    for (const [row, { isPlaceSame, isThere, placedAt }] of marks) {
      const isSame = isPlaceSame();
      if (isSame && isThere()) continue;
      isFight ||= isSame && now - placedAt < PEACE_MS;
      drop(row);
    }
    fights += Number(isFight);
    if (fights === FIGHTS_AT_MOST) {
      end();
      return;
    }
    const waitMs = searchedAt + SEARCH_EVERY_MS - now;
    if (waitMs <= 0) search();
    else {
      // At most so long, also where the clock was set back.
      later ??= ports.after(Math.min(waitMs, SEARCH_EVERY_MS), () => {
        later = null;
        searchedAt = Number.NEGATIVE_INFINITY;
        moved();
      });
    }
    // Nothing of the page’s can be among them: all of this happened in one turn.
    observer.takeRecords();
  };

  const moved = (): void => {
    frame ??= ports.onFrame(tidy);
  };
  const askAnew = (): void => {
    asked = '';
    moved();
  };
  const observer = new MutationObserver((records) => {
    if (records.some(isMove)) moved();
  });
  const stops = [ports.onChanged(askAnew), ports.every(ASK_EVERY_MS, askAnew)];
  const end = (): void => {
    isOver = true;
    observer.disconnect();
    for (const stop of [...stops, frame, later]) stop?.();
    for (const row of [...marks.keys()]) drop(row);
    onTold([], { found: 0, marked: 0 });
  };

  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  moved();
  return end;
};
