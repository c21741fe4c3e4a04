import type { Settings } from '#store/settings';
import { useOptions } from './context.ts';
import { Outcome } from './outcome.tsx';

interface ChoiceProps<Name extends keyof Settings> {
  readonly name: Name;
  readonly label: string;
  readonly values: readonly Settings[Name][];
  readonly textOf: (value: Settings[Name]) => string;
  readonly hint?: string;
}

/** One setting of a few values, as a list to choose from. What was chosen is stored at once. */
export const Choice = <Name extends keyof Settings>({
  name,
  label,
  values,
  textOf,
  hint,
}: ChoiceProps<Name>) => {
  const { model } = useOptions();
  const change = model.settingChange.value;
  const present = model.settings.value[name];
  return (
    <div class="setting" data-setting={name}>
      <label for={`set-${name}`}>{label}</label>
      <select
        id={`set-${name}`}
        value={String(present)}
        aria-describedby={hint === undefined ? undefined : `set-${name}-hint`}
        onChange={({ currentTarget }) => {
          const value = values.find((one) => String(one) === currentTarget.value);
          if (value !== undefined) void model.setSetting(name, value);
        }}
      >
        {values.map((value) => (
          <option key={String(value)} value={String(value)}>
            {textOf(value)}
          </option>
        ))}
      </select>
      {change?.name === name && <Outcome outcome={change.outcome} />}
      {hint !== undefined && (
        <p class="small" id={`set-${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};
