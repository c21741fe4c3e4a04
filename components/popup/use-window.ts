import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';

/** Which lines of a long list stand in the page, and how much room the others take, in px. */
export interface ListWindow {
  readonly items: readonly VirtualItem[];
  readonly above: number;
  readonly below: number;
  /** For every line in the page: measures it as it is. Needs `data-index`. */
  readonly measure: (line: HTMLElement | null) => void;
  readonly scrollTo: (index: number) => void;
}

interface Line {
  readonly key: string;
  /** How tall it most likely is, in px, before it is measured. */
  readonly height: number;
}

/** Lines above and below the visible ones. */
const OVERSCAN = 8;
/** The search field sticks to the top and covers this much, in px. */
const COVERED = 40;

/** Keeps only the lines near the visible part of `<main>` in the page. */
export const useWindow = (
  list: RefObject<HTMLElement | null>,
  lines: readonly Line[],
): ListWindow => {
  const [, repaint] = useReducer((times: number) => times + 1, 0);
  const [scrollMargin, setScrollMargin] = useState(0);
  const latest = useRef(lines);
  latest.current = lines;
  const options = {
    count: lines.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    estimateSize: (index: number) => latest.current[index]?.height ?? 0,
    getItemKey: (index: number) => latest.current[index]?.key ?? index,
    overscan: OVERSCAN,
    scrollMargin,
    scrollPaddingStart: COVERED,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => repaint(0),
  };
  const virtualizer = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(options), []);
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    // What stands above the list comes and goes: notices, a second line of advice.
    setScrollMargin(list.current?.offsetTop ?? 0);
  });
  const measure = useMemo(
    () => (line: HTMLElement | null) => virtualizer.measureElement(line),
    [virtualizer],
  );
  const items = virtualizer.getVirtualItems();
  return {
    items,
    above: Math.max(0, (items[0]?.start ?? scrollMargin) - scrollMargin),
    below: Math.max(
      0,
      virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin),
    ),
    measure,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
};
