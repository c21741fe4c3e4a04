import type { Cause, Change, InboxAddress, Incident, PlannedChange, Verdict } from '#model';

/** What a button offers to change. */
export const OFFERS = [
  'pause_campaign',
  'activate_campaign',
  'raise_campaign_limit',
  'lower_campaign_limit',
  'raise_new_lead_limit',
  'turn_off_esp_matching',
  'resume_inbox',
  'pause_inbox',
  'mark_inbox_fixed',
  'set_inbox_limit',
  'turn_off_slow_ramp',
  'enable_warmup',
  'disable_warmup',
  'set_inbox_gap',
] as const;
export type OfferKind = (typeof OFFERS)[number];

/** A button that opens the window in which its changes are confirmed. */
export interface Offer {
  readonly kind: OfferKind;
  readonly changes: readonly PlannedChange[];
  /** The figure that the window begins with; null where there is none. */
  readonly limitPerDay: number | null;
}

/** Mails a day at which a provider that has refused an inbox seldom does so again (DIAGNOSIS.md 3.5, below the cap of 30). */
const GENTLE_LIMIT = 20;
const MOST_WARMED = 100;

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

const addressesIn = ({ params }: Pick<Cause, 'params'>): readonly InboxAddress[] => {
  const { addresses } = params;
  return Array.isArray(addresses) ? (addresses as InboxAddress[]) : [];
};

const inboxChanges = (action: string, inboxes: readonly InboxAddress[]): readonly Change[] => {
  switch (action) {
    case 'resume_inbox':
    case 'pause_inbox':
    case 'mark_inbox_fixed':
      return inboxes.map((inbox) => ({ kind: action, inbox }));
    case 'set_inbox_limit':
      return inboxes.map((inbox) => ({ kind: action, inbox, limitPerDay: GENTLE_LIMIT }));
    case 'turn_off_slow_ramp':
      return inboxes.map((inbox) => ({ kind: 'set_slow_ramp', inbox, isOn: false }));
    case 'enable_warmup':
      return inboxes.length === 0
        ? []
        : [{ kind: 'set_warmup', inboxes: inboxes.slice(0, MOST_WARMED), isOn: true }];
    default:
      return [];
  }
};

const campaignLimit = ({ counters, capacity }: Verdict, cause: Cause): number | null => {
  const limit = counters.limitPerDay ?? numberIn(cause.params['limit']);
  if (!limit) return null;
  const possible = numberIn(cause.params['possible']);
  if (cause.code === 'limit_above_capacity') return possible || null;
  const without = Math.floor(capacity?.withoutBottleneck?.mean ?? 0);
  return Math.max(without, limit + Math.ceil(limit / 4));
};

const newLeadLimit = ({ counters }: Verdict, { params }: Cause): number | null => {
  const limit = counters.newLeadsPerDay ?? numberIn(params['newLeadLimit']);
  return limit > 0 ? Math.max(numberIn(params['possible']), limit + Math.ceil(limit / 4)) : null;
};

const offersOfCause = (verdict: Verdict, cause: Cause): readonly Offer[] => {
  const { workspaceId, campaignId } = verdict;
  const offer = (
    kind: OfferKind,
    changes: readonly Change[],
    limitPerDay: number | null = null,
  ): readonly Offer[] =>
    changes.length === 0
      ? []
      : [{ kind, limitPerDay, changes: changes.map((change) => ({ workspaceId, change })) }];
  return cause.actions.flatMap((action) => {
    switch (action) {
      case 'pause_campaign':
      case 'activate_campaign':
        return offer(action, [{ kind: action, campaignId }]);
      case 'set_campaign_limit': {
        const limitPerDay = campaignLimit(verdict, cause);
        if (limitPerDay === null) return [];
        const isLower = limitPerDay < numberIn(verdict.counters.limitPerDay);
        return offer(
          isLower ? 'lower_campaign_limit' : 'raise_campaign_limit',
          [{ kind: action, campaignId, limitPerDay }],
          limitPerDay,
        );
      }
      case 'set_new_lead_limit': {
        const limitPerDay = newLeadLimit(verdict, cause);
        if (limitPerDay === null) return [];
        return offer(
          'raise_new_lead_limit',
          [{ kind: action, campaignId, limitPerDay }],
          limitPerDay,
        );
      }
      case 'turn_off_esp_matching':
        return offer(action, [{ kind: 'set_esp_matching', campaignId, isOn: false }]);
      case 'resume_inbox':
      case 'pause_inbox':
      case 'mark_inbox_fixed':
      case 'set_inbox_limit':
      case 'turn_off_slow_ramp':
      case 'enable_warmup':
        return offer(
          action,
          inboxChanges(action, addressesIn(cause)),
          action === 'set_inbox_limit' ? GENTLE_LIMIT : null,
        );
      default:
        return [];
    }
  });
};

/** Stopped by a person or by Instantly: what can be done with it is to resume it, where anything can. */
const STOPPED: ReadonlySet<string> = new Set([
  'campaign_draft',
  'campaign_paused',
  'campaign_completed',
  'campaign_accounts_unhealthy',
  'campaign_bounce_protect',
  'campaign_account_suspended',
]);

/** What can be changed about a campaign: what its causes call for, in their order, and that it may be paused while it runs. */
export const offersOf = (verdict: Verdict): readonly Offer[] => {
  const { workspaceId, campaignId, code, causes } = verdict;
  const all = causes.flatMap((cause) => offersOfCause(verdict, cause));
  const isStopped = code !== null && STOPPED.has(code);
  const pause: Offer = {
    kind: 'pause_campaign',
    limitPerDay: null,
    changes: [{ workspaceId, change: { kind: 'pause_campaign', campaignId } }],
  };
  const byKind = new Map<OfferKind, Offer>();
  for (const offer of isStopped ? all : [...all, pause]) {
    const known = byKind.get(offer.kind);
    // Two causes may call for the same: each inbox and each figure once.
    byKind.set(offer.kind, known ? merge(known, offer) : offer);
  }
  return [...byKind.values()];
};

const merge = (known: Offer, other: Offer): Offer => {
  const keys = new Set(known.changes.map(subjectOf));
  return {
    ...known,
    changes: [...known.changes, ...other.changes.filter((change) => !keys.has(subjectOf(change)))],
  };
};

const subjectOf = ({ change }: PlannedChange): string =>
  'campaignId' in change
    ? change.campaignId
    : 'inbox' in change
      ? change.inbox
      : change.inboxes.join();

/** What can be changed about the inboxes of an incident, in the one workspace it is in. */
export const offersOfIncident = (
  incident: Incident,
  workspaceIds: readonly PlannedChange['workspaceId'][],
): readonly Offer[] => {
  const [workspaceId, ...others] = workspaceIds;
  if (workspaceId === undefined || others.length > 0) return [];
  const { subject, actions } = incident;
  const inboxes = subject.kind === 'inboxes' ? subject.addresses : addressesIn(incident);
  return OFFERS.flatMap((kind): readonly Offer[] => {
    if (!actions.some((action) => action === kind)) return [];
    const changes = inboxChanges(kind, inboxes).map((change) => ({ workspaceId, change }));
    if (changes.length === 0) return [];
    return [{ kind, changes, limitPerDay: kind === 'set_inbox_limit' ? GENTLE_LIMIT : null }];
  });
};
