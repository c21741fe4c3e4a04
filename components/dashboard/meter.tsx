/** How far something is used up, 0 to 1, as a bar. The figures stand beside it as text. */
export const Meter = ({ filled }: { readonly filled: number }) => (
  <span class="meter" aria-hidden="true">
    <i style={{ width: `${Math.min(1, Math.max(0, filled)) * 100}%` }} />
  </span>
);
