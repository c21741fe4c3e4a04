import { diagnoseFleet } from '#diagnosis';
import { findIncidents } from '#incidents';
import type { CampaignId, InboxFacts, Incident, InstantMs, Observation, Verdict } from '#model';
import type { Case } from './read-case.ts';

/** What is said about one campaign of the file. */
export interface Judged {
  readonly verdict: Verdict;
  readonly timeZone: string | undefined;
  /** The incidents that touch it. */
  readonly incidents: readonly Incident[];
}

const unique = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

const mapOf = <Value>(
  cases: readonly Case[],
  pick: (one: Case) => Value | undefined,
): Map<CampaignId, Value> =>
  new Map(
    cases.flatMap((one) => {
      const value = pick(one);
      return value === undefined ? [] : [[one.observation.campaign.id, value] as const];
    }),
  );

const judgeWorkspace = (cases: readonly Case[], now: InstantMs): readonly Verdict[] => {
  const [first] = cases;
  if (!first) return [];
  // A campaign of the file itself is told more fully than the same one as a peer.
  const observations = unique<Observation, CampaignId>(
    [...cases.flatMap(({ peers }) => peers), ...cases.map(({ observation }) => observation)],
    ({ campaign }) => campaign.id,
  );
  return diagnoseFleet({
    workspaceId: first.workspaceId,
    observations,
    inboxes: inboxesOf(cases),
    inboxDays: unique(
      cases.flatMap(({ inboxDays }) => inboxDays),
      ({ address, date }) => `${address} ${date}`,
    ),
    leads: mapOf(cases, ({ leads }) => leads),
    subsequences: mapOf(cases, ({ subsequences }) => subsequences),
    sentSeries: mapOf(cases, ({ series }) => series),
    previous: new Map(),
    isInboxReadingAllowed: cases.some(({ inboxes }) => inboxes !== undefined),
    now,
  });
};

const inboxesOf = (cases: readonly Case[]): InboxFacts[] =>
  unique(
    cases.flatMap(({ inboxes }) => inboxes ?? []),
    ({ address }) => address,
  );

/** Judges all campaigns of a file together, workspace by workspace, and gives them back in its order. */
export const judgeCases = (cases: readonly Case[], now: InstantMs): readonly Judged[] => {
  const verdicts = [...Map.groupBy(cases, ({ workspaceId }) => workspaceId).values()].flatMap(
    (group) => judgeWorkspace(group, now),
  );
  const incidents = findIncidents({ verdicts, inboxes: inboxesOf(cases), previous: [], now });
  const byId = new Map(verdicts.map((verdict) => [verdict.campaignId, verdict]));
  return cases.flatMap(({ observation: { campaign } }) => {
    const verdict = byId.get(campaign.id);
    if (!verdict) return [];
    return [
      {
        verdict,
        timeZone: campaign.schedule?.entries[0]?.timeZone,
        incidents: incidents.filter(({ campaignIds }) => campaignIds.includes(campaign.id)),
      },
    ];
  });
};
