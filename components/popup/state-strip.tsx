import { useEffect, useState } from 'preact/hooks';
import { HEALTHS, type Verdict } from '#model';
import type { HistoryRecord } from '#store/read';
import { durationsOf } from '../dashboard/timeline.ts';
import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';
import { pastDay } from './strip.ts';

/** The last 24 hours as 48 cells; for those who do not see them, how long each state lasted. */
export const StateStrip = ({ verdict }: { readonly verdict: Verdict }) => {
  const { model } = usePopup();
  const words = useLaterWords();
  const [records, setRecords] = useState<readonly HistoryRecord[] | null>(null);
  const { workspaceId, campaignId, observedAt } = verdict;
  useEffect(() => {
    let isGone = false;
    void model.ports.readHistory(workspaceId, campaignId).then((read) => {
      if (!isGone) setRecords(read);
    });
    return () => {
      isGone = true;
    };
  }, [model, workspaceId, campaignId, observedAt]);

  const stored = model.storedOf(campaignId);
  if (!records || !stored) return <div class="past" aria-busy="true" />;
  const { cells, segments } = pastDay(stored, records, model.slowNow.value);
  const lasted = durationsOf(segments);
  const parts = HEALTHS.filter((health) => lasted[health] > 0).map((health) =>
    words.t('popup.past.lasted', {
      health: words.healthWord(health),
      for: words.duration(lasted[health]),
    }),
  );
  if (lasted.unwatched > 0) {
    parts.push(words.t('popup.past.unwatched', { for: words.duration(lasted.unwatched) }));
  }
  const text = new Intl.ListFormat(words.locale).format(parts);
  return (
    <div class="past">
      <div class="strip" role="img" aria-label={`${words.t('popup.past')}: ${text}`} title={text}>
        {cells.map((health, index) => (
          <i key={index} class={health ?? 'unwatched'} />
        ))}
      </div>
      <div class="ends" aria-hidden="true">
        <span>{words.t('popup.past.from')}</span>
        <span>{words.t('time.now')}</span>
      </div>
    </div>
  );
};
