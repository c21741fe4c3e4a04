import type { AlertBook, FlapRecord, TrackedAlert, Trouble } from '#incidents';
import {
  ALERT_SEVERITIES,
  type AlertLogRecord,
  type AlertRules,
  HOLD_REASONS,
  type InstantMs,
  type Notice,
  parseAlertRules,
  parseSilence,
  type Silence,
  type WorkspaceId,
} from '#model';
import {
  either,
  type Guard,
  isFlag,
  isNull,
  isNumber,
  isNumberOrNull,
  isObject,
  isText,
  isTextOrNull,
  isTexts,
  listOf,
  oneOf,
  recordOf,
  shape,
} from './guard.ts';

/** Campaigns that need a person of which nobody is told for now: the badge leaves them out. */
export interface SilencedCounts {
  readonly blocked: number;
  readonly degraded: number;
}

/** What the alerting remembers of one workspace between two checks, with what the badge needs of it. */
export interface AlertBookRecord {
  readonly workspaceId: WorkspaceId;
  readonly book: AlertBook;
  readonly silenced: SilencedCounts;
}

/**
 * A notice and its way to the screen. `due`: is to be shown, also by a later worker. `shown`: was given to the browser.
 * `unshown`: notifications were off or not permitted. `over`: nothing of it holds any more.
 */
export interface NoticeRecord {
  readonly notice: Notice;
  readonly state: 'due' | 'shown' | 'unshown' | 'over';
  readonly stateAt: InstantMs;
}

/** A notice on its way to one webhook. It is taken out when an answer was stored. */
export interface DeliveryRecord {
  /** Stable: the receiver knows a repetition by it. */
  readonly id: string;
  readonly webhookId: string;
  readonly notice: Notice;
  /** Attempts so far. */
  readonly attempts: number;
  /** No attempt before this instant. */
  readonly notBefore: InstantMs;
  readonly at: InstantMs;
}

/** How many notices are remembered, the latest. */
export const MOST_NOTICES = 100;
/** How many deliveries wait at most; the oldest give way. */
export const MOST_DELIVERIES = 200;
/** How many silences there are at most; the oldest give way. */
export const MOST_SILENCES = 2_000;

const isSeverity = oneOf(ALERT_SEVERITIES);

/** Rules as they are stored are as sound as those that come from elsewhere. */
export const isAlertRules = ((value) => parseAlertRules(value) !== undefined) as Guard<AlertRules>;

export const isSilences = listOf((value) => parseSilence(value) !== undefined) as Guard<
  readonly Silence[]
>;

const isAlert = shape<TrackedAlert>({
  workspaceId: isText,
  campaignId: isTextOrNull,
  code: isText,
  severity: isSeverity,
  state: oneOf(['pending', 'firing', 'clearing']),
  since: isNumber,
  stateAt: isNumber,
  announcedAt: isNumberOrNull,
  level: isNumber,
  heldFor: isTextOrNull,
  isOverdue: isFlag,
});

const isTrouble = shape<Trouble>({
  campaignId: isTextOrNull,
  code: isText,
  severity: isSeverity,
  level: isNumber,
  since: isNumber,
  at: isNumber,
  toldAt: isNumber,
  mendedAt: isNumberOrNull,
  isForDigest: isFlag,
});

const isAlertBook = shape<AlertBook>({
  workspaceId: isText,
  alerts: listOf(isAlert),
  troubles: listOf(isTrouble),
  flaps: recordOf(shape<FlapRecord>({ changes: listOf(isNumber), isFlapping: isFlag })),
  namedAt: recordOf(isNumber),
  causeToldAt: recordOf(isNumber),
  baselineSince: isNumberOrNull,
  startedAt: isNumberOrNull,
  inhibitedBy: isTextOrNull,
  steppedAt: isNumberOrNull,
});

/** When the last digest was given. */
export const isDigestTime = shape<{ readonly at: InstantMs }>({ at: isNumber });

export const isAlertBookRecord = shape<AlertBookRecord>({
  workspaceId: isText,
  book: isAlertBook,
  silenced: shape<SilencedCounts>({ blocked: isNumber, degraded: isNumber }),
});

const isNotice = shape<Notice>({
  id: isText,
  kind: oneOf(['problem', 'recovery', 'summary', 'digest']),
  workspaceId: isTextOrNull,
  code: isTextOrNull,
  severity: isSeverity,
  campaignIds: isTexts,
  campaigns: isNumber,
  loss: isNumberOrNull,
  at: isNumber,
  isRepeated: isFlag,
  counts: either(
    isNull,
    shape<NonNullable<Notice['counts']>>({
      needYou: isNumber,
      fine: isNumber,
      silenced: isNumber,
      dryDays: listOf(isObject),
    }),
  ),
});

export const isNoticeRecords = listOf(
  shape<NoticeRecord>({
    notice: isNotice,
    state: oneOf(['due', 'shown', 'unshown', 'over']),
    stateAt: isNumber,
  }),
) as Guard<readonly NoticeRecord[]>;

export const isDeliveryRecord = shape<DeliveryRecord>({
  id: isText,
  webhookId: isText,
  notice: isNotice,
  attempts: isNumber,
  notBefore: isNumber,
  at: isNumber,
});

export const isAlertLogRecord = shape<AlertLogRecord>({
  workspaceId: isText,
  campaignId: isTextOrNull,
  code: isText,
  severity: isSeverity,
  at: isNumber,
  since: isNumber,
  kind: oneOf(['pending', 'fired', 'announced', 'held', 'recovered', 'resolved']),
  reason: either(isNull, oneOf(HOLD_REASONS)),
});
