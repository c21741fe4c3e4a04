import {
  ALERT_PRESETS,
  type AlertRules,
  type CauseCode,
  type CauseRule,
  type Severity,
} from '#model';
import { typicalSeverity } from './typical-severity.ts';

const SILENT: CauseRule = { channel: 'never', forMinutes: 0, renotifyHours: null };

/** How a cause of that severity is told: what is said of the cause, else of the severity. */
export const ruleFor = (rules: AlertRules, code: CauseCode, severity: Severity): CauseRule =>
  severity === 'ok' ? SILENT : { ...rules.bySeverity[severity], ...rules.byCause[code] };

/** How a cause is told until the user chooses, at the severity that it mostly has (DIAGNOSIS.md 3.1). */
export const defaultFor = (code: CauseCode): CauseRule =>
  ruleFor(ALERT_PRESETS.standard, code, typicalSeverity(code));
