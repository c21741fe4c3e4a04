import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { usePopup } from './context.ts';
import type { Line, Part } from './lines.ts';
import { useWindow } from './use-window.ts';

export interface WindowingProps {
  readonly list: RefObject<HTMLElement | null>;
  readonly lines: readonly Line[];
  readonly onPart: (part: Part) => void;
}

/** Says which lines of a long list have to be in the page, and brings there the one that has to be shown. */
export const Windowing = ({ list, lines, onPart }: WindowingProps) => {
  const { model } = usePopup();
  const { part, scrollTo } = useWindow(list, lines);
  const { first, end, above, below, measure } = part;
  useLayoutEffect(
    () => onPart({ first, end, above, below, measure }),
    [first, end, above, below, measure, onPart],
  );

  const wanted = model.reveal.value;
  useEffect(() => {
    if (wanted === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-campaign-id="${wanted}"] > button`);
    if (row) {
      model.reveal.value = null;
      row.focus({ preventScroll: true });
    } else {
      const line = lines.find(({ verdict }) => verdict?.campaignId === wanted);
      if (line) scrollTo(line.index);
    }
  });
  return null;
};
