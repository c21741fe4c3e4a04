import type { WorkspaceRecord } from '#store/read';
import { useOptions } from './context.ts';
import { ABILITIES, SCOPE_OF } from './scopes.ts';

const STATES = {
  true: { sign: '✓', word: 'options.can' },
  false: { sign: '✕', word: 'options.cannot' },
  undefined: { sign: '·', word: 'options.untried' },
} as const;

// A narrow table may break it after its colon and nowhere else.
const Scope = ({ name }: { readonly name: string }) => {
  const [resource, action] = name.split(':');
  return (
    <code>
      {resource}:<wbr />
      {action}
    </code>
  );
};

/** What a key can do and what not, and which scope each part needs. Open by itself when one is missing. */
export const Abilities = ({ workspace }: { readonly workspace: WorkspaceRecord }) => {
  const { words } = useOptions();
  const { abilities, missingScopes } = workspace;
  const can = ABILITIES.filter((ability) => abilities[ability] === true).length;
  const isLacking = ABILITIES.some((ability) => abilities[ability] === false);
  return (
    <details class="abilities" open={isLacking}>
      <summary>
        {words.t('options.abilities')}{' '}
        <span class="count">
          {words.t('options.abilities.count', { can, all: ABILITIES.length })}
        </span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.t('options.abilities.what')}</th>
            <th scope="col">{words.t('options.abilities.scope')}</th>
            <th scope="col">{words.t('options.abilities.state')}</th>
          </tr>
        </thead>
        <tbody>
          {ABILITIES.map((ability) => {
            const able = abilities[ability];
            const { sign, word } = STATES[`${able}`];
            return (
              <tr key={ability} data-ability={ability} data-able={`${able}`}>
                <th scope="row">
                  {words.t(`options.ability.${ability}`)}
                  {able === false && (
                    <span class="small">{words.t(`options.without.${ability}`)}</span>
                  )}
                </th>
                <td>
                  <Scope name={SCOPE_OF[ability]} />
                </td>
                <td>
                  <span aria-hidden="true">{sign}</span> {words.t(word)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {missingScopes.length > 0 && (
        <p class="alert">{words.t('options.missingScopes', { scopes: missingScopes })}</p>
      )}
    </details>
  );
};
