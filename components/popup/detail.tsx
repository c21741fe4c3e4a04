import { useMemo, useState } from 'preact/hooks';
import type { Cause } from '#model';
import { tidy } from '#words';
import { campaignUrl } from '../links.ts';
import type { DetailProps } from './context.ts';
import { createEvidenceWords } from './evidence-words.ts';
import { reportOf } from './report.ts';

/** An opened row: its causes, ranked, each with evidence and advice, and what can be done from here. */
export const Detail = ({ verdict, popup }: DetailProps) => {
  const { model, reader } = popup;
  const [isCopied, setCopied] = useState(false);
  const words = useMemo(() => createEvidenceWords(reader), [reader]);
  const now = model.slowNow.value;

  const costs = ({ loss, clearsAt }: Cause, explanation: string): string => {
    const until = clearsAt === null ? '' : words.until(clearsAt, now);
    return [
      // Many explanations say it themselves.
      until === '' || explanation.includes(until) ? '' : words.t('popup.clears', { until }),
      loss ? words.t('popup.lostToday', { count: loss }) : '',
    ].join(' ');
  };
  const copy = async () => {
    await model.ports.copyText(reportOf(verdict, words, now));
    setCopied(true);
  };

  return (
    <div class="detail">
      {verdict.causes.length === 0 && <p>{words.t('popup.nothingWrong')}</p>}
      <ol>
        {verdict.causes.map((cause, index) => {
          const { headline, explanation, advice } = words.cause(cause, now);
          return (
            <li key={cause.code} data-cause={cause.code}>
              <span class={`rank ${cause.severity}`} aria-hidden="true">
                {index + 1}
              </span>
              <strong>{headline || tidy(cause.code)}</strong>
              <p>
                {explanation} {costs(cause, explanation)}
              </p>
              {advice && <p class="advice">{advice}</p>}
            </li>
          );
        })}
      </ol>
      <p class="since">{words.t('popup.since', { at: verdict.since, now })}</p>
      <div class="actions">
        <button
          type="button"
          class="button first"
          onClick={() => model.ports.openUrl(campaignUrl(verdict.campaignId))}
        >
          {words.t('popup.openInInstantly')}
        </button>
        <button type="button" class="button" data-copy onClick={copy}>
          <span aria-live="polite">{words.t(isCopied ? 'popup.copied' : 'popup.copy')}</span>
        </button>
      </div>
    </div>
  );
};
