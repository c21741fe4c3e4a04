import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface MenuProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A button that opens a few choices below itself. A chosen button, Escape and going elsewhere close it. */
export const Menu = ({ label, children }: MenuProps) => {
  const root = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    const closeFrom = ({ target }: Event): void => {
      const menu = root.current;
      if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false;
    };
    document.addEventListener('pointerdown', closeFrom, { signal: gone.signal });
    document.addEventListener('focusin', closeFrom, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  const close = (): void => {
    const menu = root.current;
    if (!menu?.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  return (
    <details
      class="menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !root.current?.open) return;
        event.stopPropagation();
        close();
      }}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('button')) close();
      }}
    >
      <summary class="button">{label}</summary>
      <div class="choices">{children}</div>
    </details>
  );
};
