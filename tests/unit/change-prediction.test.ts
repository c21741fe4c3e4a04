import { beforeAll, describe, expect, test } from 'vitest';
import { planChange } from '#actions';
import { diagnoseFleet, type FleetInput } from '#diagnosis';
import { todayAt } from '#forecast';
import type { CampaignId, Change, ChangeEffect, InboxAddress, Observation } from '#model';
import {
  activateCampaign,
  changeCampaign,
  changeInbox,
  createWorld,
  DEFAULT_START_MS,
  HOUR_MS,
  northwindPlan,
  pauseCampaign,
  pauseInbox,
  resumeInbox,
  type World,
} from '../../sandbox/world/index.ts';
import { clientOf, readFleet } from './forecast-simulated-fleet.ts';

// Each change is made alone in a simulated day of its own: what its preview promised, against what the day then did.

const SLOW_MS = 120_000;
const SEEDS = [1, 2];
/** A world is simulated for each change: every third change is enough. */
const EVERY = 3;
/** Of each kind, how many are at rest where a fleet is to be taken back to work. */
const RESTING = 3;
const DAY_OVER_MS = 30 * HOUR_MS;

/** Thursday 15:10 UTC: some windows are half over, some have just opened. */
const newWorld = (seed: number): World =>
  createWorld({ seed, plan: { ...northwindPlan(DEFAULT_START_MS, 30, 24), faultsPerDay: 0 } });

interface Prediction {
  readonly kind: Change['kind'];
  readonly name: string;
  readonly effect: ChangeEffect;
  /** Mails of the same campaigns by the end of their day, without and with the change. */
  readonly actualBefore: number;
  readonly actualAfter: number;
}

const make = (world: World, change: Change): void => {
  const { state } = world;
  const campaign = 'campaignId' in change ? state.campaigns.get(change.campaignId) : undefined;
  const inbox = 'inbox' in change ? state.inboxes.get(change.inbox) : undefined;
  if (campaign && change.kind === 'pause_campaign') pauseCampaign(state, campaign);
  if (campaign && change.kind === 'activate_campaign') activateCampaign(state, campaign);
  if (campaign && change.kind === 'set_campaign_limit') {
    changeCampaign(state, campaign, { limitPerDay: change.limitPerDay });
  }
  if (campaign && change.kind === 'set_new_lead_limit') {
    changeCampaign(state, campaign, { newLeadsPerDay: change.limitPerDay });
  }
  if (inbox && change.kind === 'set_inbox_limit') {
    changeInbox(state, inbox, { limitPerDay: change.limitPerDay });
  }
  if (inbox && change.kind === 'pause_inbox') pauseInbox(state, inbox);
  if (inbox && change.kind === 'resume_inbox') resumeInbox(state, inbox);
};

/** Mails of these campaigns in their own today, once it is over everywhere. */
const sentBy = (world: World, campaigns: readonly Observation[], from: number): number => {
  world.runUntil(from + DAY_OVER_MS);
  return campaigns.reduce((sum, { campaign }) => {
    const today = todayAt(campaign.schedule, from);
    if (today === null) return sum;
    const mine = world.mails.filter(
      ({ campaignId, atMs }) =>
        campaignId === campaign.id && today.startsAt <= atMs && atMs < today.endsAt,
    );
    return sum + mine.length;
  }, 0);
};

const usersOf = (fleet: FleetInput, change: Change): readonly Observation[] =>
  fleet.observations.filter(({ campaign }) =>
    'campaignId' in change
      ? campaign.id === change.campaignId
      : 'inbox' in change && campaign.inboxes.includes(change.inbox),
  );

const isSilent = (world: World, id: CampaignId): boolean => {
  const campaign = world.state.campaigns.get(id);
  return campaign?.isSilent === true || campaign?.hasInstantlyError === true;
};

