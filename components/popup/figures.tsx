import type { Verdict } from '#model';
import { capacityText, followUpsText, inboxPartsOf } from '../report/index.ts';
import { usePopup } from './context.ts';
import { useEvidenceWords } from './evidence-words.ts';
import { limitsOf } from './figures-words.ts';

const Inboxes = ({ verdict }: { readonly verdict: Verdict }) => {
  const words = useEvidenceWords();
  const parts = inboxPartsOf(verdict.counters.inboxes, words);
  if (parts.length === 0) return null;
  return (
    <div class="inboxes">
      <div class="bar" aria-hidden="true">
        {parts.map(({ tone, count }) => (
          <i key={tone} class={tone} style={{ flexGrow: String(count) }} />
        ))}
      </div>
      <ul aria-label={words.t('panel.inboxes')}>
        {parts.map(({ tone, text }) => (
          <li key={tone}>
            <i class={tone} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The figures of an opened row: limits as meters, inboxes as a bar, what today can hold, what waits. */
export const Figures = ({ verdict }: { readonly verdict: Verdict }) => {
  const { model } = usePopup();
  const words = useEvidenceWords();
  const limits = limitsOf(verdict.counters, words);
  const capacity = capacityText(verdict.capacity, words);
  const followUps = followUpsText(verdict.counters, words, model.slowNow.value);
  return (
    <div class="figures">
      {limits.length > 0 && (
        <dl>
          {limits.map(({ label, text, filled }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
              <dd class="meter" aria-hidden="true">
                <i style={{ width: `${filled * 100}%` }} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Inboxes verdict={verdict} />
      {capacity && <p>{capacity}</p>}
      {followUps && <p>{followUps}</p>}
    </div>
  );
};
