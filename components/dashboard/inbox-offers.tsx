import { tidy } from '#words';
import type { Offer } from '../changing/offer.ts';
import { Offers } from '../changing/offers.tsx';
import { useDashboard } from './context.ts';
import type { InboxRow } from './inbox-rows.ts';

/** Mails a day at which a provider that has refused an inbox seldom does so again. */
const GENTLE_LIMIT = 20;

const offersOfInbox = ({ facts, triage }: InboxRow): readonly Offer[] => {
  const { workspaceId, address: inbox, limitPerDay } = facts;
  if (triage.mayResume || facts.status === 'paused') {
    const change = { kind: 'resume_inbox', inbox } as const;
    return [{ kind: 'resume_inbox', limitPerDay: null, changes: [{ workspaceId, change }] }];
  }
  const isThrottled = triage.code === 'inbox_provider_cap' || triage.code === 'inbox_daily_quota';
  if (!isThrottled || (typeof limitPerDay === 'number' && limitPerDay <= GENTLE_LIMIT)) return [];
  const change = { kind: 'set_inbox_limit', inbox, limitPerDay: GENTLE_LIMIT } as const;
  return [
    { kind: 'set_inbox_limit', limitPerDay: GENTLE_LIMIT, changes: [{ workspaceId, change }] },
  ];
};

/** What helps one inbox that is down, in its row. */
export const InboxOffers = ({ row }: { readonly row: InboxRow }) => {
  const { model, words } = useDashboard();
  return <Offers offers={offersOfInbox(row)} port={model.ports} words={words} />;
};

/** Minutes that the window begins with, where a gap is chosen; another where it is that already. */
const USUAL_GAP_MINUTES = 10;
const OTHER_GAP_MINUTES = 15;

const settingsOfInbox = ({ facts }: InboxRow): readonly Offer[] => {
  const { workspaceId, address: inbox, warmupStatus, gapMinutes } = facts;
  const isOn = warmupStatus !== 'active';
  const warmup = { kind: 'set_warmup', inboxes: [inbox], isOn } as const;
  const gap = {
    kind: 'set_inbox_gap',
    inbox,
    gapMinutes: gapMinutes === USUAL_GAP_MINUTES ? OTHER_GAP_MINUTES : USUAL_GAP_MINUTES,
  } as const;
  return [
    {
      kind: isOn ? 'enable_warmup' : 'disable_warmup',
      limitPerDay: null,
      changes: [{ workspaceId, change: warmup }],
    },
    { kind: 'set_inbox_gap', limitPerDay: null, changes: [{ workspaceId, change: gap }] },
  ];
};

/** What of any inbox can be changed, folded away: its warmup, and how long it waits between two mails. */
export const InboxSettings = ({ row }: { readonly row: InboxRow }) => {
  const { model, words } = useDashboard();
  const { address, gapMinutes } = row.facts;
  return (
    <details class="more settings" data-settings>
      <summary aria-label={words.t('inboxes.changeOf', { address: tidy(address) })}>
        {words.t('inboxes.change')}
      </summary>
      <small>
        {gapMinutes === undefined
          ? words.t('inboxes.gapUnknown')
          : words.t('inboxes.gap', { count: gapMinutes })}
      </small>
      <Offers offers={settingsOfInbox(row)} port={model.ports} words={words} />
    </details>
  );
};
