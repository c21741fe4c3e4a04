import type { InstantMs } from '#model';

/** A call of the API as the world hears it. */
export interface WorldRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body; absent when there is none or it does not parse. */
  readonly body?: unknown;
  /** Real time of arrival, against which the documented rate limits are kept; absent for the web app's own calls. */
  readonly receivedAtMs?: InstantMs;
}

/** What the world answers; `body` goes out as JSON. */
export interface WorldAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The simulated workspaces behind both hosts. */
export interface World {
  /** Keys whose workspaces the web app offers, the first by default. */
  readonly webAppKeys: readonly string[];
  /** Answers one call at the world's time `now`. */
  answer(request: WorldRequest, now: InstantMs): WorldAnswer;
}
