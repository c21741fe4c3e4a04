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
