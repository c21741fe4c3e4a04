import { useOptions } from './context.ts';
import type { Scope } from './scopes.ts';

/** Scopes of a key, each with what it is for. */
export const ScopeList = ({ scopes }: { readonly scopes: readonly Scope[] }) => {
  const { words } = useOptions();
  return (
    <dl>
      {scopes.map((scope) => (
        <div key={scope}>
          <dt>
            <code>{scope}</code>
          </dt>
          <dd>{words.t(`scopes.of.${scope}`)}</dd>
        </div>
      ))}
    </dl>
  );
};
