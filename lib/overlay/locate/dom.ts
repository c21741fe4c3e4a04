import { SKIPPED } from './selectors.ts';

// A page can shadow what its document and its forms offer by the names it gives to pictures and inputs: a form's in
// every world, its document's only in its own (Chromium 156, Firefox 153). The prototypes of ours are out of its reach.

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const isSkipped = (element: Element): boolean => matches(element, SKIPPED);

export const parentOf = (node: Node): Element | null =>
  Reflect.get(Node.prototype, 'parentElement', node);

export const findAll = (document: Document, selector: string): readonly Element[] => [
  ...(Document.prototype.querySelectorAll.call(document, selector) as NodeListOf<Element>),
];

export const isText = (node: Node | null): node is Text => node?.nodeType === Node.TEXT_NODE;

/** Text with blanks as a page shows them. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
