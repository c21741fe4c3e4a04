import { uuidFrom } from './ids.ts';
import type { InboxPlan, WorldPlan } from './plan.ts';
import { createRandom } from './random.ts';
import type { InboxState, Tag } from './state.ts';
import { DAY_MS, type WorldMs } from './time.ts';

/** The tags of a plan by label: those it lists and those its inboxes and campaigns name. */
export function buildTags(plan: WorldPlan, seed: string, atMs: WorldMs): Map<string, Tag> {
  const labels = [
    ...(plan.tags ?? []),
    ...plan.inboxes.flatMap(({ tags }) => tags ?? []),
    ...plan.campaigns.flatMap(({ tags }) => tags ?? []),
  ];
  const byLabel = new Map<string, Tag>();
  for (const label of new Set(labels)) {
    const createdMs = atMs - 200 * DAY_MS + byLabel.size * 61_000;
    byLabel.set(label, { id: uuidFrom(seed, `tag:${label}`, createdMs), label, createdMs });
  }
  return byLabel;
}

function nameFrom(address: string): { firstName: string; lastName: string } {
  const [first = '', last = ''] = (address.split('@')[0] ?? '').split('.');
  const upper = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return { firstName: upper(first), lastName: upper(last) };
}

/** An inbox as it stands when the simulation begins, on the numbered day `firstDay`. */
export function buildInbox(
  plan: InboxPlan,
  tags: ReadonlyMap<string, Tag>,
  seed: string,
  beginMs: WorldMs,
  firstDay: number,
): InboxState {
  const random = createRandom(seed, `inbox:${plan.address}`);
  const createdMs = beginMs - random.int(60, 300) * DAY_MS - random.int(0, 86_399) * 1_000;
  const name = nameFrom(plan.address);
  return {
    address: plan.address,
    firstName: plan.firstName ?? name.firstName,
    lastName: plan.lastName ?? name.lastName,
    provider: plan.provider ?? 2,
    createdMs,
    updatedMs: createdMs + 20 * DAY_MS,
    lastUsedMs: null,
    status: plan.isPaused === true ? 2 : 1,
    statusMessage: null,
    fault: null,
    warmupStatus: 1,
    warmupScore: plan.warmupScore === undefined ? random.int(88, 100) : plan.warmupScore,
    isSetupPending: plan.isSetupPending ?? false,
    limitPerDay: plan.limitPerDay === undefined ? 30 : plan.limitPerDay,
    gapMinutes: plan.gapMinutes ?? 1,
    isSlowRamp: plan.slowRampFrom !== undefined && plan.slowRampFrom !== null,
    rampFrom: plan.slowRampFrom ?? 0,
    rampStartDay: firstDay,
    tagIds: (plan.tags ?? []).flatMap((label) => tags.get(label)?.id ?? []),
    day: firstDay,
    sentToday: 0,
    days: new Map(),
    kept: {},
  };
}
