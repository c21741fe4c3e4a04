import { alerts } from '#locales/en/alerts';
import { packaged } from '#locales/en/packaged';
import type { CampaignId, Notice, WorkspaceId } from '#model';
import type { DeliveryRecord } from '#store/read';
import { createWords } from '#words';
import type { WebhookContent } from './content.ts';
import { deliveriesOf } from './delivery.ts';

export const AT = Date.UTC(2026, 10, 21, 9, 30);
export const WORKSPACE = '0190a000-0000-7000-8000-000000000001' as WorkspaceId;
export const CAMPAIGN = '019cc043-aee6-7ae9-a545-d7de53430e37' as CampaignId;
export const OTHER_CAMPAIGN = '019cc043-aee6-7ae9-a545-d7de53430e38' as CampaignId;

export const words = createWords({ ...packaged, ...alerts }, { locale: 'en', timeZone: 'UTC' });

export const notice = (rest: Partial<Notice> = {}): Notice => ({
  id: `problem|${WORKSPACE}|daily_limit_met`,
  kind: 'problem',
  workspaceId: WORKSPACE,
  code: 'daily_limit_met',
  severity: 'amber',
  campaignIds: [CAMPAIGN],
  campaigns: 1,
  loss: 120,
  at: AT,
  isRepeated: false,
  counts: null,
  ...rest,
});

/** A delivery of one notice to the webhook `w`. */
export const delivery = (rest: Partial<DeliveryRecord> = {}): DeliveryRecord => {
  const [first] = deliveriesOf([notice()], [{ id: 'w' }], AT);
  if (first === undefined) throw new Error('no delivery');
  return { ...first, ...rest };
};

/** What is told of one notice about campaigns of these names. */
export const contentFor = (names: readonly string[], rest: Partial<WebhookContent> = {}) =>
  ({
    id: 'd-1',
    notice: notice({ campaigns: names.length }),
    headline: 'Today’s campaign limit is used up',
    workspace: { id: WORKSPACE, name: 'Northwind' },
    campaigns: names.map((name) => ({ id: CAMPAIGN, name })),
    inboxes: [],
    ...rest,
  }) satisfies WebhookContent;
