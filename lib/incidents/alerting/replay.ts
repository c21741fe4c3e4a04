import {
  type AlertRules,
  type CampaignId,
  type Cause,
  type CauseCode,
  type Health,
  HOUR_MS,
  type InstantMs,
  MINUTE_MS,
  type Notice,
  type Severity,
  type Silence,
  type Verdict,
  type WorkspaceId,
} from '#model';
import { type AlertBook, emptyBook } from './book.ts';
import { digestDue, makeDigest } from './digest.ts';
import { joinNotices } from './join-notices.ts';
import type { TagsByCampaign } from './silences.ts';
import { stepAlerts } from './step.ts';
import { typicalSeverity } from './typical-severity.ts';

/** One change of a campaign's verdict, as it is stored. */
export interface PastChange {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId;
  readonly at: InstantMs;
  readonly health: Health;
  readonly code: string | null;
  readonly causeCodes: readonly CauseCode[];
}

/** What is played again, and by which rules. */
export interface ReplayInput {
  /** In any order. What came before `from` says how campaigns stood then. */
  readonly history: readonly PastChange[];
  readonly rules: AlertRules;
  readonly silences: readonly Silence[];
  readonly tagsByCampaign: TagsByCampaign;
  readonly from: InstantMs;
  readonly to: InstantMs;
}

const STEP_MS = 5 * MINUTE_MS;
/** What stood before is no news: it is played from so long before, with no one to hear, as the longest `for` needs. */
const BEFORE_MS = 25 * HOUR_MS;

const NO_COUNTERS: Verdict['counters'] = {
  sentToday: undefined,
  limitPerDay: undefined,
  newLeadsToday: undefined,
  newLeadsPerDay: undefined,
  inboxes: undefined,
  followUpsWaiting: undefined,
  nextFollowUpAt: undefined,
};

/** The history keeps no severities: the first cause of what is blocked was red, the rest are what they mostly are. */
const severityOf = (code: CauseCode, place: number, health: Health): Severity => {
  const typical = typicalSeverity(code);
  if (place > 0) return typical;
  if (health === 'blocked') return 'red';
  return health === 'degraded' && typical !== 'red' ? 'amber' : typical;
};

const causeOf = (code: CauseCode, severity: Severity): Cause => ({
  code,
  severity,
  params: {},
  loss: null,
  clearsAt: null,
  needsPerson: severity === 'red',
  actions: [],
});

const verdictOf = (change: PastChange): Verdict => ({
  workspaceId: change.workspaceId,
  campaignId: change.campaignId,
  name: '',
  health: change.health,
  code: change.code,
  causes: change.causeCodes.map((code, place) =>
    causeOf(code, severityOf(code, place, change.health)),
  ),
  since: change.at,
  observedAt: change.at,
  nextSendAt: null,
  clearsAt: null,
  capacity: null,
  counters: NO_COUNTERS,
  lastKnown: null,
});

interface Past {
  book: AlertBook;
  readonly verdicts: Map<CampaignId, Verdict>;
}

/**
 * The messages that these rules would have given, oldest first, by the very function that gives them. Between two stored
 * changes everything is taken to have stayed as it was, and the browser to have run.
 */
export const replay = (input: ReplayInput): readonly Notice[] => {
  const { rules, silences, tagsByCampaign, from, to } = input;
  const startsAt = from - BEFORE_MS;
  const changes = input.history.filter(({ at }) => at <= to).toSorted((a, b) => a.at - b.at);
  const pasts = new Map<WorkspaceId, Past>();
  for (const { workspaceId } of changes) {
    const book = { ...emptyBook(workspaceId, startsAt), baselineSince: null, startedAt: startsAt };
    pasts.set(workspaceId, { book, verdicts: new Map() });
  }
  let next = 0;
  let open: readonly Notice[] = [];
  let lastDigestAt = startsAt;
  const notices: Notice[] = [];
  const show = (shown: readonly Notice[], cleared: readonly string[]): void => {
    notices.push(...shown);
    const gone = new Set([...cleared, ...shown.map(({ id }) => id)]);
    open = [...open.filter(({ id }) => !gone.has(id)), ...shown];
  };
  for (let now = startsAt; now <= to; now += STEP_MS) {
    for (let change = changes[next]; change && change.at <= now; change = changes[next]) {
      pasts.get(change.workspaceId)?.verdicts.set(change.campaignId, verdictOf(change));
      next += 1;
    }
    const heard = silences.filter(({ at }) => at <= now);
    const fleets = [...pasts.values()].map((past) => ({
      past,
      verdicts: [...past.verdicts.values()],
    }));
    const outcomes = fleets.map(({ past, verdicts }) => {
      const outcome = stepAlerts({
        book: past.book,
        verdicts,
        incidents: [],
        workspaceState: { kind: 'ok' },
        tagsByCampaign,
        silences: heard,
        rules,
        now,
        isSweepClean: true,
        changes: [],
        openNotices: open.map(({ id }) => id),
      });
      past.book = outcome.book;
      return outcome;
    });
    const state = {
      fleets: fleets.map(({ past, verdicts }) => ({ book: past.book, verdicts })),
      silences: heard,
      tagsByCampaign,
      rules,
      now,
    };
    const joined = joinNotices({ outcomes, state, openNotices: open });
    show(joined.notices, joined.cleared);
    if (!digestDue(state, lastDigestAt)) continue;
    const digest = makeDigest(state);
    lastDigestAt = now;
    for (const [at, { past }] of fleets.entries()) past.book = digest.books[at] ?? past.book;
    show([digest.notice], []);
  }
  return notices.filter(({ at }) => at >= from);
};
