import { InstantlyError } from '#instantly';
import type { AskProblem } from '#messages';
import type { ChangeNote } from '#model';
import { note } from './fields.ts';

const REFUSED: ReadonlySet<string> = new Set(['bad_request', 'too_large', 'blocked']);

/** Why something was not asked, read or changed, as a note. */
export const noteOf = (problem: AskProblem, error: unknown): ChangeNote => {
  if (error instanceof InstantlyError) {
    const message = error.vendorMessage;
    if (error.kind === 'conflict') return note('conflict', { message });
    if (REFUSED.has(error.kind)) return note('refused', { message });
  }
  switch (problem.kind) {
    case 'key_rejected':
    case 'fault':
    case 'unreadable':
      return note(problem.kind, { message: problem.message });
    case 'scope_missing':
      return note(problem.kind, { scopes: problem.scopes });
    case 'rate_limited':
      return note(problem.kind, { untilAt: problem.notBefore ?? null });
    case 'deferred':
      return note(problem.kind, { untilAt: problem.until });
    default:
      return note(problem.kind);
  }
};
