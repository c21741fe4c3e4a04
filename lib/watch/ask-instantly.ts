import { type Gateway, GatewayError, type Priority } from '#gateway';
import { type InstantlyClient, InstantlyError } from '#instantly';
import type { InstantMs } from '#model';
import { VaultError } from '#vault';
import type { Answer, Ask, Outcome, Problem } from './core/ask.ts';

const answerTo = async (client: InstantlyClient, ask: Ask): Promise<Answer> => {
  switch (ask.kind) {
    case 'campaigns': {
      const page = await client.listCampaigns(ask.cursor ?? undefined);
      const nextCursor = page.rows === 0 ? null : (page.nextCursor ?? null);
      return { kind: 'campaigns', campaigns: page.value, nextCursor };
    }
    case 'inboxes': {
      const page = await client.listInboxes({ cursor: ask.cursor ?? undefined, includeTags: true });
      const nextCursor = page.rows === 0 ? null : (page.nextCursor ?? null);
      return { kind: 'inboxes', inboxes: page.value, nextCursor };
    }
    case 'status': {
      const { value } = await client.sendingStatus(ask.campaignId);
      const snapshot = value.kind === 'read' ? value.snapshot : null;
      return { kind: 'status', campaignId: ask.campaignId, snapshot };
    }
  }
};

const problemOf = (error: InstantlyError): Problem => {
  const message = error.vendorMessage || error.kind;
  switch (error.kind) {
    case 'key_rejected':
      return { kind: 'key_rejected', message: error.vendorMessage };
    case 'no_plan':
    case 'not_found':
    case 'offline':
      return { kind: error.kind };
    case 'scope_missing':
      return { kind: 'scope_missing', scopes: error.scopes };
    case 'rate_limited':
      return { kind: 'rate_limited', notBefore: error.notBefore };
    case 'timeout':
    case 'too_large':
    case 'blocked':
    case 'bad_request':
    case 'server_fault':
    case 'bad_body':
    case 'body_too_large':
      return { kind: 'fault', message };
  }
};

const gatewayProblemOf = ({ problem, until }: GatewayError, now: InstantMs): Problem => {
  switch (problem) {
    case 'deferred':
      return { kind: 'deferred', until: until ?? now };
    case 'superseded':
      return { kind: 'superseded' };
    case 'latched':
    case 'key_missing':
      return { kind: 'key_rejected', message: '' };
  }
};

/** What asking needs beside the gateway. */
export interface AskContext {
  readonly now: () => InstantMs;
  /** Whether the browser lets us reach Instantly; Firefox and Chrome let users take that back. */
  readonly hasHostPermission: () => Promise<boolean>;
}

const problemAfter = async (
  error: unknown,
  gateway: Gateway,
  context: AskContext,
): Promise<Problem> => {
  if (error instanceof GatewayError) return gatewayProblemOf(error, context.now());
  if (error instanceof VaultError) return { kind: 'fault', message: error.message };
  if (!(error instanceof InstantlyError)) throw error;
  const problem = problemOf(error);
  if (problem.kind === 'offline' && !(await context.hasHostPermission())) {
    return { kind: 'permission_missing' };
  }
  if (problem.kind !== 'rate_limited') return problem;
  return { kind: 'rate_limited', notBefore: gateway.standing().notBefore ?? problem.notBefore };
};

/** Asks Instantly one thing. What Instantly, the network or the vault does wrong is an outcome, not an error. */
export const askInstantly = async (
  gateway: Gateway,
  priority: Priority,
  ask: Ask,
  context: AskContext,
): Promise<Outcome> => {
  try {
    const answer = await gateway.request(priority, (client) => answerTo(client, ask));
    return { ok: true, answer };
  } catch (error) {
    return { ok: false, problem: await problemAfter(error, gateway, context) };
  }
};
