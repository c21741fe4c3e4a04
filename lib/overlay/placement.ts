/** Where a panel may stand. */
export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof CORNERS)[number];

/** How a panel stands: in which corner, and whether only as a pill. */
export interface Placement {
  readonly corner: Corner;
  readonly isCollapsed: boolean;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Distance from the edges of the window, in px: that of the style sheet. */
const EDGE = 20;

const boxAt = (corner: Corner, { width, height }: Size, window: Size): Box => {
  const left = corner.endsWith('left') ? EDGE : window.width - EDGE - width;
  const top = corner.startsWith('top') ? EDGE : window.height - EDGE - height;
  return { left, top, right: left + width, bottom: top + height };
};

const isClear = (one: Box, other: Box): boolean =>
  one.right <= other.left ||
  other.right <= one.left ||
  one.bottom <= other.top ||
  other.bottom <= one.top;

/**
 * How a panel has to stand so that it does not cover what has the focus: as chosen; else as a pill; else as a pill in
 * another corner. Undefined where the focused element reaches into every corner.
 */
export const placeClear = (
  chosen: Placement,
  sizes: { readonly panel: Size; readonly pill: Size },
  window: Size,
  focused: Box,
): Placement | undefined => {
  const pills = [chosen.corner, ...CORNERS].map((corner) => ({ corner, isCollapsed: true }));
  return [chosen, ...pills].find(({ corner, isCollapsed }) =>
    isClear(boxAt(corner, isCollapsed ? sizes.pill : sizes.panel, window), focused),
  );
};
