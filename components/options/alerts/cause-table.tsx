import { useState } from 'preact/hooks';
import { ALERT_PRESETS, type AlertRules, type CauseCode } from '#model';
import { matches } from '../../popup/arrange.ts';
import { useOptions } from '../context.ts';
import { AREAS, causesIn } from './cause-areas.ts';
import { RuleCells } from './rule-cells.tsx';
import { changedCauses, isChanged, withCause } from './rules-edit.ts';
import { RuleHeads } from './severity-table.tsx';

interface RulesProps {
  readonly rules: AlertRules;
}

const Row = ({ code, rules }: RulesProps & { readonly code: CauseCode }) => {
  const { model, words } = useOptions();
  const name = words.t(`causeName.${code}`);
  const set = rules.byCause[code];
  return (
    <tr data-cause={code} data-differs={isChanged(rules, code)}>
      <th scope="row">{name}</th>
      <RuleCells
        name={name}
        set={set ?? {}}
        canInherit
        change={(change) => void model.alerts.setRules(withCause(rules, code, change))}
      />
    </tr>
  );
};

const Tables = ({ rules, query }: RulesProps & { readonly query: string }) => {
  const { words } = useOptions();
  const found = AREAS.map((area) => ({
    area,
    codes: causesIn(area).filter((code) => matches(words.t(`causeName.${code}`), query)),
  })).filter(({ codes }) => codes.length > 0);
  if (found.length === 0) return <p>{words.t('alerts.causes.nothing')}</p>;
  return (
    <>
      {found.map(({ area, codes }) => (
        <table class="rules" key={area}>
          <caption>{words.t(`alerts.area.${area}`)}</caption>
          <RuleHeads />
          <tbody>
            {codes.map((code) => (
              <Row key={code} code={code} rules={rules} />
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
};

const Opened = ({ rules }: RulesProps) => {
  const { model, words } = useOptions();
  const [query, setQuery] = useState('');
  return (
    <>
      <p>{words.t('alerts.causes.text')}</p>
      <div class="field find-cause">
        <input
          type="search"
          aria-label={words.t('alerts.causes.find')}
          placeholder={words.t('alerts.causes.find')}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        {changedCauses(rules) > 0 && (
          <button
            type="button"
            class="button"
            onClick={() =>
              void model.alerts.setRules({
                ...rules,
                byCause: ALERT_PRESETS.standard.byCause,
              })
            }
          >
            {words.t('alerts.causes.reset')}
          </button>
        )}
      </div>
      <Tables rules={rules} query={query.trim()} />
    </>
  );
};

/** How each cause is told where it differs from its severity; on demand, for there are many. */
export const CauseTable = ({ rules }: RulesProps) => {
  const { words } = useOptions();
  const [isOpen, setOpen] = useState(false);
  const count = changedCauses(rules);
  return (
    <details class="abilities causes" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {words.t('alerts.causes')}{' '}
        <span class="count">
          {count === 0 ? words.t('alerts.causes.none') : words.t('alerts.causes.some', { count })}
        </span>
      </summary>
      {isOpen && <Opened rules={rules} />}
    </details>
  );
};
