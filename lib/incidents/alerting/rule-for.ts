import type { AlertRules, CauseCode, CauseRule, Severity } from '#model';

const SILENT: CauseRule = { channel: 'never', forMinutes: 0, renotifyHours: null };

/** How a cause of that severity is told: what is said of the cause, else of the severity. */
export const ruleFor = (rules: AlertRules, code: CauseCode, severity: Severity): CauseRule =>
  severity === 'ok' ? SILENT : { ...rules.bySeverity[severity], ...rules.byCause[code] };
