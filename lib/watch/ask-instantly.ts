import { type Gateway, GatewayError, type Priority } from '#gateway';
import { type InstantlyClient, InstantlyError, type Page, type StatusReading } from '#instantly';
import type { InstantMs, SendingSnapshot } from '#model';
import { VaultError } from '#vault';
import type { Answer, Ask, Outcome, Problem } from './core/ask.ts';

const pageOf = <Item>({ value, rows, nextCursor }: Page<Item>) => ({
  items: value,
  // A page without rows is the last one, whatever its cursor says (INSTANTLY.md 1.6).
  nextCursor: rows === 0 ? null : (nextCursor ?? null),
});

const snapshotOf = (reading: StatusReading): SendingSnapshot | null =>
  reading.kind === 'read' ? reading.snapshot : null;

const answerTo = async (client: InstantlyClient, ask: Ask, now: InstantMs): Promise<Answer> => {
  switch (ask.kind) {
    case 'campaigns':
      return { kind: ask.kind, ...pageOf(await client.listCampaigns(ask.cursor ?? undefined)) };
    case 'inboxes':
    case 'inboxErrors': {
      const page = await client.listInboxes({
        cursor: ask.cursor ?? undefined,
        includeTags: true,
        onlyErrors: ask.kind === 'inboxErrors',
      });
      return { kind: ask.kind, ...pageOf(page) };
    }
    case 'tags':
      return { kind: ask.kind, ...pageOf(await client.tags(ask.cursor ?? undefined)) };
    case 'status':
      return {
        kind: ask.kind,
        snapshot: snapshotOf((await client.sendingStatus(ask.campaignId)).value),
      };
    case 'subsequenceStatus': {
      const { value } = await client.subsequenceStatus(ask.subsequenceId);
      return { kind: ask.kind, snapshot: snapshotOf(value) };
    }
    case 'inboxDays':
      return {
        kind: ask.kind,
        days: (await client.inboxDays(ask.addresses, ask.date, ask.date)).value,
      };
    case 'leads': {
      const { value } = await client.campaignAnalytics(ask.campaignIds);
      return {
        kind: ask.kind,
        leads: value.map(({ mailsSent, unsubscribed: _, ...totals }) => ({
          ...totals,
          sent: mailsSent,
          readAt: now,
        })),
      };
    }
    case 'subsequences': {
      const { value } = await client.subsequences(ask.campaignId);
      return {
        kind: ask.kind,
        subsequences: value.map(({ id, name, lifecycle }) => ({
          id,
          name,
          lifecycle,
          parentId: ask.campaignId,
          reading: { kind: 'not_asked' },
        })),
      };
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
    case 'blocked':
    case 'server_fault':
      return { kind: 'fault', message };
    case 'too_large':
    case 'bad_request':
    case 'conflict':
    case 'bad_body':
    case 'body_too_large':
      return { kind: 'unreadable', message };
  }
};

const gatewayProblemOf = ({ problem, until }: GatewayError, now: InstantMs): Problem => {
  switch (problem) {
    case 'paused':
      return { kind: 'rate_limited', notBefore: until ?? now };
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

/** What kept an answer away, as an outcome. Throws what neither Instantly, the network nor the vault did. */
export const problemAfter = async (
  error: unknown,
  gateway: Gateway,
  context: AskContext,
): Promise<Problem> => {
  if (error instanceof GatewayError) return gatewayProblemOf(error, context.now());
  if (error instanceof VaultError && error.problem === 'locked') return { kind: 'locked' };
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
    const answer = await gateway.request(priority, (client) =>
      answerTo(client, ask, context.now()),
    );
    return { ok: true, answer };
  } catch (error) {
    return { ok: false, problem: await problemAfter(error, gateway, context) };
  }
};
