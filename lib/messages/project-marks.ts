import { triageInbox } from '#diagnosis';
import {
  type CampaignId,
  type Cause,
  countHealths,
  type Health,
  type HealthCounts,
  type InboxAddress,
  type InboxFacts,
  type Incident,
  type InstantMs,
  parseInboxAddress,
  type Verdict,
  type WorkspaceId,
} from '#model';
import type { MarksAnswer, MarksRequest } from './marks.ts';

/** What is known of one workspace, as far as lists of campaigns ask for it. */
export interface KnownCampaigns {
  readonly workspaceId: WorkspaceId;
  readonly verdicts: readonly Verdict[];
  readonly checkedAt: Readonly<Record<CampaignId, InstantMs>>;
}

/** What is known of one workspace, as far as lists of inboxes ask for it. */
export interface KnownInboxes {
  readonly workspaceId: WorkspaceId;
  readonly inboxes: readonly InboxFacts[];
  readonly verdicts: readonly Verdict[];
}

/** A campaign of a list. */
export interface CampaignMark {
  readonly id: CampaignId;
  readonly health: Health;
  /** With its figures alone: a text among its evidence could be an address that the page does not show. */
  readonly cause: Cause | null;
  readonly nextSendAt: InstantMs | null;
  readonly checkedAt: InstantMs | null;
}

/** An inbox in trouble. `code` is that of its triage. */
export interface InboxMark {
  readonly id: InboxAddress;
  readonly health: Extract<Health, 'blocked' | 'limited'>;
  readonly code: string;
  readonly campaigns: number;
}

/** What a list may be told, not in words yet. */
export type MarksFacts =
  | Extract<MarksAnswer, { readonly kind: 'none' }>
  | {
      readonly kind: 'campaigns';
      readonly marks: readonly CampaignMark[];
      readonly named: readonly (readonly [text: string, id: CampaignId])[];
      readonly summary: HealthCounts;
      /** Last good answer about any campaign of the workspace. */
      readonly checkedAt: InstantMs | null;
    }
  | {
      readonly kind: 'inboxes';
      readonly marks: readonly InboxMark[];
      readonly named: readonly (readonly [text: string, id: InboxAddress])[];
    };

const NOT_KNOWN: MarksFacts = { kind: 'none', why: 'not_known' };

// A page may break a name in two or pad it; what people read is the same.
const tidied = (text: string): string => text.trim().replace(/\s+/gu, ' ');

/** The one that fits most; undefined where none fits at all or two fit alike: then nobody can say what the page shows. */
const clearlyFirst = <Match>(
  matches: readonly Match[],
  countOf: (match: Match) => number,
): Match | undefined => {
  const [first, second] = matches.toSorted((a, b) => countOf(b) - countOf(a));
  if (!first || countOf(first) === 0) return undefined;
  return second && countOf(second) === countOf(first) ? undefined : first;
};

// Texts among the evidence may be names and addresses that the page does not show.
const figuresOf = (cause: Cause): Cause => ({
  ...cause,
  params: Object.fromEntries(
    Object.entries(cause.params).filter(([, value]) => typeof value === 'number'),
  ),
});

