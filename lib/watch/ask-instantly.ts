import { InstantlyError, type InstantlyClient } from '#instantly';
import type { Answer, Ask, Outcome, Problem } from './core/ask.ts';

/** The way to Instantly, as the watcher uses it: budget, key and latch are the gateway's business. */
export type Request = <T>(call: (client: InstantlyClient) => Promise<T>) => Promise<T>;

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

/** Asks Instantly one thing. What Instantly or the network does wrong is an outcome; anything else is thrown. */
export const askInstantly = async (request: Request, ask: Ask): Promise<Outcome> => {
  try {
    return { ok: true, answer: await request((client) => answerTo(client, ask)) };
  } catch (error) {
    if (error instanceof InstantlyError) return { ok: false, problem: problemOf(error) };
    throw error;
  }
};
