import {
  ALERT_PRESETS,
  type AlertLogRecord,
  type AlertSeverity,
  type CauseCode,
  DAY_MS,
  HOLD_REASONS,
  HOUR_MS,
  type InstantMs,
  MINUTE_MS,
  needsPerson,
  type Silence,
  type SilenceScope,
  type Verdict,
} from '#model';
import type { StoredAlerts, StoredWorkspace } from './stage.ts';

type Entry = Pick<AlertLogRecord, 'workspaceId' | 'campaignId' | 'code' | 'severity'>;

/** One occurrence of a problem as the log has it: seen, lasting, told or held back, over. */
const occurrence = (entry: Entry, since: InstantMs, place: number): readonly AlertLogRecord[] => {
  const at = (
    kind: AlertLogRecord['kind'],
    minutes: number,
    reason: AlertLogRecord['reason'] = null,
  ): AlertLogRecord => ({ ...entry, kind, reason, since, at: since + minutes * MINUTE_MS });
  const reason = HOLD_REASONS[place % HOLD_REASONS.length] ?? 'rule';
  const isHeld = place % 3 === 1;
  const isOver = place % 4 !== 0;
  return [
    at('pending', 0),
    at('fired', 2 + (place % 7)),
    isHeld ? at('held', 2 + (place % 7), reason) : at('announced', 3 + (place % 7)),
    ...(isOver ? [at('resolved', 40 + place * 11)] : []),
    ...(isOver && !isHeld ? [at('recovered', 41 + place * 11)] : []),
  ];
};

const logOf = (verdicts: readonly Verdict[], now: InstantMs): readonly AlertLogRecord[] =>
  [...verdicts]
    .sort((a, b) => Number(needsPerson(b.health)) - Number(needsPerson(a.health)))
    .slice(0, 30)
    .flatMap(({ workspaceId, campaignId, causes }, place) => {
      const severity: AlertSeverity = causes[0]?.severity === 'red' ? 'red' : 'amber';
      const code: CauseCode = causes[0]?.code ?? 'silent_stop';
      const entry = { workspaceId, campaignId: place === 7 ? null : campaignId, code, severity };
      return [0, 1, 2].flatMap((round) =>
        occurrence(entry, now - round * 2 * DAY_MS - (place + 2) * HOUR_MS, place + round),
      );
    });

const silence = (
  id: string,
  kind: Silence['kind'],
  scope: SilenceScope,
  at: InstantMs,
  rest: Partial<Silence> = {},
): Silence => ({ id, kind, scope, note: '', at, until: null, ...rest });

const LONG_NOTE =
  'Anna from the client’s IT is reconnecting both inboxes today; she calls back before the evening. ';

/** A store in which something is silenced in every way there is, after a week of which everything was logged. */
export const silencedAlerts = ({ slice }: StoredWorkspace, now: InstantMs): StoredAlerts => {
  const { workspaceId, verdicts = [] } = slice.fleet ?? { workspaceId: slice.workspaceId };
  const needing = verdicts.filter(({ health }) => needsPerson(health));
  const paused = verdicts.find(({ causes }) => causes[0]?.code === 'campaign_paused');
  const campaign = (verdict: Verdict | undefined): SilenceScope => ({
    kind: 'campaign',
    workspaceId,
    campaignId: (verdict ?? (verdicts[0] as Verdict)).campaignId,
  });
  const tagId = slice.inboxes?.tags[0]?.id ?? 'a-tag-that-is-gone';
  return {
    rules: {
      ...ALERT_PRESETS.standard,
      byCause: {
        campaign_bounce_protect: { channel: 'notify', forMinutes: 0, renotifyHours: 1 },
        waiting_for_leads: { channel: 'never' },
        leads_running_out: { forMinutes: 1_440 },
      },
      quietHours: {
        fromMinute: 20 * 60,
        toMinute: 7 * 60 + 30,
        timeZone: 'Europe/Berlin',
        except: ['red'],
      },
      digest: { atMinute: 8 * 60, timeZone: 'Europe/Berlin' },
    },
    silences: [
      silence('s1', 'acknowledged', campaign(needing[0]), now - 50 * MINUTE_MS, {
        note: LONG_NOTE.repeat(2),
      }),
      silence('s2', 'snoozed', campaign(needing[1]), now - 10 * MINUTE_MS, {
        until: now + 3 * HOUR_MS,
      }),
      silence('s3', 'snoozed', campaign(needing[2]), now - 2 * HOUR_MS),
      silence('s4', 'expected', campaign(paused), now - 3 * DAY_MS, {
        until: now + 2 * DAY_MS,
        note: 'Easter break',
      }),
      silence('s5', 'muted', { kind: 'tag', workspaceId, tagId }, now - 5 * DAY_MS),
      silence(
        's6',
        'muted',
        { kind: 'cause', workspaceId, code: 'waiting_for_leads' },
        now - DAY_MS,
      ),
      silence('s7', 'muted', { kind: 'cause', workspaceId: null, code: 'offline' }, now - DAY_MS),
    ],
    log: logOf(verdicts, now),
  };
};
