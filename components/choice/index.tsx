interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

/** One of a few values, all of them in sight. `name` tells this choice from others on the page. */
export const Choice = <Value extends string>({
  name,
  legend,
  options,
  chosen,
  choose,
}: ChoiceProps<Value>) => (
  <fieldset>
    <legend>{legend}</legend>
    {options.map(({ value, label }) => (
      <label key={value}>
        <input
          type="radio"
          name={name}
          value={value}
          checked={value === chosen}
          onChange={() => choose(value)}
        />
        {label}
      </label>
    ))}
  </fieldset>
);
