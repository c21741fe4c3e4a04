import { useState } from 'preact/hooks';
import type { Change, ChangePlan } from '#model';
import { useConfirm } from './context.ts';

/** A figure that a person may choose otherwise before confirming. */
interface Figure {
  readonly label: 'campaign' | 'newLeads' | 'inbox' | 'gap';
  readonly value: number;
  /** What Instantly takes (lib/model/change.ts). */
  readonly least: number;
  readonly most: number;
  /** As far as the slider goes: a finger's breadth on it is a sensible step. */
  readonly reach: number;
  readonly with: (value: number) => Change;
}

const MOST_MAILS = 100_000;

const roomFor = (before: unknown, least: number): number =>
  Math.max(least, Math.ceil((Number(before) || 0) / 10) * 30);

const figureOf = ({ change, before }: ChangePlan): Figure | null => {
  if (change.kind === 'set_inbox_gap') {
    return {
      label: 'gap',
      value: change.gapMinutes,
      least: 0,
      most: 1_440,
      reach: 60,
      with: (gapMinutes) => ({ ...change, gapMinutes }),
    };
  }
  if (!('limitPerDay' in change) || change.limitPerDay === null) return null;
  const limited = {
    value: change.limitPerDay,
    with: (limitPerDay: number): Change => ({ ...change, limitPerDay }),
  };
  switch (change.kind) {
    case 'set_campaign_limit': {
      const reach = roomFor(before['limitPerDay'], 300);
      return { ...limited, label: 'campaign', least: 1, most: MOST_MAILS, reach };
    }
    case 'set_new_lead_limit': {
      const reach = roomFor(before['newLeadsPerDay'], 150);
      return { ...limited, label: 'newLeads', least: 0, most: MOST_MAILS, reach };
    }
    case 'set_inbox_limit':
      return { ...limited, label: 'inbox', least: 1, most: 1_000, reach: 60 };
  }
};

/** Another figure for a limit, with what it would come to at once. */
export const WhatIf = () => {
  const { model, words } = useConfirm();
  const [plan, ...others] = model.plans.value;
  const figure = plan && others.length === 0 ? figureOf(plan) : null;
  const [reach] = useState(figure ? Math.max(figure.reach, figure.value) : 0);
  if (!figure) return null;
  const { least, most } = figure;
  const label = words.t(`confirm.whatIf.${figure.label}`);
  const value = model.figure.value ?? figure.value;
  const choose = (wanted: number): void => {
    model.figure.value = wanted;
    const isPossible = Number.isInteger(wanted) && wanted >= least && wanted <= most;
    if (isPossible) void model.tryOut(figure.with(wanted));
    else model.prediction.value = 'none';
  };
  return (
    <fieldset class="what-if">
      <legend>{words.t('confirm.whatIf')}</legend>
      <label for="figure">{label}</label>
      <input
        id="figure"
        type="number"
        min={least}
        max={most}
        step={1}
        required
        value={Number.isNaN(value) ? '' : value}
        onInput={({ currentTarget }) => choose(currentTarget.valueAsNumber)}
      />
      <input
        type="range"
        aria-label={words.t('confirm.whatIf.slider', { label })}
        min={least}
        max={Math.min(most, reach)}
        step={1}
        value={Number.isNaN(value) ? least : value}
        onInput={({ currentTarget }) => choose(currentTarget.valueAsNumber)}
      />
    </fieldset>
  );
};
