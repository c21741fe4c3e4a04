import type { InstantMs } from '#model';

/** One request as the sandbox saw it. Of the key only its last four characters are kept. */
export interface LoggedRequest {
  readonly at: InstantMs;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly query: string;
  readonly authTail: string | null;
  readonly httpVersion: string;
}

const BEARER = /^Bearer\s+(.*)$/i;

/** The key in an Authorization header; undefined when there is none. */
export const bearerKey = (authorization: string | undefined): string | undefined =>
  authorization === undefined ? undefined : (BEARER.exec(authorization)?.[1] ?? authorization);

/** The last four characters of a key, all that a log may hold of it. */
export const keyTail = (key: string | undefined): string | null =>
  key === undefined ? null : key.slice(-4);
