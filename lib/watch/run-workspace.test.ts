import { describe, expect, test } from 'vitest';
import type { CampaignFacts } from '#model';
import type { Answer, Ask, Outcome, Problem } from './core/ask.ts';
import type { SliceCommit } from './core/conclude.ts';
import { campaign, campaignId, freshMemory, NOW, snapshot, WORKSPACE } from './core/fixtures.ts';
import { type Memory, NO_ATTENTION } from './core/memory.ts';
import { type EffectsPort, runWorkspace } from './run-workspace.ts';

interface World {
  now: number;
  memory: Memory | null;
  readonly asked: string[];
  readonly commits: SliceCommit[];
  answer: (ask: Ask) => Outcome;
}

const list = (campaigns: readonly CampaignFacts[]): Outcome => ({
  ok: true,
  answer: { kind: 'campaigns', items: campaigns, nextCursor: null },
});
const failed = (problem: Problem): Outcome => ({ ok: false, problem });

const answerTo = (ask: Exclude<Ask, { kind: 'campaigns' }>): Answer => {
  switch (ask.kind) {
    case 'status':
    case 'subsequenceStatus':
      return { kind: ask.kind, snapshot: snapshot('healthy') };
    case 'inboxErrors':
    case 'inboxes':
    case 'tags':
      return { kind: ask.kind, items: [], nextCursor: null };
    case 'inboxDays':
      return { kind: 'inboxDays', days: [] };
    case 'leads':
      return { kind: 'leads', leads: [] };
    case 'subsequences':
      return { kind: 'subsequences', subsequences: [] };
  }
};

const world = (campaigns: readonly CampaignFacts[]): World => ({
  now: NOW,
  memory: freshMemory(),
  asked: [],
  commits: [],
  answer: (ask) => {
    if (ask.kind === 'campaigns') return list(campaigns);
    return { ok: true, answer: answerTo(ask) };
  },
});

const portOf = (w: World): EffectsPort => ({
  now: () => w.now,
  load: async () => w.memory,
  runningMs: async () => 5 * 60_000,
  ask: async (_memory, ask) => {
    w.asked.push(ask.kind === 'status' ? `status ${ask.campaignId.at(-1)}` : ask.kind);
    w.now += 200;
    return w.answer(ask);
  },
  commit: async (commit) => {
    w.commits.push(commit);
    w.memory = commit.after;
    return true;
  },
});

const run = (w: World, isAsked = false) =>
  runWorkspace(portOf(w), WORKSPACE, { ...NO_ATTENTION, askedAt: isAsked ? w.now : null });
const healthOf = (w: World, n: number) => w.memory?.verdicts.get(campaignId(n))?.health;

describe('one check', () => {
  test('asks the list first, then only campaigns whose status can say more', async () => {
    const w = world([
      campaign(1),
      campaign(2, 'paused'),
      campaign(3, 'bounce_protect'),
      campaign(4, 'draft'),
    ]);
    await run(w);
    expect(w.asked).toEqual([
      'campaigns',
      'status 1',
      'status 3',
      'inboxErrors',
      'inboxes',
      'leads',
      'tags',
    ]);
    expect([1, 2, 3, 4].map((n) => healthOf(w, n))).toEqual([
      'healthy',
      'inactive',
      'blocked',
      'inactive',
    ]);
    expect(w.memory?.workspace.state).toEqual({ kind: 'ok' });
  });

  test('a second check at once asks nothing, and wakes when something is due', async () => {
    const w = world([campaign(1)]);
    await run(w);
    w.asked.length = 0;
    const dueAt = await run(w);
    expect(w.asked).toEqual([]);
    expect(dueAt).toBeGreaterThanOrEqual(w.now + 30_000);
  });

  test('an unchanged fleet is not written again; only the journal moves', async () => {
    const w = world([campaign(1), campaign(2, 'paused')]);
    await run(w);
    w.now += 10 * 60_000;
    await run(w);
    const last = w.commits.at(-1);
    expect(last?.verdicts).toBeUndefined();
    expect(last?.changedObservations).toEqual([]);
    expect(last?.workspace).toBeUndefined();
    expect(last?.journal.checkedAt[campaignId(1)]).toBeGreaterThan(NOW + 10 * 60_000);
  });

  test('a long first check commits its progress in between', async () => {
    const w = world(Array.from({ length: 40 }, (_, n) => campaign(n)));
    await run(w);
    const states = w.commits.map(({ after }) => after.workspace.state);
    expect(states[0]).toMatchObject({ kind: 'first_check', found: 40 });
    expect(states.at(-1)).toEqual({ kind: 'ok' });
    expect(w.asked.filter((name) => name.startsWith('status'))).toHaveLength(40);
  });
});

