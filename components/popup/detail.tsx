import { useMemo, useState } from 'preact/hooks';
import type { Verdict } from '#model';
import type { ObservationRecord } from '#store/read';
import { tidy } from '#words';
import { AiSummary } from '../asking/ai-summary.tsx';
import { pauseAmong } from '../asking/pause-told.ts';
import { createAskWords } from '../asking/problem-text.ts';
import { useLook } from '../asking/use-look.ts';
import { messageIn, useObservation } from '../asking/use-observation.ts';
import { WhoPaused } from '../asking/who-paused.tsx';
import { CauseList } from './cause-list.tsx';
import { type DetailProps, usePopup } from './context.ts';
import { Figures } from './figures.tsx';
import { useLaterWords } from './later-words.ts';
import { rawText } from './raw.ts';
import { RowActions } from './row-actions.tsx';
import { RowGuide } from './row-guide.tsx';
import { RowOffers } from './row-offers.tsx';
import { RowSilencing } from './row-silence.tsx';
import { StateStrip } from './state-strip.tsx';
import './detail.css';

interface FactsProps {
  readonly verdict: Verdict;
  readonly observation: ObservationRecord | null;
}

const Raw = ({ verdict, observation }: FactsProps) => {
  const words = useLaterWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="raw" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.t('popup.raw')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
      {isOpen && <pre tabIndex={0}>{rawText({ verdict, observation })}</pre>}
    </details>
  );
};

/** Instantly's own sentence, unless a cause above quotes it already. */
const Theirs = ({ verdict: { causes }, observation }: FactsProps) => {
  const words = useLaterWords();
  const message = tidy(messageIn(observation), 300);
  const isQuoted = causes.some(({ params }) => tidy(String(params['message']), 300) === message);
  if (message === '' || isQuoted) return null;
  return (
    <p class="theirs">
      {words.t('popup.instantlySays')}: <q dir="auto">{message}</q>
    </p>
  );
};

/** An opened row: why, how it went, what today can hold, and what can be done from here. */
export const Detail = ({ verdict }: DetailProps) => {
  const { model, reader } = usePopup();
  const words = useLaterWords();
  const askWords = useMemo(() => createAskWords(reader), [reader]);
  useLook(model.ports.send, verdict.campaignId);
  const observation = useObservation(model.ports, verdict);
  const now = model.slowNow.value;
  return (
    <div class="detail">
      <CauseList verdict={verdict} />
      {pauseAmong(verdict.causes) && (
        <WhoPaused verdict={verdict} port={model.ports} words={askWords} now={now} />
      )}
      <RowGuide verdict={verdict} />
      <RowOffers verdict={verdict} />
      <RowActions verdict={verdict} />
      <RowSilencing verdict={verdict} />
      <StateStrip verdict={verdict} />
      <p class="since">{words.t('popup.since', { at: verdict.since, now })}</p>
      <Figures verdict={verdict} />
      <Theirs verdict={verdict} observation={observation} />
      <AiSummary verdict={verdict} send={model.ports.send} words={askWords} now={now} />
      <Raw verdict={verdict} observation={observation} />
    </div>
  );
};
