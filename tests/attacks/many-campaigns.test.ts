import { describe, expect, test } from 'vitest';
import { headlines } from '#locales/en/headlines';
import { MINUTE_MS } from '#model';
import { buildHead, HEAD_BYTES } from '#store/write';
import { storedBytesOf } from '../../lib/store/head.ts';
import { loadWithout } from './permissive.ts';
import { brokenIn, loadSimulation, type Play, play, situation } from './simulated.ts';

/** So many as are promised are read to the end; of crowds beyond that only the list and the first few answers. */
const playedSeconds = (campaigns: number): number =>
  campaigns <= 500 ? 150 : Math.ceil(campaigns / 100 / 5) + 6;

const watchMany = async (campaigns: number, plays: Partial<Play> = {}) => {
  const played = await play({
    hours: playedSeconds(campaigns) / 3_600,
    campaigns,
    workspaces: 1,
    situationOf: () => situation('sends'),
    ...plays,
  });
  const [row] = played.world.store.rows.values();
  const { workspace, journal, fleet } = row ?? {};
  const head = buildHead({
    headlines,
    workspaces: workspace ? [workspace] : [],
    fleets: fleet ? [fleet] : [],
    journals: journal ? [journal] : [],
    incidents: [],
    books: [],
  });
  return { ...played, workspace, journal, verdicts: fleet?.verdicts ?? [], head };
};

describe('row 54: none, one, and far too many campaigns', () => {
  test.each([
    [0, 'ok', null],
    [1, 'ok', null],
    [500, 'ok', null],
    [2_000, 'first_check', 6],
    [10_000, 'first_check', 30],
  ] as const)(
    'row 54: %i campaigns: state %s, and how long a round takes is said',
    async (campaigns, state, minutes) => {
      const { report, workspace, journal, verdicts, head } = await watchMany(campaigns);
      // Its size is promised for 500.
      const { journalSize: _, ...broken } = brokenIn(report);
      expect(broken).toEqual({});
      expect(workspace?.state.kind).toBe(state);
      expect(verdicts).toHaveLength(campaigns);
      // What nobody has asked about yet is not called well.
      const asked = Object.keys(journal?.checkedAt ?? {}).length;
      expect(verdicts.filter(({ health }) => health === 'healthy')).toHaveLength(asked);
      if (workspace?.state.kind === 'first_check') {
        expect(workspace.state).toMatchObject({ found: campaigns, checked: asked });
      }
      if (minutes === null) expect(journal?.stretchedMs).toBeNull();
      else expect(journal?.stretchedMs).toBeGreaterThan(minutes * MINUTE_MS);
      expect(storedBytesOf(head)).toBeLessThanOrEqual(HEAD_BYTES);
      expect(Object.values(head.counts).reduce((sum, count) => sum + count, 0)).toBe(campaigns);
    },
  );

  test('row 54, control: without clipping the head of 500 is no quick read', async () => {
    const { verdicts, head } = await watchMany(500);
    expect(storedBytesOf({ ...head, rows: verdicts })).toBeGreaterThan(10 * HEAD_BYTES);
  });

  test('row 54, control: without a budget 2,000 are asked at once, far above what we allow ourselves', async () => {
    const simulate = await loadWithout(
      {
        '../../lib/gateway/token-bucket.ts': () => ({
          takeToken: (state: object) => ({ state, waitMs: 0 }),
        }),
      },
      loadSimulation,
    );
    const { report } = await watchMany(2_000, { simulate });
    expect(brokenIn(report)).toHaveProperty('ownBudget');
  });
});
