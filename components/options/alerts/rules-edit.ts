import {
  ALERT_PRESETS,
  ALERT_SEVERITIES,
  type AlertPreset,
  type AlertRules,
  type AlertSeverity,
  type CauseCode,
  type CauseRule,
} from '#model';

/** The ready-made rules, the quietest first. */
export const PRESETS = Object.keys(ALERT_PRESETS) as readonly AlertPreset[];

const PARTS = ['channel', 'forMinutes', 'renotifyHours'] as const;

const isSameRule = (a: Partial<CauseRule> = {}, b: Partial<CauseRule> = {}): boolean =>
  PARTS.every((part) => a[part] === b[part]);

const codesIn = (...all: readonly AlertRules['byCause'][]): readonly CauseCode[] => [
  ...new Set(all.flatMap((byCause) => Object.keys(byCause) as CauseCode[])),
];

/** Whether one cause is told otherwise than by the rules that hold until somebody chooses. */
export const isChanged = ({ byCause }: Pick<AlertRules, 'byCause'>, code: CauseCode): boolean => {
  const standard: AlertRules['byCause'] = ALERT_PRESETS.standard.byCause;
  return !isSameRule(byCause[code], standard[code]);
};

/** How many causes are. */
export const changedCauses = ({ byCause }: Pick<AlertRules, 'byCause'>): number =>
  codesIn(byCause, ALERT_PRESETS.standard.byCause).filter((code) => isChanged({ byCause }, code))
    .length;

/** The ready-made rules that these are, whatever quiet hours and digest say; null where the user made their own. */
export const presetOf = ({ bySeverity, byCause }: AlertRules): AlertPreset | null => {
  const isSame = (preset: AlertRules): boolean =>
    ALERT_SEVERITIES.every((severity) =>
      isSameRule(bySeverity[severity], preset.bySeverity[severity]),
    ) &&
    codesIn(byCause, preset.byCause).every((code) =>
      isSameRule(byCause[code], preset.byCause[code]),
    );
  return PRESETS.find((name) => isSame(ALERT_PRESETS[name])) ?? null;
};

/** Takes over ready-made rules. Quiet hours and digest stay: they are about the person, not about the problem. */
export const withPreset = (rules: AlertRules, preset: AlertPreset): AlertRules => ({
  ...rules,
  bySeverity: ALERT_PRESETS[preset].bySeverity,
  byCause: ALERT_PRESETS[preset].byCause,
});

/** Changes how all problems of one severity are told. */
export const withSeverity = (
  rules: AlertRules,
  severity: AlertSeverity,
  change: Partial<CauseRule>,
): AlertRules => ({
  ...rules,
  bySeverity: {
    ...rules.bySeverity,
    [severity]: { ...rules.bySeverity[severity], ...change },
  },
});

/** What is set of one cause; a part that is undefined follows its severity again. */
export type CauseChange = { readonly [Part in keyof CauseRule]?: CauseRule[Part] | undefined };

/** Changes how one cause is told; where nothing is left that differs from its severity, it is not named any more. */
export const withCause = (rules: AlertRules, code: CauseCode, change: CauseChange): AlertRules => {
  const { [code]: before = {}, ...others } = rules.byCause;
  const parts = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
  const byCause =
    parts.length === 0
      ? others
      : { ...others, [code]: Object.fromEntries(parts) as Partial<CauseRule> };
  return { ...rules, byCause };
};
