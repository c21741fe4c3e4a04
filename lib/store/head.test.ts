import { describe, expect, it } from 'vitest';
import { headlines } from '#locales/en/headlines';
import { HEALTHS } from '#model';
import {
  campaignId,
  sampleCause,
  sampleIncident,
  sampleJournal,
  sampleVerdict,
  sampleWorkspace,
  T0,
  workspaceId,
} from './fixtures.ts';
import { buildHead, HEAD_BYTES, type HeadSources, storedBytesOf } from './head.ts';
import { packHead, timesOf, unpackHead } from './head-packing.ts';

const sources = (parts: Partial<HeadSources> = {}): HeadSources => ({
  workspaces: [sampleWorkspace()],
  fleets: [],
  journals: [],
  incidents: [],
  books: [],
  headlines,
  ...parts,
});

const fleetOf = (verdicts: readonly ReturnType<typeof sampleVerdict>[]) => [
  { workspaceId: workspaceId(), verdicts },
];

describe('stored head', () => {
  it('says how much of it is silenced, in the workspaces that are connected', () => {
    const books = [
      { workspaceId: workspaceId(), silenced: { blocked: 2, degraded: 1 } },
      { workspaceId: workspaceId(9), silenced: { blocked: 7, degraded: 7 } },
    ];
    const head = buildHead(sources({ books }));
    expect(head.silenced).toEqual({ blocked: 2, degraded: 1 });
    expect(unpackHead(packHead(head), timesOf(head))).toEqual(head);
  });

  it('keeps the headlines of the causes in it, and no others', () => {
    const head = buildHead(sources({ fleets: fleetOf([sampleVerdict()]) }));
    const [cause] = sampleVerdict().causes;
    const kept = Object.keys(head.headlines);
    expect(kept).toContain(`${cause?.code}.headline`);
    expect(kept.length).toBeLessThanOrEqual(4);
    expect(buildHead(sources({ headlines: {} })).headlines).toEqual({});
  });

  it('comes back as it was built, also through JSON', () => {
    const verdicts = [
      sampleVerdict({ health: 'unknown', code: null, nextSendAt: T0, clearsAt: T0 + 1 }),
      sampleVerdict({ campaignId: campaignId(2), health: 'healthy', causes: [], lastKnown: null }),
    ];
    const head = buildHead(sources({ fleets: fleetOf(verdicts), incidents: [sampleIncident()] }));
    expect(head.rows).toHaveLength(2);
    expect(unpackHead(packHead(head), timesOf(head))).toEqual(head);
    expect(unpackHead(JSON.parse(JSON.stringify(packHead(head))), timesOf(head))).toEqual(head);
  });

  it('keeps an unknown figure apart from "no cap"', () => {
    const counters = { ...sampleVerdict().counters, sentToday: undefined, limitPerDay: null };
    const head = buildHead(sources({ fleets: fleetOf([sampleVerdict({ counters })]) }));
    const back = unpackHead(JSON.parse(JSON.stringify(packHead(head))), timesOf(head));
    expect(back?.rows[0]?.counters.sentToday).toBeUndefined();
    expect(back?.rows[0]?.counters.limitPerDay).toBeNull();
  });

  it('is not read when a row belongs to no workspace or is no row', () => {
    const packed = packHead(buildHead(sources({ fleets: fleetOf([sampleVerdict()]) })));
    expect(
      unpackHead({ ...packed, rows: [[7, ...(packed.rows[0] ?? []).slice(1)]] }, [T0]),
    ).toBeUndefined();
    expect(unpackHead({ ...packed, rows: ['row'] }, [T0])).toBeUndefined();
    expect(unpackHead('head', [T0])).toBeUndefined();
  });

  it('is not read without its times, or with those of another', () => {
    const packed = packHead(buildHead(sources()));
    expect(unpackHead(packed, [T0])?.workspaces[0]?.checkedAt).toBe(T0);
    expect(unpackHead(packed, [null])?.workspaces[0]?.checkedAt).toBeNull();
    for (const times of [undefined, [], [T0, T0], ['now']]) {
      expect(unpackHead(packed, times)).toBeUndefined();
    }
  });

  it('holds no time of a check, so that an unchanged one need not be written again', () => {
    const fleets = fleetOf([sampleVerdict()]);
    const at = (checkedAt: number) =>
      packHead(
        buildHead(
          sources({
            fleets,
            journals: [sampleJournal({ checkedAt: { [campaignId()]: checkedAt } })],
          }),
        ),
      );
    expect(at(T0 + 60_000)).toEqual(at(T0));
  });
});

