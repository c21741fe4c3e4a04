import type { CampaignId, InstantMs, WorkspaceState } from '#model';
import type { ObservationRecord, WorkspaceRecord } from '#store/read';
import type { Problem } from './ask.ts';
import { needsStatus, PROBE_MS } from './rhythm.ts';
import type { Slice } from './slice.ts';

const sinceOf = (state: WorkspaceState, kind: WorkspaceState['kind'], now: InstantMs): InstantMs =>
  state.kind === kind && 'since' in state ? state.since : now;

const troubledState = (state: WorkspaceState, problem: Problem, now: InstantMs): WorkspaceState => {
  const since = (kind: WorkspaceState['kind']): InstantMs => sinceOf(state, kind, now);
  switch (problem.kind) {
    case 'key_rejected':
      return { kind: 'key_rejected', since: since('key_rejected'), message: problem.message };
    case 'no_plan':
      return { kind: 'no_plan', since: since('no_plan') };
    case 'scope_missing':
      return { kind: 'scope_missing', since: since('scope_missing'), scopes: problem.scopes };
    case 'offline':
      return { kind: 'offline', since: since('offline') };
    case 'rate_limited':
      return {
        kind: 'rate_limited',
        since: since('rate_limited'),
        until: problem.notBefore ?? now + PROBE_MS,
      };
    case 'fault':
    case 'unreadable':
      return { kind: 'api_down', since: since('api_down'), message: problem.message };
    case 'locked':
      return { kind: 'locked' };
    case 'permission_missing':
      return { kind: 'permission_missing', since: since('permission_missing') };
    case 'deferred':
      // Still slow after a refusal. A pause by a clock that was set back since would stand for hours.
      return state.kind === 'rate_limited' ? { ...state, until: problem.until } : state;
    case 'not_found':
    case 'superseded':
      return state;
  }
};

const stateAfter = (
  slice: Slice,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  now: InstantMs,
): WorkspaceState => {
  const { state } = slice.before.workspace;
  if (slice.halt) return troubledState(state, slice.halt, now);
  if (slice.answers === 0) return state;
  const watched = [...observations.values()].filter(({ campaign }) => needsStatus(campaign));
  const unasked = watched.filter(({ reading }) => reading.kind === 'not_asked').length;
  const isFirst = slice.before.journal.listedAt === null || state.kind === 'first_check';
  return isFirst && unasked > 0
    ? { kind: 'first_check', found: watched.length, checked: watched.length - unasked }
    : { kind: 'ok' };
};

/** The workspace after a slice: how it stands with Instantly, and what its key turned out to lack. */
export const workspaceAfter = (
  slice: Slice,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  now: InstantMs,
): WorkspaceRecord => {
  const { workspace } = slice.before;
  const lost = Object.fromEntries([...slice.lacking.keys()].map((ability) => [ability, false]));
  return {
    ...workspace,
    state: stateAfter(slice, observations, now),
    abilities: { ...workspace.abilities, ...lost },
    missingScopes: [
      ...new Set([...workspace.missingScopes, ...[...slice.lacking.values()].flat()]),
    ],
  };
};
