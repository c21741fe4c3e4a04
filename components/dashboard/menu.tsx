import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface MenuProps {
  readonly label: string;
  readonly children: ComponentChildren;
  /** Whether choosing something closes it. */
  readonly closesOnChoice?: boolean;
}

/** A button that opens a few choices below itself. Escape, a press elsewhere and leaving it by Tab close it. */
export const Menu = ({ label, children, closesOnChoice = true }: MenuProps) => {
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
    <details class="menu" ref={root}>
      <summary class="button">{label}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for what its own buttons do */}
      <div
        class="choices"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          close();
        }}
        onClick={({ target }) => {
          if (closesOnChoice && target instanceof Element && target.closest('button')) close();
        }}
      >
        {children}
      </div>
    </details>
  );
};
