import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CampaignId } from '#model';
import { Glyph } from '../glyph/index.tsx';
import { healthOf } from '../severity/index.ts';
import { useDashboard } from './context.ts';
import { LogKindText, LogTime } from './log-cells.tsx';
import { logRowsOf } from './log-rows.ts';
import './log.css';

const SHOWN = 40;

/** What was seen of one campaign in the chosen time, and what was told of it. */
export const CampaignLog = ({ campaignId }: { readonly campaignId: CampaignId }) => {
  const { model, words } = useDashboard();
  useEffect(() => void model.wantLog(), [model]);
  const rows = useComputed(() =>
    logRowsOf(
      (model.log.value ?? []).filter((record) => record.campaignId === campaignId),
      { campaigns: model.byId.value, workspaces: model.workspaceNames.value },
      words,
    ),
  ).value;
  if (model.log.value === null) return <p class="quiet" aria-busy="true" />;
  if (rows.length === 0) return <p class="quiet">{words.t('log.ofCampaign.none')}</p>;
  return (
    <ol class="campaign-log">
      {rows.slice(0, SHOWN).map((row) => (
        <li key={`${row.record.at}|${row.record.code}|${row.record.kind}`}>
          <LogTime row={row} />
          <Glyph health={healthOf[row.record.severity]} size={16} />
          <span>{row.cause}</span>
          <span>
            <LogKindText row={row} />
          </span>
        </li>
      ))}
      {rows.length > SHOWN && (
        <li class="quiet">{words.t('dashboard.more', { count: rows.length - SHOWN })}</li>
      )}
    </ol>
  );
};
