/** The only address that requests and the key go to. */
const API = 'https://api.instantly.ai/api/v2';

/** Name and value of one query parameter; a parameter that takes a list stands once per entry. */
export type Parameter = readonly [name: string, value: string];

const encodeSegment = (segment: string): string => {
  // Browsers resolve these before sending, and so would leave the path that was meant.
  if (segment === '' || segment === '.' || segment === '..') {
    throw new RangeError('Not a path segment');
  }
  return encodeURIComponent(segment.toWellFormed());
};

/** The address of a call under `/api/v2`. Every segment and parameter is encoded, so none can change the path or host. */
export const apiUrl = (
  segments: readonly string[],
  parameters: readonly Parameter[] = [],
): string => {
  const path = segments.map((segment) => `/${encodeSegment(segment)}`).join('');
  const query = parameters
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
  return query === '' ? `${API}${path}` : `${API}${path}?${query}`;
};
