import type { ComponentChildren } from 'preact';
import type { ChangePlan } from '#model';
import { nameText } from '#words';
import { fieldTexts } from '../changing/value-text.ts';
import { useConfirm } from './context.ts';

interface PlansProps {
  readonly plans: readonly ChangePlan[];
}

const MOST_SUBJECT = 120;

interface BeforeAfterProps {
  /** What each row is about. */
  readonly of: 'field' | 'subject';
  readonly children: ComponentChildren;
}

const BeforeAfter = ({ of, children }: BeforeAfterProps) => {
  const { words } = useConfirm();
  return (
    <table>
      <caption class="hidden">{words.t('confirm.change')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t(`confirm.${of}`)}</th>
          <th scope="col">{words.t('confirm.before')}</th>
          <th scope="col">{words.t('confirm.after')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
};

const FieldTable = ({ plan }: { readonly plan: ChangePlan }) => {
  const { words } = useConfirm();
  return (
    <BeforeAfter of="field">
      {fieldTexts(plan.before, plan.after, words).map(({ name, label, before, after }) => (
        <tr key={name} data-field={name}>
          <th scope="row">{label}</th>
          <td>{before}</td>
          <td>
            <strong>{after}</strong>
          </td>
        </tr>
      ))}
    </BeforeAfter>
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
      <BeforeAfter of="subject">
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
      </BeforeAfter>
    </section>
  );
};

/** Before and after: field by field of one thing, or thing by thing of many. */
export const PlanTable = ({ plans }: PlansProps) => {
  const [first, ...others] = plans;
  if (!first) return null;
  return others.length === 0 ? <FieldTable plan={first} /> : <SubjectTable plans={plans} />;
};