/** The only verdict of each name. */
const uniqueNames = (verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict | null> => {
  const byName = new Map<string, Verdict | null>();
  for (const verdict of verdicts) {
    const name = tidied(verdict.name);
    byName.set(name, byName.has(name) ? null : verdict);
  }
  return byName;
};

const matchCampaigns = (known: KnownCampaigns, { ids, texts }: MarksRequest) => {
  const wanted = new Set(ids);
  const names = uniqueNames(known.verdicts);
  const found = new Map<CampaignId, Verdict>();
  for (const verdict of known.verdicts) {
    if (wanted.has(verdict.campaignId)) found.set(verdict.campaignId, verdict);
  }
  const named = texts.flatMap((text) => {
    const name = tidied(text);
    const verdict = name === '' ? null : names.get(name);
    if (!verdict) return [];
    found.set(verdict.campaignId, verdict);
    return [[text, verdict.campaignId] as const];
  });
  return { known, found, named };
};

/**
 * What a list of campaigns may be told: of the one workspace that most of what it shows belongs to, and of it only what
 * was asked for by its id or by its whole name, where that is the name of one campaign alone.
 */
export const projectCampaigns = (
  workspaces: readonly KnownCampaigns[],
  request: MarksRequest,
): MarksFacts => {
  const match = clearlyFirst(
    workspaces.map((known) => matchCampaigns(known, request)),
    ({ found }) => found.size,
  );
  if (!match) return NOT_KNOWN;
  const { verdicts, checkedAt } = match.known;
  const times = Object.values(checkedAt);
  const marks = [...match.found.values()].map(
    ({ campaignId, health, causes: [cause], nextSendAt, observedAt }): CampaignMark => ({
      id: campaignId,
      health,
      cause: cause ? figuresOf(cause) : null,
      nextSendAt,
      checkedAt: Math.max(checkedAt[campaignId] ?? 0, observedAt),
    }),
  );
  return {
    kind: 'campaigns',
    named: match.named,
    marks,
    summary: countHealths(verdicts),
    checkedAt: times.reduce<InstantMs | null>((last, at) => Math.max(last ?? 0, at), null),
  };
};

const addressesIn = ({ params: { addresses } }: Pick<Cause, 'params'>): readonly string[] =>
  Array.isArray(addresses) ? addresses : [];

/** Campaigns of a workspace whose causes or incidents name an inbox: as many as the dashboard tells. */
const affectedBy = (
  address: InboxAddress,
  verdicts: readonly Verdict[],
  incidents: readonly Incident[],
): number => {
  const ids = new Set(
    verdicts
      .filter(({ causes }) => causes.some((cause) => addressesIn(cause).includes(address)))
      .map(({ campaignId }) => campaignId),
  );
  const own = new Set(verdicts.map(({ campaignId }) => campaignId));
  for (const { subject, campaignIds } of incidents) {
    if (subject.kind !== 'inboxes' || !subject.addresses.includes(address)) continue;
    for (const id of campaignIds) if (own.has(id)) ids.add(id);
  }
  return ids.size;
};

const matchInboxes = (known: KnownInboxes, { texts }: MarksRequest) => {
  const byAddress = new Map(known.inboxes.map((inbox) => [inbox.address, inbox]));
  const named = texts.flatMap((text) => {
    const inbox = byAddress.get(parseInboxAddress(text.trim()) ?? ('' as InboxAddress));
    return inbox ? [[text, inbox] as const] : [];
  });
  return { known, named };
};

/** What a list of inboxes may be told: which of the addresses that it shows are in trouble, and how far that reaches. */
export const projectInboxes = (
  workspaces: readonly KnownInboxes[],
  request: MarksRequest,
  incidents: readonly Incident[],
): MarksFacts => {
  const match = clearlyFirst(
    workspaces.map((known) => matchInboxes(known, request)),
    ({ named }) => named.length,
  );
  if (!match) return NOT_KNOWN;
  const { verdicts } = match.known;
  const marks = new Map<InboxAddress, InboxMark>();
  for (const [, inbox] of match.named) {
    const { code, canSend, needsPerson } = triageInbox(inbox);
    // One that somebody paused is off by intent: no trouble.
    if (canSend !== false || code === null || inbox.status === 'paused') continue;
    const { address } = inbox;
    marks.set(address, {
      id: address,
      health: needsPerson ? 'blocked' : 'limited',
      code,
      campaigns: affectedBy(address, verdicts, incidents),
    });
  }
  return {
    kind: 'inboxes',
    marks: [...marks.values()],
    named: match.named
      .filter(([, { address }]) => marks.has(address))
      .map(([text, { address }]) => [text, address] as const),
  };
};