describe('a person asks', () => {
  test('everything that is not of this moment is read again, once', async () => {
    const w = world([campaign(1), campaign(2)]);
    await run(w);
    w.now += 60_000;
    w.asked.length = 0;
    await run(w, true);
    expect(w.asked).toEqual(['campaigns', 'status 1', 'status 2']);
  });

  test('a wish right after a check reads the list only', async () => {
    const w = world([campaign(1)]);
    await run(w);
    w.asked.length = 0;
    w.now += 1_000;
    await run(w, true);
    expect(w.asked).toEqual(['campaigns']);
  });

  test('a wish that came before the list did is met by it: nothing is asked, nothing written', async () => {
    const w = world([campaign(1)]);
    await run(w);
    const commits = w.commits.length;
    w.asked.length = 0;
    const askedAt = w.memory?.journal.listedAt ?? 0;
    await runWorkspace(portOf(w), WORKSPACE, { ...NO_ATTENTION, askedAt });
    expect(w.asked).toEqual([]);
    expect(w.commits).toHaveLength(commits);
  });
});

describe('what is gone and what stays', () => {
  test('a campaign missing from a complete list goes', async () => {
    const w = world([campaign(1), campaign(2)]);
    await run(w);
    w.answer = (ask) =>
      ask.kind === 'campaigns' ? list([campaign(1)]) : failed({ kind: 'offline' });
    w.now += 3 * 60_000;
    await run(w);
    expect(w.memory?.observations.has(campaignId(2))).toBe(false);
    expect(w.commits.at(-1)?.removedCampaigns).toEqual([campaignId(2)]);
  });

  test('half a list removes nothing', async () => {
    const w = world([campaign(1), campaign(2)]);
    await run(w);
    w.answer = (ask) => {
      if (ask.kind !== 'campaigns' || ask.cursor) return failed({ kind: 'offline' });
      return {
        ok: true,
        answer: { kind: 'campaigns', items: [campaign(1)], nextCursor: 'more' },
      };
    };
    w.now += 3 * 60_000;
    await run(w);
    expect(w.memory?.observations.has(campaignId(2))).toBe(true);
    expect(w.memory?.workspace.state).toMatchObject({ kind: 'offline' });
  });

  test('cursors that run in a circle end the list, remove nothing and lose nothing (row 32)', async () => {
    const w = world([campaign(1), campaign(2), campaign(3)]);
    await run(w);
    const { answer } = w;
    w.answer = (ask) => {
      if (ask.kind !== 'campaigns') return answer(ask);
      const [n, nextCursor] = ask.cursor === 'b' ? ([2, 'a'] as const) : ([1, 'b'] as const);
      return { ok: true, answer: { kind: 'campaigns', items: [campaign(n)], nextCursor } };
    };
    w.asked.length = 0;
    w.now += 3 * 60_000;
    await run(w);
    expect(w.asked.filter((name) => name === 'campaigns').length).toBeLessThan(5);
    expect(w.memory?.observations.size).toBe(3);
  });

  test('each change of a verdict is one line of history', async () => {
    const w = world([campaign(1), campaign(2)]);
    await run(w);
    const { answer } = w;
    w.answer = (ask) =>
      ask.kind === 'campaigns' ? list([campaign(1, 'completed'), campaign(2)]) : answer(ask);
    w.now += 3 * 60_000;
    await run(w);
    expect(w.commits[0]?.history).toHaveLength(2);
    expect(w.commits.at(-1)?.history).toMatchObject([
      { campaignId: campaignId(1), health: 'inactive', previousHealth: 'healthy' },
    ]);
  });

  test('answers that cannot be read leave no other campaign unasked', async () => {
    const w = world(Array.from({ length: 12 }, (_, n) => campaign(n)));
    const { answer } = w;
    w.answer = (ask) =>
      ask.kind === 'status' && Number(ask.campaignId.slice(-2)) < 8
        ? failed({ kind: 'unreadable', message: 'bad_body' })
        : answer(ask);
    await run(w);
    expect([8, 9, 10, 11].map((n) => healthOf(w, n))).toEqual(Array(4).fill('healthy'));
    expect(healthOf(w, 3)).toBe('unknown');
    expect(w.memory?.workspace.state.kind).toBe('ok');
  });

  test('a failed status keeps the last verdict and does not refresh its age', async () => {
    const w = world([campaign(1)]);
    await run(w);
    const checkedAt = w.memory?.journal.checkedAt[campaignId(1)];
    w.answer = (ask) =>
      ask.kind === 'campaigns' ? list([campaign(1)]) : failed({ kind: 'fault', message: '500' });
    w.now += 10 * 60_000;
    await run(w);
    expect(healthOf(w, 1)).toBe('healthy');
    expect(w.memory?.journal.checkedAt[campaignId(1)]).toBe(checkedAt);
  });

  test('null and null is unknown, never healthy', async () => {
    const w = world([campaign(1)]);
    const { answer } = w;
    w.answer = (ask) =>
      ask.kind === 'status'
        ? { ok: true, answer: { kind: 'status', snapshot: null } }
        : answer(ask);
    await run(w);
    expect(healthOf(w, 1)).toBe('unknown');
  });
});

