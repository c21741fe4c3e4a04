import type { Health, Severity } from '#model';

/** The health word whose sign and tone something of this severity carries. */
export const healthOf: Readonly<Record<Severity, Health>> = {
  red: 'blocked',
  amber: 'degraded',
  blue: 'waiting',
  grey: 'inactive',
  ok: 'healthy',
};
