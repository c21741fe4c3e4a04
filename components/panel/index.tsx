import { render } from 'preact';
import type { Health, InstantMs, Verdict } from '#model';
import type { Reader } from '#words';
import { freshen } from '../freshness.ts';
import { Glyph } from '../glyph/index.tsx';
import { Answer, Head } from './answer.tsx';
import type { PanelFrame, PanelState } from './frame.ts';
import { Menu } from './menu.tsx';
import { pillText, TitlePill } from './title-pill.tsx';
import { type AnswerWords, createAnswerWords, createPanelWords, type PanelWords } from './words.ts';

interface WordedFrame extends PanelFrame {
  readonly words: PanelWords;
  /** The words that came with the answer; null before one. */
  readonly answerWords: AnswerWords | null;
}

const verdictOf = (state: PanelState, now: InstantMs): Verdict | null =>
  state.kind === 'known'
    ? freshen(state.verdict, Math.max(state.checkedAt ?? 0, state.verdict.observedAt), now)
    : null;

const healthOf = (state: PanelState, now: InstantMs): Health =>
  verdictOf(state, now)?.health ?? 'unknown';

const Pill = ({ state, now, on, words, answerWords }: WordedFrame) => {
  const verdict = verdictOf(state, now);
  const health = healthOf(state, now);
  return (
    <button type="button" class="pill" title={words.t('panel.expand')} onClick={on('toggle')}>
      <Glyph health={health} size={14} />
      <span>
        {verdict && answerWords
          ? pillText({ verdict, health, words: answerWords, now })
          : words.t('panel.title')}
      </span>
    </button>
  );
};

const Age = ({ state, now, answerWords }: WordedFrame) => {
  if (state.kind !== 'known' || !answerWords) return null;
  const { checkedAt } = state;
  const text =
    checkedAt === null
      ? answerWords.t('panel.neverChecked')
      : answerWords.t('panel.checked', { ago: answerWords.ago(checkedAt, now) });
  // One that grows moves its own beginning.
  return <span key={text}>{text}</span>;
};

const Known = ({ state, now, copied, on, answerWords: words }: WordedFrame) => {
  const verdict = verdictOf(state, now);
  if (state.kind !== 'known' || !verdict || !words) return null;
  const { trouble } = state;
  return (
    <>
      {trouble && (
        <p class="trouble">
          {trouble.text}{' '}
          {trouble.isMendedInOptions && (
            <button type="button" class="link" onClick={on('openOptions')}>
              {words.t('panel.openOptions')}
            </button>
          )}
        </p>
      )}
      <Answer
        verdict={verdict}
        incident={state.incident}
        copied={copied}
        words={words}
        now={now}
        on={on}
      />
    </>
  );
};

const Content = (frame: WordedFrame) => {
  const { state, on, words, answerWords } = frame;
  const said = (headline: string, text: string, connect?: string) => (
    <div class="body">
      <Head glyph="unknown" headline={headline}>
        <p>{text}</p>
      </Head>
      {connect && (
        <button type="button" class="button first" onClick={on('openOptions')}>
          {connect}
        </button>
      )}
    </div>
  );
  if (state.kind === 'no_answer') {
    return said(words.t('panel.noAnswer'), words.t('panel.noAnswerText'));
  }
  if (!answerWords) return <p class="body">{words.t('panel.asking')}</p>;
  const { t } = answerWords;
  switch (state.kind) {
    case 'not_connected':
      return said(t('panel.notConnected'), t('panel.notConnectedText'), t('panel.connect'));
    case 'not_known': {
      const text = t('panel.notKnownText', { count: state.workspaces });
      return said(t('panel.notKnown'), text, t('panel.connect'));
    }
    case 'checking':
      return said(t('panel.checking'), t('panel.checkingText'));
    default:
      return <Known {...frame} />;
  }
};

const Panel = (frame: WordedFrame) => {
  const { isCollapsed, isMenuOpen, on, words, answerWords } = frame;
  if (isCollapsed) return <Pill {...frame} />;
  const onEscape = on('escape');
  return (
    <aside
      class="panel"
      aria-label={words.t('panel.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What is open in the page stays open.
        event.stopPropagation();
        onEscape(event);
      }}
    >
      <header>
        <b>{words.t('panel.title')}</b>
        <Age {...frame} />
        {answerWords && (
          <button
            type="button"
            aria-label={answerWords.t('panel.menu')}
            aria-expanded={isMenuOpen}
            onClick={on('menu')}
          >
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <path class="stroke" d="M2 6h.01M6 6h.01M10 6h.01" />
            </svg>
          </button>
        )}
        <button type="button" aria-label={words.t('panel.collapse')} onClick={on('toggle')}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path class="stroke" d="M2 6h8" />
          </svg>
        </button>
      </header>
      {isMenuOpen && answerWords && <Menu {...frame} words={answerWords} />}
      <Content {...frame} />
    </aside>
  );
};

const sizeOf = ({ firstElementChild: one }: Element): string =>
  `${one?.clientWidth} ${one?.clientHeight}`;

/** How the panel in Instantly's web app looks, for one reader: to be passed to the overlay. */
export const createPanelView = (reader: Reader) => {
  let { timeFormat } = reader;
  const heard: Reader = {
    locale: reader.locale,
    get timeZone() {
      return reader.timeZone;
    },
    get timeFormat() {
      return timeFormat ?? 'system';
    },
  };
  const words = createPanelWords(heard);
  let turn = 0;
  let made: { state: PanelState; words: AnswerWords } | null = null;
  const answerWordsOf = (state: PanelState): AnswerWords | null => {
    if (!('texts' in state)) return null;
    // The settings are out of a content script's reach: the choice comes with the answer.
    if (state.kind === 'known') timeFormat = state.timeFormat;
    if (made?.state !== state) made = { state, words: createAnswerWords(heard, state.texts) };
    return made.words;
  };
  return {
    render: (into: Element, frame: PanelFrame): void => {
      const draw = (): void => {
        const answerWords = answerWordsOf(frame.state);
        render(<Panel key={turn} {...frame} words={words} answerWords={answerWords} />, into);
      };
      // Measuring makes the browser lay out the page at once.
      const size = into.firstChild && sizeOf(into);
      if (!size) turn += 1;
      draw();
      // What grows out of its corner is a layout shift in the page, another element is none; but it would lose the focus.
      if (!size || sizeOf(into) === size || (into.getRootNode() as ShadowRoot).activeElement)
        return;
      turn += 1;
      draw();
    },
    healthOf,
    /** What stands beside the campaign's title; nothing where nothing is known of it. */
    renderTitlePill: (into: Element, state: PanelState, now: InstantMs): void => {
      const verdict = verdictOf(state, now);
      const words = answerWordsOf(state);
      if (!verdict || !words) return;
      const { health } = verdict;
      render(<TitlePill verdict={verdict} health={health} words={words} now={now} />, into);
    },
  };
};
