/** Something in the page that may stand for one campaign or inbox. */
export interface Candidate {
  readonly element: Element;
  readonly row: Element;
  readonly by: 'link' | 'attribute' | 'text';
  readonly id: string | null;
  readonly texts: readonly string[];
}

/** What the background knows of what the page shows: ids, and which text stands for which id. */
export interface Known {
  readonly ids: ReadonlySet<string>;
  readonly byText: ReadonlyMap<string, string>;
}

/** Where one campaign or inbox surely stands. */
export interface Place {
  readonly id: string;
  readonly row: Element;
  readonly anchor: Element;
}

/** Finds what a list shows. Whatever is ambiguous has no place. */
export interface Locator {
  findCandidates(document: Document, kind: 'campaigns' | 'inboxes'): readonly Candidate[];
  placesOf(candidates: readonly Candidate[], known: Known): readonly Place[];
}
