import { emptyBook } from '#incidents';
import type { AlertLogRecord, Notice, Silence } from '#model';
import type { AlertBookRecord, DeliveryRecord } from './alert-records.ts';
import { campaignId, T0, workspaceId } from './fixtures.ts';

// One full example of every record of alerts, for the tests of this room.

export const sampleNotice = (parts: Partial<Notice> = {}): Notice => ({
  id: `inboxes_disconnected@${workspaceId()}`,
  kind: 'problem',
  workspaceId: workspaceId(),
  code: 'inboxes_disconnected',
  severity: 'red',
  campaignIds: [campaignId()],
  campaigns: 1,
  loss: 60,
  at: T0,
  isRepeated: false,
  counts: null,
  ...parts,
});

export const sampleSilence = (parts: Partial<Silence> = {}): Silence => ({
  id: 'silence-1',
  kind: 'snoozed',
  scope: { kind: 'campaign', workspaceId: workspaceId(), campaignId: campaignId() },
  note: 'Anna is on it',
  at: T0,
  until: T0 + 3_600_000,
  ...parts,
});

export const sampleLog = (parts: Partial<AlertLogRecord> = {}): AlertLogRecord => ({
  workspaceId: workspaceId(),
  campaignId: campaignId(),
  code: 'inboxes_disconnected',
  severity: 'red',
  at: T0,
  since: T0,
  kind: 'fired',
  reason: null,
  ...parts,
});

export const sampleDelivery = (parts: Partial<DeliveryRecord> = {}): DeliveryRecord => ({
  id: 'delivery-1',
  webhookId: 'webhook-1',
  notice: sampleNotice(),
  attempts: 0,
  notBefore: T0,
  at: T0,
  ...parts,
});

export const sampleBook = (parts: Partial<AlertBookRecord> = {}): AlertBookRecord => ({
  workspaceId: workspaceId(),
  book: {
    ...emptyBook(workspaceId(), T0),
    alerts: [
      {
        workspaceId: workspaceId(),
        campaignId: campaignId(),
        code: 'inboxes_disconnected',
        severity: 'red',
        state: 'firing',
        since: T0,
        stateAt: T0,
        announcedAt: null,
        level: 3,
        heldFor: null,
        isOverdue: false,
      },
    ],
  },
  silenced: { blocked: 1, degraded: 0 },
  ...parts,
});
