import { render } from 'preact';
import type { PanelAnswer } from '#messages';
import type { Health, InstantMs, Verdict } from '#model';
import type { Reader } from '#words';
import { freshen } from '../freshness.ts';
import { Glyph } from '../glyph/index.tsx';
import { Answer, Head, headlineOf, stateTextOf } from './answer.tsx';
import { createPanelWords, type PanelWords } from './words.ts';

type PanelState = { readonly kind: 'asking' | 'no_answer' } | PanelAnswer;

interface PanelProps {
  readonly state: PanelState;
  readonly now: InstantMs;
  readonly isCollapsed: boolean;
  readonly onToggle: () => void;
  readonly onOpenOptions: (event: Event) => void;
}

const verdictOf = (state: PanelState, now: InstantMs): Verdict | null =>
  state.kind === 'known'
    ? freshen(state.verdict, Math.max(state.checkedAt ?? 0, state.verdict.observedAt), now)
    : null;

const healthOf = (state: PanelState, now: InstantMs): Health =>
  verdictOf(state, now)?.health ?? 'unknown';

const ageOf = (state: PanelState, words: PanelWords, now: InstantMs): string => {
  if (state.kind !== 'known') return '';
  return state.checkedAt === null
    ? words.t('panel.neverChecked')
    : words.t('panel.checked', { ago: words.ago(state.checkedAt, now) });
};

const Pill = ({ state, now, onToggle, words }: PanelProps & { readonly words: PanelWords }) => {
  const verdict = verdictOf(state, now);
  const at = verdict?.nextSendAt ?? null;
  const detail =
    at === null
      ? verdict && headlineOf({ verdict, words, now })
      : words.t('panel.nextSend', { until: words.until(at, now) });
  const health = healthOf(state, now);
  return (
    <button type="button" class="pill" title={words.t('panel.expand')} onClick={onToggle}>
      <Glyph health={health} size={14} />
      {detail
        ? words.t('panel.pill', { health: words.healthWord(health), detail })
        : words.t('panel.title')}
    </button>
  );
};

const Content = ({
  state,
  now,
  onOpenOptions,
  words,
}: PanelProps & { readonly words: PanelWords }) => {
  const verdict = verdictOf(state, now);
  if (state.kind === 'known' && verdict) {
    const trouble = stateTextOf(state.workspaceState, state.workspaceName, words);
    return (
      <>
        {trouble && <p class="trouble">{trouble}</p>}
        <Answer verdict={verdict} words={words} now={now} />
      </>
    );
  }
  switch (state.kind) {
    case 'asking':
      return <p class="body">{words.t('panel.asking')}</p>;
    case 'not_connected':
      return (
        <div class="body">
          <Head glyph="unknown" headline={words.t('panel.notConnected')}>
            <p>{words.t('panel.notConnectedText')}</p>
          </Head>
          <button type="button" class="button first" onClick={onOpenOptions}>
            {words.t('panel.openOptions')}
          </button>
        </div>
      );
    case 'not_known':
      return (
        <div class="body">
          <Head glyph="unknown" headline={words.t('panel.notKnown')}>
            <p>{words.t('panel.notKnownText', { count: state.workspaces })}</p>
          </Head>
          <button type="button" class="button" onClick={onOpenOptions}>
            {words.t('panel.openOptions')}
          </button>
        </div>
      );
    default:
      return (
        <div class="body">
          <Head glyph="unknown" headline={words.t('panel.noAnswer')}>
            <p>{words.t('panel.noAnswerText')}</p>
          </Head>
        </div>
      );
  }
};

const Panel = (props: PanelProps & { readonly words: PanelWords }) => {
  const { state, now, isCollapsed, onToggle, words } = props;
  if (isCollapsed) return <Pill {...props} />;
  return (
    <aside
      class="panel"
      aria-label={words.t('panel.title')}
      onKeyDown={(event) => event.key === 'Escape' && onToggle()}
    >
      <header>
        <b>{words.t('panel.title')}</b>
        <span>{ageOf(state, words, now)}</span>
        <button type="button" aria-label={words.t('panel.collapse')} onClick={onToggle}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path class="stroke" d="M2 6h8" />
          </svg>
        </button>
      </header>
      <Content {...props} />
    </aside>
  );
};

/** How the panel in Instantly's web app looks, for one reader: to be passed to the overlay. */
export const createPanelView = (reader: Reader) => {
  let { timeFormat } = reader;
  const words = createPanelWords({
    ...reader,
    get timeFormat() {
      return timeFormat ?? 'system';
    },
  });
  return {
    render: (into: Element, frame: PanelProps): void => {
      // The settings are out of a content script's reach: the choice comes with the answer.
      if (frame.state.kind === 'known') timeFormat = frame.state.timeFormat;
      render(<Panel {...frame} words={words} />, into);
    },
    clear: (into: Element): void => {
      render(null, into);
    },
    healthOf,
  };
};
