import type { CampaignId, InboxAddress } from '#model';
import { meanToday } from './capacity.ts';
import type { CapacityInput, InboxRoom } from './capacity-input.ts';
import { fairShares } from './fair-share.ts';
import type { FlowEdge } from './max-flow.ts';
import { type Room, uniqueInboxes } from './rooms.ts';
import { allowanceOf, pacedAllowance } from './supply.ts';
import { splitAtReset, type Terms, termsOf, type WindowTime } from './terms.ts';
import { mergeWindows } from './windows.ts';

/** A campaign that sends, or would send today, with the input of its own capacity. All inputs share one `now`. */
export interface FleetCampaign {
  readonly id: CampaignId;
  readonly input: CapacityInput;
}

/** What is left of a campaign's today when all campaigns draw on the same inboxes. */
export interface ContendedShare {
  /** `today.mean` alone, in mails. */
  readonly aloneToday: number;
  /** The same shared fairly; never more than alone. */
  readonly contendedToday: number;
  /** Who takes from the inboxes it uses, most first; empty when it loses nothing. */
  readonly rivals: readonly { readonly campaignId: CampaignId; readonly mails: number }[];
}

export interface FleetCapacity {
  /** Mails of the campaigns in `shares` by the end of their today, sent ones included. */
  readonly totalToday: number;
  /** Only campaigns whose inboxes are known one by one and whose own capacity has a bound. */
  readonly shares: ReadonlyMap<CampaignId, ContendedShare>;
}

interface Member {
  readonly id: CampaignId;
  readonly terms: Terms;
  readonly alone: number;
  readonly wanted: number;
  readonly inboxes: readonly InboxRoom[];
}

interface SharedInbox {
  room: Room;
  readonly users: number[];
}

const MOST_WANTED = 2 ** 20;
const MOST_IN_PORT = 2 ** 29;
const RIVALS_SHOWN = 5;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const membersOf = (campaigns: readonly FleetCampaign[]): Member[] => {
  const members: Member[] = [];
  for (const { id, input } of campaigns.toSorted((a, b) => byText(a.id, b.id))) {
    if (input.inboxes?.kind !== 'each') continue;
    const terms = termsOf(input);
    const alone = meanToday(terms);
    if (alone === Infinity) continue;
    members.push({
      id,
      terms,
      alone,
      wanted: Math.min(MOST_WANTED, Math.floor(alone - terms.sent)),
      inboxes: uniqueInboxes(input.inboxes.rooms),
    });
  }
  return members;
};

const isSame = (a: Room, b: Room): boolean =>
  a.isUp === b.isUp &&
  a.limitLeft === b.limitLeft &&
  a.limitFresh === b.limitFresh &&
  a.rampLeft === b.rampLeft &&
  a.rampFresh === b.rampFresh &&
  a.gapMs === b.gapMs;

/** Where campaigns tell differently of one inbox, the smaller figure holds, so that their order does not matter. */
const tighter = (a: Room, b: Room): Room =>
  isSame(a, b)
    ? a
    : {
        isUp: a.isUp && b.isUp,
        limitLeft: Math.min(a.limitLeft, b.limitLeft),
        limitFresh: Math.min(a.limitFresh, b.limitFresh),
        rampLeft: Math.min(a.rampLeft, b.rampLeft),
        rampFresh: Math.min(a.rampFresh, b.rampFresh),
        gapMs: Math.max(a.gapMs, b.gapMs),
      };

const inboxesOf = (members: readonly Member[]): Map<InboxAddress, SharedInbox> => {
  const inboxes = new Map<InboxAddress, SharedInbox>();
  members.forEach(({ inboxes: own, terms }, at) => {
    own.forEach(({ address }, place) => {
      const room = terms.rooms?.[place];
      if (room === undefined) return;
      const found = inboxes.get(address);
      if (found === undefined) inboxes.set(address, { room, users: [at] });
      else {
        found.room = tighter(found.room, room);
        found.users.push(at);
      }
    });
  });
  return inboxes;
};

/** Identical inboxes of the same campaigns are one port with the room of all: it changes nothing and is quicker. */
interface InboxGroup {
  readonly room: Room;
  readonly users: readonly number[];
  count: number;
}

