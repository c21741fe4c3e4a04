import { useState } from 'preact/hooks';
import { useOptions } from './context.ts';
import { ScopeList } from './scope-list.tsx';
import { PRESETS, type Preset } from './scopes.ts';

/** Which scopes to give a key, for each purpose the fewest. */
export const Scopes = () => {
  const { words } = useOptions();
  const [preset, setPreset] = useState<Preset>('watch');
  return (
    <fieldset class="choice scopes">
      <legend>{words.t('scopes.title')}</legend>
      <div class="segments">
        {(Object.keys(PRESETS) as Preset[]).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="preset"
              value={one}
              checked={preset === one}
              onChange={() => setPreset(one)}
            />
            {words.t(`scopes.preset.${one}`)}
          </label>
        ))}
      </div>
      <p>{words.t(`scopes.preset.${preset}.text`)}</p>
      <ScopeList scopes={PRESETS[preset]} />
      <p class="small">{words.t('scopes.hint')}</p>
    </fieldset>
  );
};
