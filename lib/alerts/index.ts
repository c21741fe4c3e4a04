export { type AlertHandlers, alertHandlers } from './alert-handlers.ts';
export { type Badge, badgeFor } from './badge.ts';
export { browserReader, createNoticeWords } from './notice-words.ts';
export { openNotice } from './open-notice.ts';
export { type Alerts, type AlertsPort, createAlerts } from './run-alerts.ts';
export { browserScreen } from './screen.ts';
export { noticeOfScreenId } from './show-notices.ts';
export { showBadge } from './toolbar.ts';
export * from './webhooks/index.ts';
