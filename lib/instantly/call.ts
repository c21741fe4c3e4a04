import { InstantlyError } from './error.ts';
import { parseDate } from './moment.ts';
import type { Parameter } from './url.ts';

/** What every call takes. */
export interface CallOptions {
  /** Aborting it rejects the call with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What every call for a page of a list takes. */
export interface ListOptions extends CallOptions {
  /** Rows a page, 1 to 100; 100 if not said. More than 100 gave an empty list (INSTANTLY.md 1.6). */
  readonly limit?: number | undefined;
}

const MOST_ROWS = 100;

/** An id that has to be whole before it may enter an address. Throws `bad_request` without asking Instantly. */
export const mustBe = <Id>(id: Id | undefined): Id => {
  if (id === undefined) throw new InstantlyError('bad_request');
  return id;
};

/** A list that is one call's worth. Throws `bad_request` when it is longer. */
export const mustFit = <Entry>(entries: readonly Entry[]): readonly Entry[] => {
  if (entries.length > MOST_ROWS) throw new InstantlyError('bad_request');
  return entries;
};

/** The parameters of one page. The limit is always sent: Instantly's default is 10. */
export const pageParameters = (
  cursor: string | undefined,
  { limit = MOST_ROWS }: ListOptions,
): Parameter[] => {
  const rows = Math.min(MOST_ROWS, Math.max(1, Math.trunc(limit)));
  const parameters: Parameter[] = [['limit', String(rows)]];
  if (cursor !== undefined) parameters.push(['starting_after', cursor]);
  return parameters;
};

/** The parameters of a span of days, `YYYY-MM-DD`, both included. Throws `bad_request` for anything else. */
export const spanParameters = (from: string, to: string): Parameter[] => {
  if (parseDate(from) !== from || parseDate(to) !== to) throw new InstantlyError('bad_request');
  return [
    ['start_date', from],
    ['end_date', to],
  ];
};
