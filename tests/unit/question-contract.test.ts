import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AskProblem } from '#messages';
import { createChangeQuestions } from '#watch';
import { type ChangeWorld, changeWorld } from './change-world.ts';

// What a person asks of inboxes instead of a change: the tests of a domain, its tracking domain, its warmup, and
// Instantly's own log, against the sandbox.

beforeEach(() => {
  fakeBrowser.reset();
});

const refusal = (status: number, message: string): Response =>
  new Response(JSON.stringify({ statusCode: status, error: 'Error', message }), { status });

type Questions = ReturnType<typeof createChangeQuestions>;
type Asked = (questions: Questions, it: ChangeWorld) => Promise<object>;

const EACH = {
  'ask.inboxVitals': (ask, it) =>
    ask['ask.inboxVitals']({
      workspaceId: it.workspaceId,
      inboxes: [it.inbox(0), it.inbox(1)],
    }),
  'ask.trackingDomain': (ask, it) =>
    ask['ask.trackingDomain']({ workspaceId: it.workspaceId, host: 'track.a.example' }),
  'ask.warmup': (ask, it) =>
    ask['ask.warmup']({ workspaceId: it.workspaceId, inboxes: [it.inbox(0)] }),
  'ask.auditLog': (ask, it) => ask['ask.auditLog']({ workspaceId: it.workspaceId }),
} satisfies Readonly<Record<keyof Questions, Asked>>;

const ANSWERS: Readonly<Record<keyof Questions, object>> = {
  'ask.inboxVitals': { ok: true, domains: [{ domain: 'a.example', isPassing: true }] },
  'ask.trackingDomain': { ok: true, domain: { host: 'track.a.example', isPassing: true } },
  'ask.warmup': { ok: true, warmups: [{ address: 'inbox0@a.example' }] },
  'ask.auditLog': { entries: [], problem: null },
};

const begun = async (options: Parameters<typeof changeWorld>[0] = {}) => {
  const it = await changeWorld(options);
  const { request, change } = it.port;
  return { it, questions: createChangeQuestions({ request, change }, it.port.now) };
};

describe.each(Object.entries(EACH))('%s', (name, ask: Asked) => {
  test('is answered in our words, and nothing is changed', async () => {
    const { it, questions } = await begun();
    expect(await ask(questions, it)).toMatchObject(ANSWERS[name as keyof Questions]);
    expect([it.writes, await it.records()]).toEqual([[], []]);
  });

  test.each<[string, Response | 'no answer' | 'silence', AskProblem['kind']]>([
    ['400', refusal(400, 'body/x must be string'), 'unreadable'],
    ['401', refusal(401, 'Invalid API key'), 'key_rejected'],
    [
      '401 for a scope',
      refusal(401, 'Invalid scope. Required: x:read. Found: y:read'),
      'scope_missing',
    ],
    ['402', refusal(402, 'No plan'), 'no_plan'],
    ['404', refusal(404, 'Not found'), 'not_found'],
    ['409', refusal(409, 'Conflict'), 'unreadable'],
    ['429', refusal(429, 'Rate limit exceeded'), 'rate_limited'],
    ['500', refusal(500, 'Oops'), 'fault'],
    ['an answer that is none', new Response('<html>'), 'unreadable'],
    ['no answer', 'no answer', 'offline'],
    ['a timeout', 'silence', 'fault'],
  ])('answered with %s: the problem is told, and nothing is changed', async (_, trouble, kind) => {
    const { it, questions } = await begun({ timeoutMs: 20 });
    // A gateway may ask again by itself: it meets the same.
    const again = () => (trouble instanceof Response ? trouble.clone() : trouble);
    for (let n = 0; n < 5; n += 1) it.readTroubles.push({ after: again() });
    expect(await ask(questions, it)).toMatchObject({ problem: { kind } });
    expect([it.writes, await it.records()]).toEqual([[], []]);
  });
});

test('without the scope, what is needed is named', async () => {
  const { it, questions } = await begun({ scopes: ['campaigns:all'] });
  const problem = { kind: 'scope_missing', scopes: ['accounts:read'] };
  for (const name of ['ask.inboxVitals', 'ask.trackingDomain', 'ask.warmup'] as const) {
    expect(await EACH[name](questions, it)).toEqual({ ok: false, problem });
  }
});
