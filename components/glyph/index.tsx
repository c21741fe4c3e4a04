import type { ComponentChildren } from 'preact';
import type { Health } from '#model';

const Filled = ({ d }: { readonly d: string }) => <path class="fill" d={d} />;
const Cut = ({ d }: { readonly d: string }) => <path class="cut" d={d} />;
const Line = ({ d }: { readonly d: string }) => <path class="ring" d={d} />;
const Dot = ({ y, kind }: { readonly y: string; readonly kind: string }) => (
  <circle class={kind} cx="9" cy={y} r="1.1" />
);
const Ring = ({ kind }: { readonly kind: string }) => <circle class={kind} cx="9" cy="9" r="7.1" />;

// Each health has its own outline, so that neither colour nor size is needed to tell them apart.
const SHAPES: Readonly<Record<Health, () => ComponentChildren>> = {
  healthy: () => [
    <circle key="o" class="fill" cx="9" cy="9" r="8" />,
    <Cut key="i" d="M5.4 9.3l2.5 2.5 4.8-5.2" />,
  ],
  waiting: () => [<Ring key="o" kind="ring" />, <Line key="i" d="M9 4.9V9l2.8 1.7" />],
  limited: () => [
    <Filled key="o" d="M9 1.5 17 16H1z" />,
    <Cut key="i" d="M9 6.6v4.2" />,
    <Dot key="d" kind="hole" y="13.3" />,
  ],
  degraded: () => [
    <Ring key="o" kind="ring" />,
    <Filled key="i" d="M9 1.9a7.1 7.1 0 0 1 0 14.2z" />,
  ],
  blocked: () => [
    <Filled key="o" d="M5.6 1h6.8L17 5.6v6.8L12.4 17H5.6L1 12.4V5.6z" />,
    <Cut key="i" d="M6.3 6.3l5.4 5.4m0-5.4-5.4 5.4" />,
  ],
  inactive: () => [<Ring key="o" kind="ring" />, <Line key="i" d="M7.2 6.3v5.4m3.6-5.4v5.4" />],
  unknown: () => [
    <Ring key="o" kind="ring dashed" />,
    <Line key="i" d="M7 7.2c0-2.6 4-2.6 4 0 0 1.6-2 1.7-2 3.2" />,
    <Dot key="d" kind="fill" y="12.9" />,
  ],
};

/** The sign of a health word, `size` in px. Hidden from screen readers: the word stands beside it. */
export const Glyph = ({ health, size }: { readonly health: Health; readonly size: number }) => (
  <svg class={`glyph ${health}`} viewBox="0 0 18 18" width={size} height={size} aria-hidden="true">
    {SHAPES[health]()}
  </svg>
);
