import type { AlertRules } from '#model';
import { useOptions } from '../context.ts';
import { PRESETS, presetOf, withPreset } from './rules-edit.ts';

/** The ready-made rules to choose from; rules of the user's own are named, too. */
export const Presets = ({ rules }: { readonly rules: AlertRules }) => {
  const { model, words } = useOptions();
  const chosen = presetOf(rules) ?? 'own';
  const offered = chosen === 'own' ? ([...PRESETS, 'own'] as const) : PRESETS;
  return (
    <fieldset class="choice presets">
      <legend>{words.t('alerts.preset')}</legend>
      {offered.map((preset) => (
        <div class="option" key={preset}>
          <input
            type="radio"
            id={`preset-${preset}`}
            name="preset"
            value={preset}
            checked={preset === chosen}
            aria-describedby={`preset-${preset}-text`}
            onChange={() => {
              if (preset !== 'own') void model.alerts.setRules(withPreset(rules, preset));
            }}
          />
          <label for={`preset-${preset}`}>{words.t(`alerts.preset.${preset}`)}</label>
          <p class="small" id={`preset-${preset}-text`}>
            {words.t(`alerts.preset.${preset}.text`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
};
