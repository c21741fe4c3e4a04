import type { LoggedRequest } from './request-log.ts';

/** What goes wrong with one answer. Those without a body of their own spoil the true answer. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The true answer, `ms` later. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** No answer at all: the connection (HTTP/1) or the stream (HTTP/2) breaks. */
  | { readonly kind: 'reset' }
  /** Half of the body, then the connection breaks. */
  | { readonly kind: 'truncated' }
  /** Half of the body, then silence. */
  | { readonly kind: 'never_ends' }
  /** The whole body, `bytes` at a time with `everyMs` between. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  /** A valid JSON document of so many megabytes. */
  | { readonly kind: 'oversized'; readonly megabytes: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'content_type'; readonly contentType: string }
  /** A gateway's HTML page under status 200. */
  | { readonly kind: 'html' }
  | { readonly kind: 'bad_json' }
  /** The true answer behind a byte order mark. */
  | { readonly kind: 'bom' }
  /** 429; `retryAfter` as it stands in the header, absent when not given. */
  | { readonly kind: 'rate_limited'; readonly retryAfter?: string };

/** Which requests a fault is for. All that is given must hold. */
export interface FaultMatch {
  readonly host?: string;
  readonly path?: RegExp;
  readonly when?: (request: LoggedRequest) => boolean;
  /** Only the nth request that matches, counted from 1 since the fault was added. */
  readonly nth?: number;
}

/** One line of the script: what happens to whom and how often. */
export interface FaultRule {
  readonly match: FaultMatch;
  /** How many requests it hits before it is used up; once by default, `Infinity` until removed. */
  readonly times?: number;
  readonly fault: Fault;
}

/** The script of faults. The first rule that fits a request is taken. */
export interface FaultScript {
  /** Adds a rule; the returned function takes it out again. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** The fault for this request, if any; counts it as used. */
  take(request: LoggedRequest): Fault | undefined;
}

interface Entry {
  readonly rule: FaultRule;
  seen: number;
  left: number;
}

const fits = ({ host, path, when }: FaultMatch, request: LoggedRequest): boolean =>
  (host === undefined || host === request.host) &&
  (path === undefined || request.path.search(path) >= 0) &&
  (when === undefined || when(request));

/** An empty script. */
export const createFaultScript = (): FaultScript => {
  const entries = new Set<Entry>();
  return {
    add(rule) {
      const entry: Entry = { rule, seen: 0, left: rule.times ?? 1 };
      entries.add(entry);
      return () => entries.delete(entry);
    },
    clear: () => entries.clear(),
    take(request) {
      for (const entry of entries) {
        const { match, fault } = entry.rule;
        if (!fits(match, request)) continue;
        entry.seen += 1;
        if (match.nth !== undefined && match.nth !== entry.seen) continue;
        entry.left -= 1;
        if (entry.left <= 0) entries.delete(entry);
        return fault;
      }
      return undefined;
    },
  };
};
