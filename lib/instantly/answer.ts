/** What a call gave, with the count of fields and rows that were missing or not as documented. */
export interface Answer<Value> {
  readonly value: Value;
  /** Fields degraded to undefined plus rows dropped for want of a valid id. 0 in good times. */
  readonly oddities: number;
}

/** One page of a list. */
export interface Page<Item> extends Answer<readonly Item[]> {
  /** Rows that Instantly sent, the dropped ones included. */
  readonly rows: number;
  /** Opaque; asks for the next page. Undefined on the last one. */
  readonly nextCursor: string | undefined;
}
