import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Line, Part } from './lines.ts';

/** The part of a list that is in the page, and a way to bring another one there. */
export interface ListWindow {
  readonly part: Part;
  readonly scrollTo: (index: number) => void;
}

/** How tall a line most likely is, in px, before it is measured. */
const HEADING_PX = 34;
const ROW_PX = 51;
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
    estimateSize: (index: number) => (latest.current[index]?.verdict ? ROW_PX : HEADING_PX),
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
  const [first] = items;
  const last = items.at(-1);
  return {
    part: {
      first: first?.index ?? 0,
      end: (last?.index ?? -1) + 1,
      above: Math.max(0, (first?.start ?? scrollMargin) - scrollMargin),
      below: Math.max(0, virtualizer.getTotalSize() - ((last?.end ?? scrollMargin) - scrollMargin)),
      measure,
    },
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
};
