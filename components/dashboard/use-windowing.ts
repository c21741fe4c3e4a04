import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Which rows of a long list stand in the page, and how much room the others take, in px. */
export interface Windowing {
  readonly indexes: readonly number[];
  readonly above: number;
  readonly below: number;
  /** For every row in the page: measures it as it is, since texts wrap. Needs `data-index`. */
  readonly measure: (row: Element | null) => void;
}

const OVERSCAN = 8;

/**
 * Keeps only the rows near the visible part of the page in it. `isWhole` gives all of them, for paper.
 * `keys` has to stay the same array as long as the list does: places are counted anew with every other one.
 */
export const useWindowing = (
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  rowHeight: number,
  isWhole: boolean,
): Windowing => {
  const [, repaint] = useReducer((times: number, _more: null) => times + 1, 0);
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys]);
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
  const options = {
    count: keys.length,
    getScrollElement: () => window,
    estimateSize,
    getItemKey,
    overscan: OVERSCAN,
    scrollMargin: list.current?.offsetTop ?? 0,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialOffset: () => window.scrollY,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: () => repaint(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  const measure = useCallback(
    (row: Element | null) => {
      if (row instanceof HTMLElement) virtualizer.measureElement(row);
    },
    [virtualizer],
  );
  if (isWhole) return { indexes: keys.map((_key, index) => index), above: 0, below: 0, measure };
  const items = virtualizer.getVirtualItems();
  const margin = virtualizer.options.scrollMargin;
  return {
    indexes: items.map(({ index }) => index),
    above: Math.max(0, (items[0]?.start ?? margin) - margin),
    below: Math.max(0, virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)),
    measure,
  };
};
