import { useMemo } from 'preact/hooks';
import { type CampaignId, DAY_MS, type WorkspaceId } from '#model';
import { tidy } from '#words';
import { problemText } from '../asking/problem-text.ts';
import { lazy } from '../popup/lazy.tsx';
import { useDashboard } from './context.ts';
import type { ChartProps } from './sent-chart.tsx';
import { daysIn, sumDays } from './sent-days.ts';
import { type DaysOf, useSentDays } from './use-sent-days.ts';

// The chart's library is only needed where there are days to draw.
const SentChart = lazy<ChartProps>(async () => (await import('./sent-chart.tsx')).SentChart);

/** What cannot be shown, or is older than it should be, and why. A demo that has its days lacks nothing. */
const Trouble = ({ of, isNamed }: { readonly of: DaysOf; readonly isNamed: boolean }) => {
  const { model, words } = useDashboard();
  const { workspaceId, known, problem } = of;
  if (problem === null || (problem.kind === 'demo' && known !== null)) return null;
  const now = model.slowNow.value;
  const name = isNamed ? tidy(model.workspaceNames.value.get(workspaceId) ?? '', 80) : '';
  const why =
    problem.kind === 'no_answer' ? words.t('ask.noAnswer') : problemText(problem, words, now);
  return (
    <p class="quiet" data-problem={problem.kind}>
      {name !== '' && (
        <>
          <bdi>{name}</bdi>
          {': '}
        </>
      )}
      {known !== null && `${words.t('sent.asOf', { at: known.readAt, now })} `}
      {why}
    </p>
  );
};

interface SentProps {
  readonly workspaceIds: readonly WorkspaceId[];
  /** Null: all campaigns of these workspaces together. */
  readonly campaignId: CampaignId | null;
  readonly limitPerDay: number | null;
}

/** Mails sent per day in the chosen range, with the limit as a line; says what is being read and what could not be. */
export const Sent = ({ workspaceIds, campaignId, limitPerDay }: SentProps) => {
  const { model, words } = useDashboard();
  const all = useSentDays(workspaceIds, campaignId);
  const range = model.range.value;
  const today = Math.floor(model.slowNow.value / DAY_MS);
  // The chart is drawn anew with every new list: it may not come with the clock.
  const days = useMemo(() => {
    const known = (all ?? []).map((of) => of.known?.days ?? []);
    return daysIn(sumDays(known), range, today * DAY_MS);
  }, [all, range, today]);
  if (all === null) return <p class="quiet" aria-busy="true" />;
  const isKnown = all.some((of) => of.known !== null);
  const isAsking = all.some((of) => of.isAsking);
  const isUnfinished = days.at(-1)?.sent != null;
  return (
    <div data-sent aria-busy={isAsking}>
      {days.length > 0 && <SentChart days={days} limitPerDay={limitPerDay} words={words} />}
      {isUnfinished && <p class="quiet">{words.t('sent.unfinished')}</p>}
      {isAsking && !isKnown && <p class="quiet">{words.t('sent.asking')}</p>}
      {days.length === 0 && isKnown && !isAsking && (
        <p class="quiet">{words.t('campaign.noDays')}</p>
      )}
      <div aria-live="polite">
        {all.map((of) => (
          <Trouble key={of.workspaceId} of={of} isNamed={all.length > 1} />
        ))}
      </div>
    </div>
  );
};
