/** A call as the server received it. */
export interface ApiRequest {
  readonly method: string;
  /** Path without query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** When given, the documented rate limits are kept against it. */
  readonly receivedAtMs?: number;
}

/** What the server is to send back: `body` as JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  404: 'Not Found',
  413: 'Payload Too Large',
  429: 'Too Many Requests',
};

/** Thrown by a handler to answer with an error (INSTANTLY.md 1.3). */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, message: string, body?: unknown) {
    super(message);
    this.status = status;
    this.body = body ?? { statusCode: status, error: NAMES[status] ?? 'Error', message };
  }
}

/** The answer to an id that does not exist or belongs to another workspace. */
export const notFound = (): ApiError => new ApiError(404, 'Resource not found');

/** activate and pause answer "not found" with status 400, as the spec has it. */
export const notFoundAsBadRequest = (): ApiError =>
  new ApiError(400, 'Resource not found', {
    statusCode: 404,
    error: 'Not Found',
    message: 'Resource not found',
  });

/** A plain object, or an error as a validating server would answer. */
export function objectBody(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(400, 'body must be object');
  }
  if (Object.keys(body).length === 0) {
    throw new ApiError(400, 'body must NOT have fewer than 1 properties');
  }
  return body as Record<string, unknown>;
}
