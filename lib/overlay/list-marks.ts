import { parseCampaignId } from '#model';
import type { Candidate, Known } from './locate/candidate.ts';
import { findAll } from './locate/dom.ts';
import type { Locator } from './locator.ts';
import { MARK_TAG, type Mark, placeMark, spotIn } from './mark.ts';
import type { Findings, MarksPorts, MarksTold, MarksView } from './marks-ports.ts';
import { pageScheme } from './page-scheme.ts';
import { questionAbout } from './question-about.ts';
import { watchPage } from './watch-page.ts';

const ASK_EVERY_MS = 60_000;
/** A page that takes marks out sooner than this does not render itself anew: it wants them gone. */
const PEACE_MS = 500;
const FIGHTS_AT_MOST = 5;

/** Marks what one list shows, until it is ended. `onTold` hears what is known and what was found of it. */
export const markList = (
  kind: 'campaigns' | 'inboxes',
  ports: MarksPorts,
  locator: Locator,
  view: MarksView,
  onTold: (told: MarksTold | null, findings?: Findings) => void,
): (() => void) => {
  const { document } = ports;
  const marks = new Map<Element, Mark & { readonly placedAt: number }>();
  let told: MarksTold | null = null;
  let asked = '';
  let fights = 0;
  let isAsking = false;

  const drop = (row: Element): void => {
    marks.get(row)?.host.remove();
    marks.delete(row);
  };

  const place = (candidates: readonly Candidate[]): void => {
    const faces = new Map(told?.marks.map((mark) => [mark.id, mark]));
    const known: Known = { ids: new Set(faces.keys()), byText: new Map(told?.named) };
    const places = new Map(locator.placesOf(candidates, known).map((one) => [one.row, one]));
    for (const [row, { id }] of marks) if (places.get(row)?.id !== id) drop(row);
    // Everything is measured before anything is written: one layout instead of one for each row.
    const scheme = pageScheme(document);
    const spots = [...places.values()].flatMap((one) =>
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
      if (face) mark.show(face, scheme);
    }
    const found = candidates.filter(
      ({ id, texts }) => id !== null || texts.some((text) => known.byText.has(text)),
    );
    onTold(told, {
      found: new Set(found.map(({ row }) => row)).size,
      marked: marks.size,
      by: [...new Set([...places.values()].map(({ by }) => by))],
    });
  };

  const ask = async (question: ReturnType<typeof questionAbout>): Promise<void> => {
    isAsking = true;
    try {
      const answer = await ports.ask('panel.marks', question);
      told = answer.kind === 'none' ? null : answer;
    } catch (error) {
      if (!ports.isAlive()) return;
      // Whoever answers nothing was asked too much, or is starting anew; in a minute he is asked again.
      console.warn(error);
      told = null;
    }
    isAsking = false;
    page.look();
  };

  const search = (): void => {
    const own = new Set([...marks.values()].map(({ host }) => host));
    // Left behind by an earlier version, or a copy that the page made.
    for (const host of findAll(document, MARK_TAG)) if (!own.has(host)) host.remove();
    const candidates = locator.findCandidates(document, kind);
    if (candidates.length === 0) told = null;
    place(candidates);
    const question = questionAbout(kind, candidates);
    const text = JSON.stringify(question);
    if (text !== asked && !isAsking) {
      asked = text;
      if (candidates.length > 0) void ask(question);
    }
  };

  const tidy = (): void => {
    let isFight = false;
    for (const [row, { isPlaceSame, isThere, placedAt }] of marks) {
      const isSame = isPlaceSame();
      if (isSame && isThere()) continue;
      isFight ||= isSame && ports.now() - placedAt < PEACE_MS;
      drop(row);
    }
    fights += Number(isFight);
    if (fights === FIGHTS_AT_MOST) end();
  };

  const page = watchPage(ports, tidy, search);
  const askAnew = (): void => {
    asked = '';
    page.look();
  };
  const stops = [ports.onChanged(askAnew), ports.every(ASK_EVERY_MS, askAnew), page.end];
  const end = (): void => {
    for (const stop of stops) stop();
    for (const row of [...marks.keys()]) drop(row);
    onTold(null);
  };
  return end;
};
