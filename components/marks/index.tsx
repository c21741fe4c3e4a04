import { render } from 'preact';
import { basics } from '#locales/en/basics';
import type { marks } from '#locales/en/marks';
import type { CampaignMark, InboxMark, MarksAnswer } from '#messages';
import type { Cause, Health, InstantMs } from '#model';
import { createWords, type Reader, type Words, withNeededMarks } from '#words';
import { isStale } from '../freshness.ts';
import { Glyph } from '../glyph/index.tsx';

const SIGN_PX = 14;

type Told = Exclude<MarksAnswer, { readonly kind: 'none' }>;
type MarkWords = Words<typeof basics & typeof marks>;

interface Face {
  readonly health: Health;
  readonly text: string;
}

const faceOf = (words: MarkWords, health: Health, ...parts: readonly string[]): Face => {
  const [reason, ...rest] = parts.filter(Boolean);
  const word = words.healthWord(health);
  const why = reason ? words.t('mark.why', { health: word, reason }) : word;
  return { health, text: withNeededMarks([why, ...rest].join(' · ')) };
};

const stale = (words: MarkWords): Face => faceOf(words, 'unknown', words.t('mark.stale'));

const campaignFace = (mark: CampaignMark, words: MarkWords, now: InstantMs): Face => {
  if (isStale(mark.checkedAt, now)) return stale(words);
  const { cause, nextSendAt } = mark;
  return faceOf(
    words,
    mark.health,
    cause ? words.cause(cause, now).headline : '',
    nextSendAt === null ? '' : words.t('mark.next', { until: words.until(nextSendAt, now) }),
  );
};

const inboxFace = (mark: InboxMark, words: MarkWords, now: InstantMs): Face => {
  // The causes of campaigns count inboxes; here it is the one.
  const cause = { code: mark.code, params: { count: 1 } } as unknown as Cause;
  return faceOf(
    words,
    mark.health,
    words.cause(cause, now).headline,
    words.t('mark.affected', { count: mark.campaigns }),
  );
};

/** How the marks in Instantly's lists look, for one reader: to be passed to the overlay. */
export const createMarksView = (reader: Reader) => {
  const wordsOf = ({ texts }: Told): MarkWords =>
    createWords({ ...basics, ...texts } as typeof basics & typeof marks, reader);
  return {
    drawSign: (into: Element, health: Health): void =>
      render(<Glyph health={health} size={SIGN_PX} />, into),
    facesOf: (told: readonly Told[], now: InstantMs): ReadonlyMap<string, Face> =>
      new Map(
        told.flatMap((one): [string, Face][] => {
          const words = wordsOf(one);
          return one.kind === 'campaigns'
            ? one.marks.map((mark) => [mark.id, campaignFace(mark, words, now)])
            : one.marks.map((mark) => [mark.address, inboxFace(mark, words, now)]);
        }),
      ),
    drawSummary: (
      into: Element,
      told: Told & { readonly kind: 'campaigns' },
      { found, marked }: { readonly found: number; readonly marked: number },
      now: InstantMs,
      onOpen: (event: Event) => void,
    ): void => {
      const words = wordsOf(told);
      const counts = (['blocked', 'degraded'] as const).flatMap((health) => {
        const count = told.summary[health];
        return count > 0 ? [{ health, text: words.t(`mark.${health}`, { count }) }] : [];
      });
      const isOld = isStale(told.checkedAt, now);
      const texts = isOld ? [stale(words).text] : counts.map(({ text }) => text);
      render(
        <button
          type="button"
          class="pill"
          title={words.t('mark.open', { found, marked })}
          onClick={onOpen}
        >
          <Glyph health={isOld ? 'unknown' : (counts[0]?.health ?? 'healthy')} size={SIGN_PX} />
          {texts.join(' · ') || words.t('mark.none')}
        </button>,
        into,
      );
    },
    clear: (into: Element): void => render(null, into),
  };
};
