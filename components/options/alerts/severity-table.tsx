import { ALERT_SEVERITIES, type AlertRules, type AlertSeverity } from '#model';
import { Glyph } from '../../glyph/index.tsx';
import { healthOf } from '../../severity/index.ts';
import { useOptions } from '../context.ts';
import { RuleCells } from './rule-cells.tsx';
import { type CauseChange, withSeverity } from './rules-edit.ts';

const COLUMNS = ['kind', 'channel', 'for', 'again'] as const;

/** The heads of a table of rules. */
export const RuleHeads = () => {
  const { words } = useOptions();
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => (
          <th key={column} scope="col">
            {words.t(`alerts.table.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
};

/** A severity follows nothing, so every part of its rule stays set. */
const whole = ({ channel, forMinutes, renotifyHours }: CauseChange) => ({
  ...(channel !== undefined && { channel }),
  ...(forMinutes !== undefined && { forMinutes }),
  ...(renotifyHours !== undefined && { renotifyHours }),
});

const Row = ({
  severity,
  rules,
}: {
  readonly severity: AlertSeverity;
  readonly rules: AlertRules;
}) => {
  const { model, words } = useOptions();
  const name = words.t(`alerts.severity.${severity}`);
  return (
    <tr data-severity={severity}>
      <th scope="row">
        <span class="kind">
          <Glyph health={healthOf[severity]} size={16} />
          {name}
        </span>
        <small>{words.t(`alerts.severity.${severity}.text`)}</small>
      </th>
      <RuleCells
        name={name}
        set={rules.bySeverity[severity]}
        canInherit={false}
        change={(change) =>
          void model.alerts.setRules(withSeverity(rules, severity, whole(change)))
        }
      />
    </tr>
  );
};

/** How problems of each severity are told. */
export const SeverityTable = ({ rules }: { readonly rules: AlertRules }) => {
  const { words } = useOptions();
  return (
    <table class="rules">
      <caption class="hidden">{words.t('alerts.table')}</caption>
      <RuleHeads />
      <tbody>
        {ALERT_SEVERITIES.map((severity) => (
          <Row key={severity} severity={severity} rules={rules} />
        ))}
      </tbody>
    </table>
  );
};
