import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is fetched when it is first shown; until then `Before` is, or nothing. */
export const lazy = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Before?: ComponentType<Props>,
): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined;
  return (props) => {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part) return;
      // An import that fails is a broken build; the browser reports it.
      void load().then((part) => {
        loaded = part;
        setPart(() => part);
      });
    }, [Part]);
    const Shown = Part ?? Before;
    return Shown ? <Shown {...props} /> : null;
  };
};
