import type { Counters, InboxCounts } from '#model';
import { useDashboard } from './context.ts';
import { Meter } from './meter.tsx';

const Limit = ({
  label,
  used,
  limit,
}: {
  readonly label: string;
  readonly used: number | undefined;
  readonly limit: number | null | undefined;
}) => {
  const { words } = useDashboard();
  const known = used === undefined ? words.t('dashboard.none') : words.number(used);
  return (
    <div>
      <dt>{label}</dt>
      <dd class="of">
        {limit && used !== undefined ? <Meter filled={used / limit} /> : null}
        {limit ? words.t('popup.sentOf', { sent: known, limit: words.number(limit) }) : known}
      </dd>
    </div>
  );
};

const PARTS = ['available', 'atDailyLimit', 'atSlowRampLimit', 'inGap', 'disconnected'] as const;

/** The limits of one campaign as meters, and the follow-ups that wait. */
export const Limits = ({ counters }: { readonly counters: Counters }) => {
  const { model, words } = useDashboard();
  const { followUpsWaiting, nextFollowUpAt } = counters;
  const now = model.slowNow.value;
  return (
    <dl class="facts">
      <Limit
        label={words.t('limits.sent')}
        used={counters.sentToday}
        limit={counters.limitPerDay}
      />
      <Limit
        label={words.t('limits.newLeads')}
        used={counters.newLeadsToday}
        limit={counters.newLeadsPerDay}
      />
      <div>
        <dt>{words.t('limits.followUps')}</dt>
        <dd>
          {followUpsWaiting === undefined
            ? words.t('dashboard.none')
            : words.number(followUpsWaiting)}
          {nextFollowUpAt !== undefined &&
            ` · ${words.t('limits.nextFollowUp', { at: nextFollowUpAt, now })}`}
        </dd>
      </div>
    </dl>
  );
};

/** How a campaign's inboxes stand. The parts may overlap, as Instantly counts them. */
export const InboxBreakdown = ({ inboxes }: { readonly inboxes: InboxCounts | undefined }) => {
  const { words } = useDashboard();
  if (!inboxes) return <p class="quiet">{words.t('breakdown.unknown')}</p>;
  const { total } = inboxes;
  return (
    <dl class="facts">
      {PARTS.map((part) => {
        const count = inboxes[part];
        return (
          count !== undefined && (
            <div key={part}>
              <dt>{words.t(`breakdown.${part}`)}</dt>
              <dd class="of">
                {total ? <Meter filled={count / total} /> : null}
                {total
                  ? words.t('popup.sentOf', {
                      sent: words.number(count),
                      limit: words.number(total),
                    })
                  : words.number(count)}
              </dd>
            </div>
          )
        );
      })}
    </dl>
  );
};
