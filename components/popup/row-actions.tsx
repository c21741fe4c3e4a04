import { useState } from 'preact/hooks';
import type { Verdict } from '#model';
import { campaignUrl } from '../links.ts';
import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';
import type { Voice } from './report.ts';

/** What can be done with a campaign from its opened row. */
export const RowActions = ({ verdict }: { readonly verdict: Verdict }) => {
  const { model, reader } = usePopup();
  const words = useLaterWords();
  const [copied, setCopied] = useState<Voice | null>(null);
  const copy = async (voice: Voice) => {
    const { reportOf } = await import('./report.ts');
    await model.ports.copyText(reportOf(verdict, voice, reader, model.now.value));
    setCopied(voice);
  };
  const label = (voice: Voice, text: string) => (
    <span aria-live="polite">{copied === voice ? words.t('popup.copied') : text}</span>
  );
  return (
    <div class="actions">
      <button
        type="button"
        class="button first"
        onClick={() => model.ports.openUrl(campaignUrl(verdict.campaignId))}
      >
        {words.t('popup.openInInstantly')}
      </button>
      <button type="button" class="button" data-copy="operator" onClick={() => copy('operator')}>
        {label('operator', words.t('popup.copy'))}
      </button>
      <button type="button" class="button" data-copy="client" onClick={() => copy('client')}>
        {label('client', words.t('popup.copyForClient'))}
      </button>
      <a
        class="button"
        href={`/dashboard.html#/campaign/${verdict.campaignId}`}
        target="_blank"
        rel="noreferrer"
      >
        {words.t('popup.onDashboard')}
      </a>
    </div>
  );
};
