import { useState } from 'preact/hooks';
import type { PlannedChange } from '#model';
import { type Hindrance, HindranceText, openConfirm } from '../changing/offers.tsx';
import { useDashboard } from './context.ts';
import type { Selection } from './selection.ts';

/** What can be done with all chosen rows together. */
export interface BulkAct {
  readonly kind: 'pause' | 'resume' | 'limit';
  readonly changes: readonly PlannedChange[];
}

interface BulkBarProps {
  readonly selection: Selection;
  readonly count: number;
  readonly acts: readonly BulkAct[];
}

/** How many rows are chosen, and what can be done with them. */
export const BulkBar = ({ selection, count, acts }: BulkBarProps) => {
  const { model, words } = useDashboard();
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);
  if (count === 0) return null;
  const open = async (changes: readonly PlannedChange[]): Promise<void> => {
    const found = await openConfirm(model.ports, changes);
    setHindrance(found);
    if (!found) selection.clear();
  };
  return (
    <section class="bulk" aria-label={words.t('bulk.title')}>
      <b>{words.t('bulk.count', { count })}</b>
      {acts.map(({ kind, changes }) => (
        <button
          key={kind}
          type="button"
          class="button"
          data-bulk={kind}
          onClick={() => open(changes)}
        >
          {words.t(`bulk.${kind}`, { count })}
        </button>
      ))}
      <button type="button" class="link" onClick={selection.clear}>
        {words.t('bulk.clear')}
      </button>
      <HindranceText hindrance={hindrance} words={words} />
    </section>
  );
};
