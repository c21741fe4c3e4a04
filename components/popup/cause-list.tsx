import type { Cause, Verdict } from '#model';
import { isolate, tidy } from '#words';
import { usePopup } from './context.ts';
import { useEvidenceWords } from './evidence-words.ts';

const CauseEntry = ({ cause, rank }: { readonly cause: Cause; readonly rank: number }) => {
  const { model } = usePopup();
  const words = useEvidenceWords();
  const now = model.slowNow.value;
  const { message, ...params } = cause.params;
  // Instantly's own sentence stands below, under its name.
  const { headline, explanation, advice, help } = words.cause({ ...cause, params }, now);
  const until = cause.clearsAt === null ? '' : words.until(cause.clearsAt, now);
  const said = [
    explanation,
    // Many explanations say it themselves.
    until === '' || explanation.includes(until) ? '' : words.t('popup.clears', { until }),
    cause.loss ? words.t('popup.lostToday', { count: cause.loss }) : '',
  ].filter(Boolean);
  return (
    <li data-cause={cause.code}>
      <span class={`rank ${cause.severity}`} aria-hidden="true">
        {rank}
      </span>
      <strong>{headline || isolate(cause.code)}</strong>
      {said.length > 0 && <p>{said.join(' ')}</p>}
      {typeof message === 'string' && tidy(message) !== '' && (
        <p class="theirs">
          {words.t('popup.instantlySays')}: <q dir="auto">{tidy(message, 300)}</q>
        </p>
      )}
      {(advice || help) && (
        <p class="advice">
          {advice}{' '}
          {help && (
            <a href={help} target="_blank" rel="noreferrer">
              {words.t('popup.help.cause')}
            </a>
          )}
        </p>
      )}
    </li>
  );
};

/** Why a campaign stands as it does: ranked causes with evidence, cost, time to clear and advice. */
export const CauseList = ({ verdict: { causes } }: { readonly verdict: Verdict }) => {
  const words = useEvidenceWords();
  if (causes.length === 0) return <p>{words.t('popup.nothingWrong')}</p>;
  return (
    <ol>
      {causes.map((cause, index) => (
        <CauseEntry key={`${cause.code}-${index}`} cause={cause} rank={index + 1} />
      ))}
    </ol>
  );
};
