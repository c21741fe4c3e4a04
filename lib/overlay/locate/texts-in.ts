import { isSkipped, isText, oneLine } from './dom.ts';

/** A text with the node it begins in: frameworks cut texts into several nodes. */
export type Run = readonly [node: Text, text: string];

const textFrom = (node: Text): string => {
  let text = '';
  for (let at: Node | null = node; at && !(at instanceof Element); at = at.nextSibling) {
    if (isText(at)) text += at.data;
  }
  return oneLine(text);
};

const isFirst = (node: Text): boolean => {
  let before = node.previousSibling;
  while (before && !isText(before) && !(before instanceof Element)) before = before.previousSibling;
  return !isText(before);
};

/** The texts of a row in order; `onElement` is told each element on the way. */
export function* textsIn(row: Element, onElement?: (element: Element) => void): Generator<Run> {
  const walker = Document.prototype.createTreeWalker.call(row.ownerDocument, row);
  for (let node: Node | null = row; node; ) {
    if (node instanceof Element && node !== row && isSkipped(node)) {
      do node = walker.nextSibling();
      while (!node && walker.parentNode());
      continue;
    }
    if (node instanceof Element) onElement?.(node);
    else if (isText(node) && isFirst(node)) yield [node, textFrom(node)];
    node = walker.nextNode();
  }
}
