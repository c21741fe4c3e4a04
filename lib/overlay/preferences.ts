import { CORNERS, type Placement } from './placement.ts';

/** What of the panel's display a browser remembers for the web app. */
export interface Preferences extends Placement {
  /** Whether the background last said that no panel is wanted: then none flashes up before it says so again. */
  readonly isHidden: boolean;
}

/** Reads what was remembered. Page scripts can write it, too: whatever does not parse is the default. */
export const parsePreferences = (text: string | null): Preferences => {
  const words = text?.split(' ') ?? [];
  return {
    corner: CORNERS.find((corner) => words.includes(corner)) ?? 'bottom-right',
    isCollapsed: words.includes('collapsed'),
    isHidden: words.includes('hidden'),
  };
};

/** The text under which preferences are remembered. */
export const writtenPreferences = ({ corner, isCollapsed, isHidden }: Preferences): string =>
  [corner, isCollapsed && 'collapsed', isHidden && 'hidden'].filter(Boolean).join(' ');
