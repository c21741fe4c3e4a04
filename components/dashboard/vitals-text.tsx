import type { DomainVitals } from '#model';
import { useDashboard } from './context.ts';
import { RecordLine } from './record-line.tsx';
import type { DashboardWords } from './words.ts';

/** In the order in which they are to be mended: what replies need, then what receivers ask for, last what builds on both. */
const RECORDS = ['mx', 'spf', 'dkim', 'dmarc'] as const;

/** The answer in one sentence, and what to do first; null where there is nothing to do. */
export const vitalsWords = (
  vitals: DomainVitals,
  words: DashboardWords,
): { readonly headline: string; readonly advice: string | null } => {
  const failing = RECORDS.filter((record) => vitals[record] === false);
  const unread = RECORDS.filter((record) => vitals[record] === null);
  const [first] = failing;
  if (first) {
    return {
      headline: words.t('vitals.failing', { count: failing.length }),
      advice: words.t('vitals.first', { advice: words.t(`vitals.advice.${first}`) }),
    };
  }
  if (unread.length > 0) {
    return {
      headline: words.t('vitals.unread', { count: unread.length }),
      advice: words.t('vitals.first', { advice: words.t('vitals.advice.unread') }),
    };
  }
  return { headline: words.t(vitals.isPassing ? 'vitals.passing' : 'vitals.odd'), advice: null };
};

/** How the records of a domain stand, each in words. */
export const VitalsText = ({ vitals }: { readonly vitals: DomainVitals | null }) => {
  const { words } = useDashboard();
  if (!vitals) return <p data-vitals="none">{words.t('vitals.nothing')}</p>;
  const { headline, advice } = vitalsWords(vitals, words);
  return (
    <div data-vitals={vitals.domain}>
      <p>
        <strong>{headline}</strong>
      </p>
      <ul class="records">
        {RECORDS.map((record) => (
          <RecordLine
            key={record}
            name={record}
            label={words.t(`vitals.record.${record}`)}
            isPassing={vitals[record]}
          />
        ))}
      </ul>
      {advice && <p class="first-step">{advice}</p>}
    </div>
  );
};
