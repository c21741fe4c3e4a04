import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { CampaignId, WorkspaceId } from '#model';
import { hostileValue, mutated, pathsOf } from '../../lib/instantly/fixtures/mutations.ts';
import {
  CAMPAIGN_ID,
  OTHER_CAMPAIGN_ID,
  WORKSPACE_ID,
} from '../../lib/instantly/fixtures/payloads.ts';
import { CAMPAIGN, codeOf, FRESH, healthFrom, load, NOW, STATUS } from './one-campaign.ts';
import { failureOf, loadWithout } from './permissive.ts';

test('rows 27 to 30, control: the answer that all of them change is healthy', async () => {
  expect(await healthFrom(await load(), CAMPAIGN, STATUS)).toBe('healthy');
});

describe('row 27: wrong types everywhere', () => {
  const broken = (room: Awaited<ReturnType<typeof load>>, path: readonly (string | number)[]) =>
    failureOf(healthFrom(room, CAMPAIGN, mutated(STATUS, path, { wrong: [1] })));

  test('row 27: any one field may be anything: never an untyped error, and the rest is read', async () => {
    const room = await load();
    for (const path of pathsOf(STATUS)) {
      const outcome = await broken(room, path);
      expect(['nothing was thrown', 'bad_body']).toContain(outcome);
      if (path.length > 1) expect(outcome).toBe('nothing was thrown');
    }
  });

  test('row 27: nor for any value that a generator finds, in campaign or status', async () => {
    const room = await load();
    const paths = fc.constantFrom(...pathsOf(STATUS));
    const places = fc.constantFrom(...pathsOf(CAMPAIGN));
    await fc.assert(
      fc.asyncProperty(paths, places, hostileValue, hostileValue, async (path, place, a, b) => {
        const status = mutated(STATUS, path, a);
        const outcome = await failureOf(healthFrom(room, mutated(CAMPAIGN, place, b), status));
        expect(['nothing was thrown', 'bad_body']).toContain(outcome);
      }),
      { numRuns: 500, seed: 27 },
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('row 27, control: with strict fields one wrong one costs the whole answer', async () => {
    const strict = (schema: z.ZodMiniType) => schema;
    const open = await loadWithout(
      {
        '../../lib/instantly/wire.ts': () => ({
          always: strict,
          maybe: (schema: z.ZodMiniType) => z.optional(schema),
          maybeNull: (schema: z.ZodMiniType) => z.nullish(schema),
          alwaysOrNull: (schema: z.ZodMiniType) => z.nullable(schema),
        }),
      },
      load,
    );
    const path = ['diagnostics', 'accounts_summary', 'available'];
    expect(await broken(open, path)).toBe('bad_body');
    expect(await broken(await load(), path)).toBe('nothing was thrown');
  });
});

describe('row 28: values that nobody has seen', () => {
  const CHANGES: [string, unknown, unknown][] = [
    ['status 7', mutated(CAMPAIGN, ['status'], 7), STATUS],
    ['status -42', mutated(CAMPAIGN, ['status'], -42), STATUS],
    ['a reason 77', mutated(CAMPAIGN, ['not_sending_status'], 77), STATUS],
    ['a code of the sending status', CAMPAIGN, codeOf('brand_new_state', 'brand_new_state')],
    ['a code named like a field of objects', CAMPAIGN, codeOf('constructor', 'constructor')],
  ];

  test.each(CHANGES)('row 28: %s is unknown, never healthy', async (_, campaign, status) => {
    expect(await healthFrom(await load(), campaign, status)).toBe('unknown');
  });

  test('row 28, control: a reader that takes the unseen for the usual says healthy', async () => {
    const usual = (name: unknown) =>
      z.pipe(
        z.unknown(),
        z.transform(() => name),
      );
    const open = await loadWithout(
      {
        '../../lib/instantly/enums.ts': () => ({
          lifecycle: usual('active'),
          notSendingReason: usual(null),
        }),
        '../../lib/instantly/sending-code.ts': () => ({ sendingCode: usual('healthy') }),
      },
      load,
    );
    for (const [, campaign, status] of CHANGES) {
      expect(await healthFrom(open, campaign, status)).toBe('healthy');
    }
  });
});

describe('row 29: nothing said', () => {
  const OUTSIDE = {
    diagnostics: {
      campaign_id: CAMPAIGN_ID,
      last_updated: FRESH,
      status: null,
      issue_tracking: {
        current_status_code: null,
        issue_first_seen_at: null,
        consecutive_loops_with_issue: 0,
        last_healthy_send_at: null,
      },
    },
    summary: null,
  };

  test('row 29: null and null is no data: unknown and no error', async () => {
    const status = { diagnostics: null, summary: null };
    expect(await healthFrom(await load(), CAMPAIGN, status)).toBe('unknown');
  });

  test('row 29: the short answer outside the schedule is no error and not healthy', async () => {
    expect(await healthFrom(await load(), CAMPAIGN, OUTSIDE)).not.toBe('healthy');
  });

  test('row 29, control: a reader that takes silence for good news says healthy', async () => {
    const open = await loadWithout(
      {
        '../../lib/diagnosis/effective-code.ts': (real: {
          effectiveCode: (observation: unknown) => { kind: string };
        }) => ({
          effectiveCode: (observation: unknown) => {
            const found = real.effectiveCode(observation);
            return found.kind === 'none'
              ? { kind: 'code', code: 'healthy', from: 'snapshot' }
              : found;
          },
        }),
      },
      load,
    );
    const { diagnose } = open;
    const client = open.createClient({
      key: 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=',
      now: () => NOW,
      workspaceId: WORKSPACE_ID as WorkspaceId,
      fetch: async () => Response.json(CAMPAIGN),
    });
    const { value: campaign } = await client.campaign(CAMPAIGN_ID as CampaignId);
    const observation = {
      campaign,
      listedAt: NOW,
      reading: { kind: 'empty', readAt: NOW },
    } as const;
    expect(diagnose(observation)?.code).toBe('healthy');
  });
});

describe('row 30: contradictions', () => {
  const figures = (path: readonly string[], value: number) =>
    mutated(STATUS, ['diagnostics', ...path], value);

  test.each([
    ['no_accounts_available', 'healthy'],
    ['healthy', 'no_accounts_available'],
    ['healthy', 'all_accounts_unhealthy'],
    ['campaign_bounce_protect', 'healthy'],
  ])('row 30: %s against %s is not healthy', async (diagnostics, summary) => {
    const health = await healthFrom(await load(), CAMPAIGN, codeOf(diagnostics, summary));
    expect(health).not.toBe('healthy');
  });

  test.each([
    ['more inboxes available than connected', ['accounts_summary', 'available'], 500],
    ['fewer than no inboxes', ['accounts_summary', 'available'], -3],
    ['fewer than no mails', ['campaign_daily_limit', 'sent'], -1],
  ])('row 30: %s is not healthy', async (_, path, value) => {
    expect(await healthFrom(await load(), CAMPAIGN, figures(path, value))).not.toBe('healthy');
  });

  test('row 30, control: without the rule the impossible figures pass for healthy', async () => {
    const open = await loadWithout(
      {
        '../../lib/diagnosis/rules/running/contradiction.ts': () => ({ contradiction: () => [] }),
      },
      load,
    );
    const impossible = figures(['campaign_daily_limit', 'sent'], -1);
    expect(await healthFrom(open, CAMPAIGN, impossible)).toBe('healthy');
  });
});

describe('row 33: the status of another campaign', () => {
  const foreign = mutated(STATUS, ['diagnostics', 'campaign_id'], OTHER_CAMPAIGN_ID);

  test('row 33: is rejected', async () => {
    expect(await failureOf(healthFrom(await load(), CAMPAIGN, foreign))).toBe('bad_body');
  });

  test('row 33: as is another campaign than the one asked for', async () => {
    const other = mutated(CAMPAIGN, ['id'], OTHER_CAMPAIGN_ID);
    expect(await failureOf(healthFrom(await load(), other, STATUS))).toBe('bad_body');
  });

  test('row 33, control: without a name in it nothing tells them apart', async () => {
    const nameless = mutated(STATUS, ['diagnostics', 'campaign_id'], undefined);
    expect(await healthFrom(await load(), CAMPAIGN, nameless)).toBe('healthy');
  });
});
