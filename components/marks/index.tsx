import { render } from 'preact';
import type { MarksSummary, MarkTold } from '#messages';
import { Glyph } from '../glyph/index.tsx';

const SIGN_PX = 14;

/** How the marks in Instantly's lists look: to be passed to the overlay. */
export const marksView = {
  /** A sign that says in its tip and its name what it means. */
  drawMark: (into: Element, { health, text }: MarkTold): void =>
    render(
      <button type="button" title={text} aria-label={text}>
        <Glyph health={health} size={SIGN_PX} />
      </button>,
      into,
    ),
  /** A pill as the panel's, with the panel's sheet. */
  drawSummary: (
    into: Element,
    { health, text, title }: MarksSummary,
    onOpen: (event: Event) => void,
  ): void =>
    render(
      <button type="button" class="pill" title={title} onClick={onOpen}>
        <Glyph health={health} size={SIGN_PX} />
        {text}
      </button>,
      into,
    ),
};
