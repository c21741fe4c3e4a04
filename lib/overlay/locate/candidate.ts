/** A place on the page that may show one campaign or inbox. */
export interface Candidate {
  readonly element: Element;
  /** Row-like container that a mark goes into. */
  readonly row: Element;
  readonly by: 'link' | 'attribute' | 'text';
  /** Set for link and attribute: lower-case UUID, or address. */
  readonly id: string | null;
  /** Texts of the row that could be a name or address, blanks collapsed; at most 12 of at most 200 characters. */
  readonly texts: readonly string[];
}

/** What the background said of the ids and texts it was sent. */
export interface Known {
  readonly ids: ReadonlySet<string>;
  /** By text exactly as a candidate has it: the id of the only campaign or inbox of the workspace that is called so. */
  readonly byText: ReadonlyMap<string, string>;
}

/** A row that shows one known campaign or inbox. */
export interface Place {
  readonly id: string;
  readonly row: Element;
  /** What says it in the row: the link, the element with the name, or the row itself. */
  readonly anchor: Element;
  /** What told what it is. */
  readonly by: Candidate['by'];
}

export const MOST_ROWS = 300;
export const MOST_TEXTS = 12;
export const LONGEST_TEXT = 200;
