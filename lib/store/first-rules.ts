import { ALERT_PRESETS, type AlertRules } from '#model';

const MORNING_MINUTE = 8 * 60;

/**
 * What people are told until they choose: the standard, and at eight in the morning of this computer's zone what can
 * wait. Without a digest the standard's amber would never be told.
 */
export const firstRules = (): AlertRules => ({
  ...ALERT_PRESETS.standard,
  digest: {
    atMinute: MORNING_MINUTE,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
});
