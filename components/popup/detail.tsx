import { useState } from 'preact/hooks';
import type { Verdict } from '#model';
import { AiSummary } from './ai-summary.tsx';
import { CauseList } from './cause-list.tsx';
import { type DetailProps, usePopup } from './context.ts';
import { Figures } from './figures.tsx';
import { useLaterWords } from './later-words.ts';
import { rawText } from './raw.ts';
import { RowActions } from './row-actions.tsx';
import { StateStrip } from './state-strip.tsx';

const Raw = ({ verdict }: { readonly verdict: Verdict }) => {
  const words = useLaterWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="raw" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.t('popup.raw')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
      {isOpen && <pre tabIndex={0}>{rawText(verdict)}</pre>}
    </details>
  );
};

/** An opened row: why, how it went, what today can hold, and what can be done from here. */
export const Detail = ({ verdict }: DetailProps) => {
  const { model } = usePopup();
  const words = useLaterWords();
  const now = model.slowNow.value;
  return (
    <div class="detail">
      <CauseList verdict={verdict} />
      <RowActions verdict={verdict} />
      <StateStrip verdict={verdict} />
      <p class="since">{words.t('popup.since', { at: verdict.since, now })}</p>
      <Figures verdict={verdict} />
      <AiSummary verdict={verdict} />
      <Raw verdict={verdict} />
    </div>
  );
};
