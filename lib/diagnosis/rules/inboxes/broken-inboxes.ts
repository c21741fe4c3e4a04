import { capacityOf } from '#forecast';
import {
  type ActionId,
  BROKEN_INBOX_CODES,
  type BrokenInboxCode,
  type Cause,
  type InboxAddress,
} from '#model';
import type { InboxCondition } from '../../campaign-inboxes.ts';
import { cause, type Rule } from '../../cause.ts';
import type { CampaignContext } from '../../context.ts';

const ACTIONS: Readonly<Record<BrokenInboxCode, readonly ActionId[]>> = {
  inbox_login_lost: ['open_accounts', 'test_inbox_vitals'],
  inbox_transient_error: ['resume_inbox', 'open_accounts'],
  inbox_bad_lead: ['mark_inbox_fixed', 'resume_inbox', 'open_leads'],
  inbox_provider_cap: ['set_inbox_limit', 'open_accounts'],
  inbox_daily_quota: ['set_inbox_limit', 'open_accounts'],
  inbox_reputation: ['pause_inbox', 'test_inbox_vitals', 'open_accounts'],
  inbox_error: ['open_accounts', 'test_inbox_vitals'],
};

/** Addresses kept in a cause: enough to find what campaigns share, little enough to store. */
const MOST_ADDRESSES = 100;

/** Mails today that these inboxes would add if they worked; null when it cannot be said. */
const lossOfInboxes = (
  { capacityInput, capacity, lossOf }: CampaignContext,
  addresses: ReadonlySet<InboxAddress>,
): number | null => {
  const { inboxes } = capacityInput;
  if (inboxes?.kind !== 'each') return lossOf('inboxes_down');
  const rooms = inboxes.rooms.map((room) =>
    addresses.has(room.address) ? { ...room, isUp: true } : room,
  );
  const mended = capacityOf({ ...capacityInput, inboxes: { kind: 'each', rooms } });
  const now = capacity();
  return mended && now ? Math.max(0, mended.today.mean - now.today.mean) : null;
};

const causeOf = (
  code: BrokenInboxCode,
  group: readonly InboxCondition[],
  context: CampaignContext,
): Cause => {
  const { totalInboxes } = context;
  const needsPerson = group.some(({ triage }) => triage.needsPerson);
  const isMost = totalInboxes !== undefined && totalInboxes > 0 && group.length * 2 >= totalInboxes;
  const addresses = group.map(({ facts }) => facts.address);
  return cause(code, needsPerson && isMost ? 'red' : 'amber', {
    loss: lossOfInboxes(context, new Set(addresses)),
    needsPerson,
    params: {
      count: group.length,
      inboxes: totalInboxes ?? null,
      addresses: addresses.slice(0, MOST_ADDRESSES),
      answer: group.find(({ triage }) => triage.answer !== null)?.triage.answer ?? null,
    },
    actions: ACTIONS[code],
  });
};

/** Inboxes in error, told apart by what their mail servers answered: who must reconnect, who may simply be resumed. */
export const brokenInboxes: Rule = (context) => {
  const groups = new Map<BrokenInboxCode, InboxCondition[]>();
  for (const condition of context.downInboxes) {
    const code = BROKEN_INBOX_CODES.find((one) => one === condition.triage.code);
    if (code === undefined) continue;
    const group = groups.get(code);
    if (group) group.push(condition);
    else groups.set(code, [condition]);
  }
  return [...groups].map(([code, group]) => causeOf(code, group, context));
};
