import type { ChangePlan } from '#model';
import { nameText } from '#words';
import { fieldTexts } from '../changing/value-text.ts';
import { useConfirm } from './context.ts';

interface PlansProps {
  readonly plans: readonly ChangePlan[];
}

const MOST_SUBJECT = 120;

const FieldTable = ({ plan }: { readonly plan: ChangePlan }) => {
  const { words } = useConfirm();
  return (
    <table>
      <caption class="hidden">{words.t('confirm.change')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('confirm.field')}</th>
          <th scope="col">{words.t('confirm.before')}</th>
          <th scope="col">{words.t('confirm.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fieldTexts(plan.before, plan.after, words).map(({ name, label, before, after }) => (
          <tr key={name} data-field={name}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            <td>
              <strong>{after}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const SubjectTable = ({ plans }: PlansProps) => {
  const { words } = useConfirm();
  return (
    <section
      class="all"
      aria-label={words.t('confirm.listed', { count: plans.length })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
      tabIndex={0}
    >
      <table>
        <caption class="hidden">{words.t('confirm.change')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('confirm.subject')}</th>
            <th scope="col">{words.t('confirm.before')}</th>
            <th scope="col">{words.t('confirm.after')}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ subject, before, after, change }) => {
            const fields = fieldTexts(before, after, words);
            return (
              <tr key={`${change.kind}|${subject}|${JSON.stringify(change)}`}>
                <th scope="row">
                  <bdi>{nameText(subject, words.t('confirm.unnamed'), MOST_SUBJECT)}</bdi>
                </th>
                <td>{fields.map((field) => field.before).join(', ')}</td>
                <td>
                  <strong>{fields.map((field) => field.after).join(', ')}</strong>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

/** Before and after: field by field of one thing, or thing by thing of many. */
export const PlanTable = ({ plans }: PlansProps) => {
  const [first, ...others] = plans;
  if (!first) return null;
  return others.length === 0 ? <FieldTable plan={first} /> : <SubjectTable plans={plans} />;
};
