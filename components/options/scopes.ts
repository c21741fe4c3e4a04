import type { KeyAbilities } from '#model';

const WATCH = ['campaigns:read', 'accounts:read', 'workspaces:read'] as const;
const MORE = [
  ...WATCH,
  'subsequences:read',
  'custom_tags:read',
  'custom_tag_mappings:read',
  'audit_logs:read',
] as const;
const OPERATE = [...MORE, 'campaigns:update', 'accounts:update'] as const;

/** Sets of scopes, each the least that its purpose needs (INSTANTLY.md 1.2). */
export const PRESETS = { watch: WATCH, more: MORE, operate: OPERATE } as const;
export type Preset = keyof typeof PRESETS;
export type Scope = (typeof PRESETS)[Preset][number];

/** The scope behind each ability. Instantly names none for analytics: a key for everything has them (INSTANTLY.md 1.2). */
export const SCOPE_OF = {
  readCampaigns: 'campaigns:read',
  readInboxes: 'accounts:read',
  readWorkspace: 'workspaces:read',
  readSubsequences: 'subsequences:read',
  readTags: 'custom_tags:read',
  readAnalytics: 'all:read',
} as const satisfies Record<keyof KeyAbilities, string>;

/** The abilities in the order in which they matter. */
export const ABILITIES = Object.keys(SCOPE_OF) as (keyof KeyAbilities)[];
