import './silencing.css';

/** The sign of what is silenced: a bell that is crossed out. The words beside it say the rest. */
export const SilenceSign = ({ size = 12 }: { readonly size?: number }) => (
  <svg class="bell" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
    <path d="M8 2a3.6 3.6 0 0 0-3.6 3.6c0 3.4-1.4 4.6-1.4 5.4h10c0-.8-1.4-2-1.4-5.4A3.6 3.6 0 0 0 8 2M6.8 13.2a1.3 1.3 0 0 0 2.4 0M2.5 2.5l11 11" />
  </svg>
);
