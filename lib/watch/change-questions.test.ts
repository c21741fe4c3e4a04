import { describe, expect, test } from 'vitest';
import type { InstantlyClient } from '#instantly';
import type { InboxAddress } from '#model';
import type { Asking } from './asking.ts';
import { createChangeQuestions } from './change-questions.ts';
import { NOW, WORKSPACE } from './core/fixtures.ts';

const address = (text: string): InboxAddress => text as InboxAddress;

/** Asks a client of which only these calls are there. */
const askingOf = (client: Partial<InstantlyClient>): Asking => ({
  request: async (_, ask) => ({ ok: true, value: await ask(client as InstantlyClient) }),
  change: async () => {
    throw new Error('nothing is changed by a question');
  },
});

const REFUSED: Asking = {
  request: async () => ({
    ok: false,
    problem: { kind: 'scope_missing', scopes: ['audit_logs:read'] },
    error: null,
  }),
  change: async () => {
    throw new Error('nothing is changed by a question');
  },
};

test('vitals are asked once for each domain', async () => {
  const asked: (readonly InboxAddress[])[] = [];
  const questions = createChangeQuestions(
    askingOf({
      inboxVitals: async (inboxes) => {
        asked.push(inboxes);
        return { value: [], oddities: 0 };
      },
    }),
    () => NOW,
  );
  const inboxes = ['a@one.example', 'b@one.example', 'c@two.example'].map(address);
  expect(await questions['ask.inboxVitals']({ workspaceId: WORKSPACE, inboxes })).toEqual({
    ok: true,
    domains: [],
  });
  expect(asked[0]?.toSorted()).toEqual(['a@one.example', 'c@two.example']);
});

describe('the audit log', () => {
  const row = (at: number) =>
    ({ at, kind: 'campaign_paused', by: null, isFromApi: true, campaignId: null }) as const;

  test('is of the last 30 days, the latest first, and ends although its cursor does not', async () => {
    const asked: (readonly [string, string | undefined])[] = [];
    const questions = createChangeQuestions(
      askingOf({
        auditLog: async (from, cursor) => {
          asked.push([from, cursor]);
          return { value: [row(asked.length)], oddities: 0, rows: 1, nextCursor: 'again' };
        },
      }),
      () => NOW,
    );
    const answer = await questions['ask.auditLog']({ workspaceId: WORKSPACE });
    expect(answer.entries.map(({ at }) => at)).toEqual([5, 4, 3, 2, 1]);
    expect(asked[0]).toEqual(['2026-10-20', undefined]);
    expect(asked).toHaveLength(5);
  });

  test('is nothing, with the reason, where the key may not read it', async () => {
    const questions = createChangeQuestions(REFUSED, () => NOW);
    expect(await questions['ask.auditLog']({ workspaceId: WORKSPACE })).toEqual({
      entries: [],
      problem: { kind: 'scope_missing', scopes: ['audit_logs:read'] },
    });
  });
});