/** The changes that a person would think of in this fleet: every running campaign up, down and off; every inbox. */
const changesIn = (fleet: FleetInput, world: World): readonly Change[] => {
  const verdicts = new Map(diagnoseFleet(fleet).map((verdict) => [verdict.campaignId, verdict]));
  const ofCampaigns = fleet.observations.flatMap(({ campaign }): Change[] => {
    const { id: campaignId, limitPerDay, lifecycle } = campaign;
    const today = todayAt(campaign.schedule, fleet.now);
    if (isSilent(world, campaignId) || !today || today.minutesLeft < 60) return [];
    // Which leads come due later in the day is not told by the API (forecast-versus-simulation.test.ts).
    const record = fleet.observations.find((one) => one.campaign.id === campaignId);
    const isNoneReady =
      record?.reading.kind === 'read' && record.reading.snapshot.leads?.isNoneReady === true;
    if (isNoneReady) return [];
    if (lifecycle === 'paused') return [{ kind: 'activate_campaign', campaignId }];
    if (lifecycle !== 'active' || verdicts.get(campaignId)?.health === 'blocked') return [];
    return [
      { kind: 'pause_campaign', campaignId },
      { kind: 'set_campaign_limit', campaignId, limitPerDay: Math.max(1, (limitPerDay ?? 40) * 2) },
      { kind: 'set_campaign_limit', campaignId, limitPerDay: Math.ceil((limitPerDay ?? 40) / 2) },
      { kind: 'set_new_lead_limit', campaignId, limitPerDay: 10 },
    ];
  });
  const ofInboxes = fleet.inboxes
    .filter(({ status }) => status === 'active')
    .slice(0, 12)
    .flatMap(({ address: inbox }): Change[] => [
      { kind: 'pause_inbox', inbox },
      { kind: 'set_inbox_limit', inbox, limitPerDay: 10 },
    ]);
  return [...ofCampaigns, ...ofInboxes].filter((_, at) => at % EVERY === 0);
};

const subjectOf = (fleet: FleetInput, change: Change) => {
  if ('campaignId' in change) {
    const { campaign } =
      fleet.observations.find((one) => one.campaign.id === change.campaignId) ?? {};
    return campaign ? ({ kind: 'campaign', campaign } as const) : null;
  }
  const address: InboxAddress | undefined = 'inbox' in change ? change.inbox : undefined;
  const inboxes = fleet.inboxes.filter((inbox) => inbox.address === address);
  return { kind: 'inboxes', inboxes } as const;
};

/** A fleet as it is before any of the changes, and those that a person would think of in it. */
interface Setting {
  readonly seed: number;
  prepare(world: World): void;
  changes(fleet: FleetInput, world: World): readonly Change[];
}

/** Campaigns and inboxes at rest, each of which may be taken back to work. */
const restingOf = async (seed: number): Promise<Setting> => {
  const world = newWorld(seed);
  const found = changesIn(await readFleet(clientOf(world), world.nowMs), world);
  const pauses = ['pause_campaign', 'pause_inbox'].flatMap((kind) =>
    found.filter((change) => change.kind === kind).slice(0, RESTING),
  );
  return {
    seed,
    prepare: (it) => {
      for (const pause of pauses) make(it, pause);
    },
    changes: () =>
      pauses.flatMap((pause): Change[] => {
        if (pause.kind === 'pause_campaign') return [{ ...pause, kind: 'activate_campaign' }];
        return pause.kind === 'pause_inbox' ? [{ ...pause, kind: 'resume_inbox' }] : [];
      }),
  };
};

const predictAll = async (setting: Setting): Promise<readonly Prediction[]> => {
  const begin = (): World => {
    const world = newWorld(setting.seed);
    setting.prepare(world);
    return world;
  };
  const first = begin();
  const from = first.nowMs;
  const fleet = await readFleet(clientOf(first), from);
  const unchanged = begin();
  unchanged.runUntil(from + DAY_OVER_MS);
  const plans = setting.changes(fleet, first).map((change) =>
    planChange(
      { workspaceId: fleet.workspaceId, change },
      {
        now: from,
        subject: subjectOf(fleet, change),
        problem: null,
        missingScopes: [],
        isDemo: false,
        past: [],
        fleet,
        undoes: null,
      },
    ),
  );
  return plans.flatMap(({ change, subject, effect, refusal }) => {
    if (effect === null || refusal !== null) return [];
    const users = usersOf(fleet, change);
    const world = begin();
    make(world, change);
    return [
      {
        kind: change.kind,
        name: subject,
        effect,
        actualBefore: sentBy(unchanged, users, from),
        actualAfter: sentBy(world, users, from),
      },
    ];
  });
};

