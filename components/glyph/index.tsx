import type { Health } from '#model';

const RING = 'M9 1.9a7.1 7.1 0 1 1 0 14.2a7.1 7.1 0 1 1 0-14.2';

type Part = readonly [kind: 'fill' | 'hole' | 'cut' | 'ring' | 'ring dashed', d: string];

const dot = (y: number): string => `M9 ${y}a1.1 1.1 0 1 1 0 2.2a1.1 1.1 0 1 1 0-2.2`;

// Each health has its own outline, so that neither colour nor size is needed to tell them apart.
const SHAPES: Readonly<Record<Health, readonly Part[]>> = {
  healthy: [
    ['fill', 'M9 1a8 8 0 1 1 0 16a8 8 0 1 1 0-16'],
    ['cut', 'M5.4 9.3l2.5 2.5 4.8-5.2'],
  ],
  waiting: [
    ['ring', RING],
    ['ring', 'M9 4.9V9l2.8 1.7'],
  ],
  limited: [
    ['fill', 'M9 1.5 17 16H1z'],
    ['cut', 'M9 6.6v4.2'],
    ['hole', dot(12.2)],
  ],
  degraded: [
    ['ring', RING],
    ['fill', 'M9 1.9a7.1 7.1 0 0 1 0 14.2z'],
  ],
  blocked: [
    ['fill', 'M5.6 1h6.8L17 5.6v6.8L12.4 17H5.6L1 12.4V5.6z'],
    ['cut', 'M6.3 6.3l5.4 5.4m0-5.4-5.4 5.4'],
  ],
  inactive: [
    ['ring', RING],
    ['ring', 'M7.2 6.3v5.4m3.6-5.4v5.4'],
  ],
  unknown: [
    ['ring dashed', RING],
    ['ring', 'M7 7.2c0-2.6 4-2.6 4 0 0 1.6-2 1.7-2 3.2'],
    ['fill', dot(11.8)],
  ],
};

/** The sign of a health word, `size` in px. Hidden from screen readers: the word stands beside it. */
export const Glyph = ({ health, size }: { readonly health: Health; readonly size: number }) => (
  <svg class={`glyph ${health}`} viewBox="0 0 18 18" width={size} height={size} aria-hidden="true">
    {SHAPES[health].map(([kind, d]) => (
      <path key={d} class={kind} d={d} />
    ))}
  </svg>
);
