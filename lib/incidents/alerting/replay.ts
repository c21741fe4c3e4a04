import {
  type AlertRules,
  type CampaignId,
  type Cause,
  type CauseCode,
  type Health,
  HOUR_MS,
  type InstantMs,
  MINUTE_MS,
  NO_COUNTERS,
  type Notice,
  type Severity,
  type Silence,
  type Verdict,
  type WorkspaceId,
} from '#model';
import { type AlertBook, emptyBook } from './book.ts';
import { digestDue, makeDigest } from './digest.ts';
import { joinNotices } from './join-notices.ts';
import { ruleFor } from './rule-for.ts';
import type { TagsByCampaign } from './silences.ts';
import { type AlertOutcome, stepAlerts } from './step.ts';
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

/** One workspace as it is played. */
interface Past {
  book: AlertBook;
  readonly verdicts: Map<CampaignId, Verdict>;
  /** Of campaigns that are ever worth an alert: the others have nothing to say and much to cost. */
  readonly ill: Map<CampaignId, Verdict>;
  isChanged: boolean;
}

const isWorthAlert = ({ causes }: Verdict, rules: AlertRules): boolean =>
  causes.some(
    ({ code, severity }) =>
      severity === 'red' ||
      severity === 'amber' ||
      ruleFor(rules, code, severity).channel !== 'never',
  );

const isCalm = ({ book, isChanged }: Past): boolean =>
  !isChanged && book.alerts.length === 0 && book.troubles.length === 0;

const CALM: Pick<AlertOutcome, 'log' | 'notices' | 'cleared' | 'ended'> = {
  log: [],
  notices: [],
  cleared: [],
  ended: [],
};

const stepOf = (
  past: Past,
  { rules, tagsByCampaign }: ReplayInput,
  silences: readonly Silence[],
  open: readonly Notice[],
  now: InstantMs,
): AlertOutcome => {
  if (isCalm(past)) return { ...CALM, book: past.book };
  const outcome = stepAlerts({
    // The browser is taken to have run all the time, whatever was left out here.
    book: { ...past.book, steppedAt: null },
    verdicts: [...past.ill.values()],
    incidents: [],
    workspaceState: { kind: 'ok' },
    tagsByCampaign,
    silences,
    rules,
    now,
    isSweepClean: true,
    changes: [],
    openNotices: open.map(({ id }) => id),
  });
  past.book = outcome.book;
  past.isChanged = false;
  return outcome;
};

const pastsOf = (
  changes: readonly (PastChange & { readonly verdict: Verdict })[],
  rules: AlertRules,
  startsAt: InstantMs,
): { readonly pasts: ReadonlyMap<WorkspaceId, Past>; readonly ill: ReadonlySet<CampaignId> } => {
  const pasts = new Map<WorkspaceId, Past>();
  const ill = new Set<CampaignId>();
  for (const { workspaceId, campaignId, verdict } of changes) {
    if (isWorthAlert(verdict, rules)) ill.add(campaignId);
    if (pasts.has(workspaceId)) continue;
    const book = { ...emptyBook(workspaceId, startsAt), baselineSince: null, startedAt: startsAt };
    pasts.set(workspaceId, { book, verdicts: new Map(), ill: new Map(), isChanged: false });
  }
  return { pasts, ill };
};

/**
 * The messages that these rules would have given, oldest first, by the very functions that give them. Between two stored
 * changes everything is taken to have stayed as it was, and the browser to have run.
 */
export const replay = (input: ReplayInput): readonly Notice[] => {
  const { rules, tagsByCampaign, from, to } = input;
  const startsAt = from - BEFORE_MS;
  const changes = input.history
    .filter(({ at }) => at <= to)
    .toSorted((a, b) => a.at - b.at)
    .map((change) => ({ ...change, verdict: verdictOf(change) }));
  const { pasts, ill } = pastsOf(changes, rules, startsAt);
  let next = 0;
  let open: readonly Notice[] = [];
  let lastDigestAt = startsAt;
  const notices: Notice[] = [];
  const takeChanges = (now: InstantMs): void => {
    for (let change = changes[next]; change && change.at <= now; change = changes[next]) {
      const { workspaceId, campaignId, verdict } = change;
      const past = pasts.get(workspaceId);
      past?.verdicts.set(campaignId, verdict);
      if (past && ill.has(campaignId)) {
        past.ill.set(campaignId, verdict);
        past.isChanged = true;
      }
      next += 1;
    }
  };
  const show = (shown: readonly Notice[], cleared: readonly string[]): void => {
    if (shown.length === 0 && cleared.length === 0) return;
    notices.push(...shown);
    const gone = new Set([...cleared, ...shown.map(({ id }) => id)]);
    open = [...open.filter(({ id }) => !gone.has(id)), ...shown];
  };
  for (let now = startsAt; now <= to; now += STEP_MS) {
    takeChanges(now);
    const silences = input.silences.filter(({ at }) => at <= now);
    const outcomes = [...pasts.values()].map((past) => stepOf(past, input, silences, open, now));
    const state = {
      fleets: [...pasts.values()].map(({ book, verdicts }) => ({
        book,
        // Only a message about the whole fleet counts them.
        get verdicts() {
          return [...verdicts.values()];
        },
      })),
      silences,
      tagsByCampaign,
      rules,
      now,
    };
    const joined = joinNotices({ outcomes, state, openNotices: open });
    show(joined.notices, joined.cleared);
    if (!digestDue(state, lastDigestAt)) continue;
    const digest = makeDigest(state);
    lastDigestAt = now;
    for (const [at, past] of [...pasts.values()].entries())
      past.book = digest.books[at] ?? past.book;
    show([digest.notice], []);
  }
  return notices.filter(({ at }) => at >= from);
};