const figure = ({ contendedToday, today }: ChangeEffect['after']): number =>
  contendedToday ?? today.mean;

const errorOf = ({ effect, actualAfter }: Prediction): number =>
  Math.abs(figure(effect.after) - actualAfter) / Math.max(1, actualAfter);

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

describe('what a preview promises, against the simulated day with the change made', () => {
  let predictions: readonly Prediction[] = [];

  beforeAll(async () => {
    const running = SEEDS.map(
      (seed): Setting => ({ seed, prepare: () => undefined, changes: changesIn }),
    );
    const settings = [...running, ...(await Promise.all(SEEDS.map(restingOf)))];
    predictions = (await Promise.all(settings.map(predictAll))).flat();
    const groups = [...Map.groupBy(predictions, ({ kind }) => kind)];
    const lines = groups.map(([kind, of]) =>
      [
        kind.padEnd(22),
        String(of.length).padStart(6),
        `${(median(of.map(errorOf)) * 100).toFixed(0)} %`.padStart(8),
      ].join(''),
    );
    process.stdout.write(`\nchange                changes  median error\n${lines.join('\n')}\n`);
  }, SLOW_MS);

  test('there is enough to compare, of every kind that moves mails', () => {
    expect(predictions.length).toBeGreaterThan(20);
    expect(new Set(predictions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
  });

  test.each([
    ['pause_inbox', 0.1],
    ['set_inbox_limit', 0.1],
    // A campaign that was changed sends nothing for 10 to 15 minutes (INSTANTLY.md 4.1), which is not foretold.
    ['set_campaign_limit', 0.15],
    ['activate_campaign', 0.15],
    ['resume_inbox', 0.1],
  ] as const)('the mails of the day after %s are within %d at the median', (kind, most) => {
    const errors = predictions.filter((one) => one.kind === kind).map(errorOf);
    expect(errors.length).toBeGreaterThan(2);
    expect(median(errors)).toBeLessThanOrEqual(most);
  });

  test('fewer new leads: an upper bound, and said to be one, for nobody tells which follow-ups are due', () => {
    const limited = predictions.filter(({ kind }) => kind === 'set_new_lead_limit');
    expect(limited.length).toBeGreaterThan(2);
    expect(limited.every(({ effect }) => effect.after.assumed.includes('followUpsDue'))).toBe(true);
    const over = limited.map(({ effect, actualAfter }) => figure(effect.after) - actualAfter);
    expect(median(over)).toBeGreaterThanOrEqual(0);
  });

  test('a pause stops at what was sent', () => {
    const pauses = predictions.filter(({ kind }) => kind === 'pause_campaign');
    expect(pauses.length).toBeGreaterThan(2);
    expect(median(pauses.map(errorOf))).toBe(0);
  });

  test('more is never promised to be less, nor less to be more', () => {
    for (const { effect, kind, name } of predictions) {
      const isMore = kind === 'activate_campaign' || kind === 'resume_inbox';
      const isLess = kind === 'pause_campaign' || kind === 'pause_inbox';
      const gain = effect.after.today.mean - effect.before.today.mean;
      if (isMore) expect({ name, isRight: gain >= 0 }).toEqual({ name, isRight: true });
      if (isLess) expect({ name, isRight: gain <= 0 }).toEqual({ name, isRight: true });
    }
  });

  test.each([
    ['pause_campaign', 0.1],
    ['activate_campaign', 0.15],
  ])('control: before %s, the figure of the day without it is off by more', (kind, most) => {
    const asBefore = predictions
      .filter((one) => one.kind === kind)
      .map(
        ({ effect, actualAfter }) =>
          Math.abs(figure(effect.before) - actualAfter) / Math.max(1, actualAfter),
      );
    expect(median(asBefore)).toBeGreaterThan(most);
  });
});