describe('head', () => {
  it('lists the worst first: by health, then by what it costs, then by name', () => {
    const verdicts = [
      sampleVerdict({ name: 'z', health: 'healthy', causes: [] }),
      sampleVerdict({ name: 'b', health: 'blocked', causes: [sampleCause({ loss: 5 })] }),
      sampleVerdict({ name: 'a', health: 'blocked', causes: [sampleCause({ loss: null })] }),
      sampleVerdict({ name: 'd', health: 'blocked', causes: [sampleCause({ loss: 5 })] }),
      sampleVerdict({ name: 'c', health: 'blocked', causes: [sampleCause({ loss: 70 })] }),
      sampleVerdict({ name: 'e', health: 'limited', causes: [] }),
    ];
    const head = buildHead(sources({ fleets: fleetOf(verdicts) }));
    expect(head.rows.map((row) => row.name)).toEqual(['c', 'b', 'd', 'a', 'e', 'z']);
  });

  it('counts everyone but lists 20, each with its first cause', () => {
    const verdicts = Array.from({ length: 500 }, (_, n) =>
      sampleVerdict({ campaignId: campaignId(n), health: n % 2 ? 'blocked' : 'healthy' }),
    );
    const head = buildHead(sources({ fleets: fleetOf(verdicts) }));
    expect(head.counts).toMatchObject({ blocked: 250, healthy: 250, unknown: 0 });
    expect(head.rows).toHaveLength(20);
    for (const row of head.rows) expect(row.causes).toHaveLength(1);
    expect(storedBytesOf(head)).toBeLessThanOrEqual(HEAD_BYTES);
  });

  it('leaves out the campaigns of a workspace that is gone', () => {
    const head = buildHead(sources({ workspaces: [], fleets: fleetOf([sampleVerdict()]) }));
    expect(head.rows).toEqual([]);
    expect(head.counts.blocked).toBe(0);
  });

  it('says when the campaigns that are watched were checked, by the oldest of them', () => {
    const verdicts = [
      sampleVerdict({ campaignId: campaignId(1) }),
      sampleVerdict({ campaignId: campaignId(2) }),
      sampleVerdict({ campaignId: campaignId(3), health: 'inactive' }),
    ];
    const checkedAt = {
      [campaignId(1)]: T0,
      [campaignId(2)]: T0 - 5_000,
      [campaignId(3)]: T0 - 90_000,
    };
    const seen = (parts: Partial<HeadSources>) =>
      buildHead(sources(parts)).workspaces[0]?.checkedAt;
    expect(seen({ fleets: fleetOf(verdicts), journals: [sampleJournal({ checkedAt })] })).toBe(
      T0 - 5_000,
    );
    expect(seen({ journals: [sampleJournal({ checkedAt: {}, listedAt: T0 - 1 })] })).toBe(T0 - 1);
    expect(seen({})).toBeNull();
  });

  it('names the three worst incidents that are firing', () => {
    const incidents = [
      sampleIncident({ id: 'amber', severity: 'amber', restores: 9 }),
      sampleIncident({ id: 'few', restores: 1 }),
      sampleIncident({ id: 'many', restores: 4 }),
      sampleIncident({ id: 'over' }, { state: 'resolved' }),
      sampleIncident({ id: 'grey', severity: 'grey' }),
    ];
    expect(buildHead(sources({ incidents })).incidents.map((one) => one.id)).toEqual([
      'many',
      'few',
      'amber',
    ]);
  });

  it('stays under 8 kB with 20 workspaces and the most hostile texts', () => {
    for (const unit of ['x', '"', '\u0000', '🔥', '漢', '\uD800']) {
      const huge = unit.repeat(20_000);
      const workspaces = Array.from({ length: 20 }, (_, n) =>
        sampleWorkspace({
          id: workspaceId(n),
          name: huge,
          order: n,
          state: { kind: 'key_rejected', since: T0, message: huge },
        }),
      );
      const cause = sampleCause({ params: { a: huge, b: [huge, huge], c: 1, d: huge } });
      const verdicts = Array.from({ length: 500 }, (_, n) =>
        sampleVerdict({ campaignId: campaignId(n), name: huge, code: huge, causes: [cause] }),
      );
      const incidents = Array.from({ length: 9 }, (_, n) =>
        sampleIncident({
          id: `${n}`,
          params: { huge },
          subject: { kind: 'tag', tagId: huge },
          campaignIds: verdicts.map((verdict) => verdict.campaignId),
        }),
      );
      const head = buildHead(sources({ workspaces, fleets: fleetOf(verdicts), incidents }));
      expect(storedBytesOf(head)).toBeLessThanOrEqual(HEAD_BYTES);
      expect(head.workspaces).toHaveLength(20);
      expect(head.counts.blocked).toBe(500);
    }
  });

  it('holds 20 rows for a usual fleet, whole enough to be read', () => {
    const verdicts = Array.from({ length: 60 }, (_, n) =>
      sampleVerdict({
        campaignId: campaignId(n),
        name: `SaaS founders — DACH, wave ${n}`,
        health: HEALTHS[n % 3] ?? 'blocked',
      }),
    );
    const workspaces = [1, 2, 3].map((n) => sampleWorkspace({ id: workspaceId(n), order: n }));
    const head = buildHead(
      sources({ workspaces, fleets: fleetOf(verdicts), incidents: [sampleIncident()] }),
    );
    expect(head.rows).toHaveLength(20);
    expect(head.rows[0]?.causes[0]?.params).toMatchObject({ down: 2 });
    expect(head.rows[0]?.name).toContain('SaaS founders');
  });
});
