import type { DBSchema } from 'idb';
import type { Envelope } from './envelope.ts';

/** The cache: everything that can be read anew from Instantly. The keys live in a database of their own. */
export const CACHE_NAME = 'sendwatch';

/** Stores of the newest version. */
export const STORES = [
  'workspaces',
  'observations',
  'fleet',
  'journal',
  'history',
  'incidents',
  'actions',
  'alerts',
  'alertLog',
  'meta',
] as const;

/** Keys and indexes of the newest version. Keys stand outside the values, so that a broken value can still be erased. */
export interface CacheSchema extends DBSchema {
  workspaces: { key: string; value: Envelope };
  /** [workspace, campaign] */
  observations: { key: [string, string]; value: Envelope };
  /** [what, workspace], and [what, workspace, campaign or '' for all of them] */
  fleet: {
    key: ['campaigns' | 'inboxes' | 'campaignTags', string] | ['sentDays', string, string];
    value: Envelope;
  };
  /** Each slice writes one row of the ring ['slice', workspace, number]; `campaigns` only when their set changes. */
  journal: { key: ['slice', string, number] | ['campaigns', string]; value: Envelope };
  /** [workspace, campaign, at] */
  history: {
    key: [string, string, number];
    value: Envelope;
    indexes: { byWorkspaceAndTime: [string, number]; byTime: number };
  };
  /** [incident, since] */
  incidents: {
    key: [string, number];
    value: Envelope;
    indexes: { byWorkspace: string; byState: string };
  };
  /** [workspace, action] */
  actions: {
    key: [string, string];
    value: Envelope;
    indexes: { byWorkspaceAndTime: [string, number] };
  };
  /** What holds for all, ['book', workspace], and of webhooks ['webhook', id] and ['delivery', id]. */
  alerts: {
    key: ['rules' | 'silences' | 'notices' | 'digest'] | ['book' | 'webhook' | 'delivery', string];
    value: Envelope;
  };
  /** [workspace, at, campaign or '', cause, what happened] */
  alertLog: {
    key: [string, number, string, string, string];
    value: Envelope;
    indexes: { byTime: number };
  };
  meta: { key: 'head' | 'reset' | 'pruned' | 'openActions'; value: Envelope };
}
