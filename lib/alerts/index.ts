export { type Badge, badgeFor } from './badge.ts';
export { showBadge } from './toolbar.ts';
export * from './webhooks/index.ts';