const groupsOf = (inboxes: ReadonlyMap<InboxAddress, SharedInbox>): InboxGroup[] => {
  const groups = new Map<string, InboxGroup>();
  for (const { room, users } of inboxes.values()) {
    const { before, after } = allowanceOf(room);
    const key = `${before}/${after}/${room.gapMs}/${users.join()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { room, users, count: 1 });
    else group.count += 1;
  }
  // Groups are met in the order of campaigns' rooms: their keys alone decide, so that this order does not.
  return [...groups].sort((a, b) => byText(a[0], b[0])).map(([, group]) => group);
};

interface Network {
  readonly ports: number[];
  readonly edges: FlowEdge[];
}

const networkOf = (members: readonly Member[], now: number): Network => {
  const network: Network = { ports: [], edges: [] };
  const timeOf = new Map<string, WindowTime>();
  const unionTime = (users: readonly number[]): WindowTime => {
    const key = users.join();
    const found = timeOf.get(key);
    if (found !== undefined) return found;
    const windows = mergeWindows(users.flatMap((user) => members[user]?.terms.windowsLeft ?? []));
    const time = splitAtReset(windows, now);
    timeOf.set(key, time);
    return time;
  };
  for (const { room, users, count } of groupsOf(inboxesOf(members))) {
    const allowance = allowanceOf(room);
    const whole = pacedAllowance(allowance, unionTime(users), room.gapMs);
    for (const part of ['before', 'after'] as const) {
      if (whole[part] === 0) continue;
      const port = network.ports.length;
      network.ports.push(Math.min(MOST_IN_PORT, whole[part] * count));
      for (const campaign of users) {
        const { terms } = members[campaign] as Member;
        const gapMs = Math.max((terms.shortestGapMs + terms.longestGapMs) / 2, room.gapMs);
        const most = Math.min(
          MOST_IN_PORT,
          pacedAllowance(allowance, terms.left, gapMs)[part] * count,
        );
        if (most > 0) network.edges.push({ campaign, port, most });
      }
    }
  }
  return network;
};

const rivalsOf = (
  campaign: number,
  members: readonly Member[],
  flows: FlowsByPort,
): ContendedShare['rivals'] => {
  const taken = new Map<number, number>();
  for (const port of flows.portsOf[campaign] ?? []) {
    for (const { campaign: rival, mails } of flows.into[port] ?? []) {
      if (rival !== campaign && mails > 0) taken.set(rival, (taken.get(rival) ?? 0) + mails);
    }
  }
  return [...taken]
    .sort(([a, mailsA], [b, mailsB]) => mailsB - mailsA || a - b)
    .slice(0, RIVALS_SHOWN)
    .map(([rival, mails]) => ({ campaignId: (members[rival] as Member).id, mails }));
};

interface FlowsByPort {
  readonly portsOf: readonly (readonly number[])[];
  readonly into: readonly (readonly { readonly campaign: number; readonly mails: number }[])[];
}

const flowsByPort = (
  { ports, edges }: Network,
  onEdge: readonly number[],
  campaignCount: number,
): FlowsByPort => {
  const portsOf: number[][] = Array.from({ length: campaignCount }, () => []);
  const into: { campaign: number; mails: number }[][] = ports.map(() => []);
  edges.forEach(({ campaign, port }, at) => {
    portsOf[campaign]?.push(port);
    into[port]?.push({ campaign, mails: onEdge[at] ?? 0 });
  });
  return { portsOf, into };
};

/**
 * Capacity of all campaigns together: the maximum flow from inboxes to campaigns, split max–min fairly, ties to the
 * lower id (DIAGNOSIS.md 4). Independent of the order of campaigns and inboxes.
 */
export const contendedCapacity = (campaigns: readonly FleetCampaign[]): FleetCapacity => {
  const members = membersOf(campaigns);
  const network = networkOf(members, campaigns[0]?.input.now ?? 0);
  const { mails, onEdge } = fairShares({ ...network, wanted: members.map(({ wanted }) => wanted) });
  const flows = flowsByPort(network, onEdge, members.length);
  let totalToday = 0;
  const shares = new Map<CampaignId, ContendedShare>();
  members.forEach(({ id, alone, wanted }, at) => {
    const missing = wanted - (mails[at] ?? 0);
    const contendedToday = alone - missing;
    totalToday += contendedToday;
    shares.set(id, {
      aloneToday: alone,
      contendedToday,
      rivals: missing > 0 ? rivalsOf(at, members, flows) : [],
    });
  });
  return { totalToday, shares };
};
