import type { InstantMs, Verdict } from '#model';
import { isolate, nameText, tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { type DetailProps, type Popup, usePopup } from './context.ts';
import { lazy } from './lazy.tsx';
import type { Line, Part } from './lines.ts';
import { figuresOf } from './row-figures.ts';

const Detail = lazy<DetailProps>(async () => (await import('./detail.tsx')).Detail);
const Silenced = lazy<DetailProps>(async () => (await import('./row-silence.tsx')).Silenced);

interface RowProps {
  readonly verdict: Verdict;
  readonly line: Line;
  readonly measure: Part['measure'] | undefined;
}

const reasonOf = (verdict: Verdict, { words }: Popup, now: InstantMs): string => {
  const [cause] = verdict.causes;
  const { lastKnown } = verdict;
  if (verdict.health === 'unknown' && lastKnown) {
    const health = words.healthWord(lastKnown.health).toLowerCase();
    return words.t('popup.stale', { at: lastKnown.at, now, health });
  }
  // Notes on a campaign that sends are for the opened row; here the answer is that it sends.
  if (verdict.health === 'healthy') return words.t('healthy.headline');
  return cause ? words.cause(cause, now).headline || isolate(cause.code) : '';
};

/**
 * One campaign: what it is, how it stands, why, and since or until when. Opens to its causes.
 * The instant behind a figure comes with the second paint: a browser's first look at its calendar takes milliseconds.
 */
export const Row = ({ verdict, line, measure }: RowProps) => {
  const popup = usePopup();
  const { model, words } = popup;
  const now = model.slowNow.value;
  const isOpen = model.openId.value === verdict.campaignId;
  const { figure, label, filled, at } = figuresOf(verdict, words, now);
  return (
    <li
      ref={measure ?? null}
      class={isOpen ? `row open ${verdict.health}` : 'row'}
      data-campaign-id={verdict.campaignId}
      data-health={verdict.health}
      data-index={line.index}
      aria-posinset={line.position}
      aria-setsize={line.group.verdicts.length}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => model.toggleRow(verdict.campaignId)}
      >
        <Glyph health={verdict.health} size={18} />
        <span class="what">
          <bdi class="name" title={tidy(verdict.name, 300)}>
            {nameText(verdict.name, words.t('popup.unnamed'))}
          </bdi>
          <span class="hidden">{`, ${words.healthWord(verdict.health)}. `}</span>
          <span class="why">{reasonOf(verdict, popup, now)}</span>
          {model.silenced.value.has(verdict.campaignId) && <Silenced verdict={verdict} />}
        </span>
        <span
          class="when"
          title={at === null || !model.isComplete.value ? undefined : words.clock(at, now)}
        >
          <b>{figure}</b>
          {` ${label}`}
          {filled !== null && (
            <span class="meter">
              <i style={{ width: `${filled * 100}%` }} />
            </span>
          )}
        </span>
      </button>
      {isOpen && <Detail verdict={verdict} />}
    </li>
  );
};
