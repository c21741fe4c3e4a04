import { DEMO_WORKSPACE_ID, type RecordedChange, type RecordedState, type Recording } from '#demo';
import { type CampaignId, DAY_MS, type InstantMs, MINUTE_MS, type Verdict } from '#model';
import { createDemoWorld } from './demo-world.ts';
import { type Judged, judgeLook, NOTHING_JUDGED } from './judge-look.ts';
import { readFacts } from './read-facts.ts';
import { type Look, readFleet } from './read-fleet.ts';

const WEEK_MS = 7 * DAY_MS;
/** Fine enough for windows to open and close in the pictures about when they did. */
const STEP_MS = 30 * MINUTE_MS;

const isChange = (before: Verdict | undefined, { health, code }: Verdict): boolean =>
  before?.health !== health || before.code !== code;

const stateOf = ({ health, code, causes }: Verdict): RecordedState => ({
  health,
  code,
  causeCodes: causes.map((cause) => cause.code),
});

/** Lets the default world run for the week before its usual start, checks it every half hour and keeps what changed. */
export const recordWeek = async (): Promise<Recording> => {
  const { world, client, endMs } = createDemoWorld(DEMO_WORKSPACE_ID, WEEK_MS);
  const states: RecordedState[] = [];
  const places = new Map<string, number>();
  const changes: Record<CampaignId, RecordedChange[]> = {};

  const placeOf = (state: RecordedState): number => {
    const key = JSON.stringify(state);
    const place = places.get(key) ?? states.push(state) - 1;
    places.set(key, place);
    return place;
  };
  const keepChanges = (before: Judged, after: Judged, at: InstantMs): void => {
    for (const verdict of after.verdicts.values()) {
      const { campaignId } = verdict;
      if (!isChange(before.verdicts.get(campaignId), verdict)) continue;
      changes[campaignId] ??= [];
      changes[campaignId].push([(endMs - at) / MINUTE_MS, placeOf(stateOf(verdict))]);
    }
  };

  const lookAt = async (at: InstantMs): Promise<Look> => {
    world.runUntil(at);
    return readFleet(client, at);
  };
  let look = await lookAt(endMs - WEEK_MS);
  let judged = NOTHING_JUDGED;
  for (;;) {
    const next = judgeLook(judged, look, DEMO_WORKSPACE_ID);
    keepChanges(judged, next, look.at);
    judged = next;
    if (look.at >= endMs) break;
    look = await lookAt(look.at + STEP_MS);
  }
  return {
    version: 1,
    recordedAt: endMs,
    verdicts: [...judged.verdicts.values()],
    inboxes: look.inboxes,
    days: look.days,
    tags: look.tags,
    incidents: judged.incidents,
    states,
    changes,
    facts: await readFacts(client, look),
  };
};