describe('trouble', () => {
  test('a rejected key stops the check at once and is not tried again', async () => {
    const w = world([campaign(1)]);
    w.answer = () => failed({ kind: 'key_rejected', message: 'revoked' });
    expect(await run(w)).toBeNull();
    expect(w.asked).toEqual(['campaigns']);
    expect(w.memory?.workspace.state).toMatchObject({ kind: 'key_rejected', since: NOW + 200 });
    w.now += 60 * 60_000;
    expect(await run(w, true)).toBeNull();
    expect(w.asked).toHaveLength(1);
  });

  test('a missing inbox scope switches off inboxes only', async () => {
    const w = world([campaign(1)]);
    const { answer } = w;
    w.answer = (ask) =>
      ask.kind === 'inboxes'
        ? failed({ kind: 'scope_missing', scopes: ['accounts:read'] })
        : answer(ask);
    await run(w);
    expect(w.memory?.workspace).toMatchObject({
      state: { kind: 'ok' },
      missingScopes: ['accounts:read'],
      abilities: { readInboxes: false },
    });
    expect(healthOf(w, 1)).toBe('healthy');
  });

  test('rate limited: nothing is asked before the given time, not even on demand', async () => {
    const w = world([campaign(1)]);
    const until = NOW + 5 * 60_000;
    w.answer = () => failed({ kind: 'rate_limited', notBefore: until });
    await run(w);
    expect(await run(w, true)).toBe(until);
    expect(w.asked).toHaveLength(1);
  });

  test('offline: one probe each half minute, on demand at once; the next good answer heals', async () => {
    const w = world([campaign(1)]);
    const { answer } = w;
    w.answer = () => failed({ kind: 'offline' });
    await run(w);
    await run(w);
    expect(w.asked).toHaveLength(1);
    w.answer = answer;
    await run(w, true);
    expect(w.memory?.workspace.state).toEqual({ kind: 'ok' });
    expect(healthOf(w, 1)).toBe('healthy');
  });

  test('an outage that a person met is probed in half a minute, whatever the rhythm says', async () => {
    const w = world([campaign(1)]);
    const { answer } = w;
    await run(w);
    w.now += 20_000;
    w.answer = () => failed({ kind: 'offline' });
    const dueAt = await run(w, true);
    expect(dueAt).toBe(w.now + 30_000);
    w.now = Number(dueAt);
    w.answer = answer;
    w.asked.length = 0;
    await run(w);
    expect(w.asked[0]).toBe('campaigns');
    expect(w.memory?.workspace.state).toEqual({ kind: 'ok' });
  });

  test.each(['fault', 'limit'] as const)(
    'a pause that Instantly asked for outranks faults of the same slice: %s first',
    async (first) => {
      const w = world([campaign(1), campaign(2), campaign(3), campaign(4), campaign(5)]);
      const until = NOW + 5 * 60_000;
      const { answer } = w;
      w.answer = (ask) => {
        if (ask.kind !== 'status') return answer(ask);
        return ask.campaignId === campaignId(first === 'limit' ? 1 : 5)
          ? failed({ kind: 'rate_limited', notBefore: until })
          : failed({ kind: 'fault', message: '500' });
      };
      await run(w);
      expect(w.memory?.workspace.state).toMatchObject({ kind: 'rate_limited', until });
      expect(w.memory?.journal.notBefore).toBe(until);
    },
  );

  test('a budget that grants one question at a time is not spent on the list alone', async () => {
    const w = world([campaign(1), campaign(2), campaign(3)]);
    await run(w);
    const { answer } = w;
    w.asked.length = 0;
    for (let round = 0; round < 24; round += 1) {
      w.now += 30_000;
      let granted = 1;
      w.answer = (ask) => {
        granted -= 1;
        return granted < 0 ? failed({ kind: 'deferred', until: w.now + 30_000 }) : answer(ask);
      };
      const before = w.asked.length;
      await run(w);
      // Only what was granted counts as asked.
      w.asked.length = Math.min(w.asked.length, before + 1);
    }
    expect(w.asked.filter((name) => name === 'campaigns').length).toBeLessThanOrEqual(8);
    expect(w.asked.filter((name) => name.startsWith('status')).length).toBeGreaterThanOrEqual(5);
  });

  test('a write that fails loses the slice and nothing else', async () => {
    const w = world([campaign(1)]);
    const port = portOf(w);
    const dueAt = await runWorkspace(
      { ...port, commit: async () => Promise.reject(new Error('quota')) },
      WORKSPACE,
      NO_ATTENTION,
    );
    expect(dueAt).toBe(w.now + 60_000);
    await run(w);
    expect(healthOf(w, 1)).toBe('healthy');
  });

  test('a slice of an old key ends the run', async () => {
    const w = world([campaign(1)]);
    expect(
      await runWorkspace({ ...portOf(w), commit: async () => false }, WORKSPACE, NO_ATTENTION),
    ).toBeNull();
  });
});
