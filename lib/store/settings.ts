import { browser } from 'wxt/browser';

import { DEFAULT_LOOK, DENSITIES, LANGUAGES, type Look, THEMES, TIME_FORMATS } from './look.ts';

/** What the user chose. */
export interface Settings extends Look {
  /** How often a campaign that sends as it should is asked about, in minutes, 1 to 60. */
  readonly checkEveryMinutes: number;
  /** Share of Instantly's documented request limit that Sendwatch may use, in percent, 1 to 10. */
  readonly budgetPercent: number;
  /** Whether Sendwatch marks campaigns in Instantly's own list of them. */
  readonly areCampaignsMarked: boolean;
  /** Whether Sendwatch marks inboxes in trouble in Instantly's own list of them. */
  readonly areInboxesMarked: boolean;
  /** Whether Sendwatch shows desktop notifications, where the browser lets it. */
  readonly areNotificationsOn: boolean;
  /** Whether Sendwatch may change anything at Instantly; until the user says so, it only reads. */
  readonly areChangesAllowed: boolean;
  /** Whether Sendwatch shows itself inside Instantly's pages. */
  readonly isPanelShown: boolean;
}

/** What holds until the user chooses (QUALITY.md B3). */
export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_LOOK,
  checkEveryMinutes: 5,
  budgetPercent: 5,
  areCampaignsMarked: true,
  areInboxesMarked: true,
  areNotificationsOn: false,
  areChangesAllowed: false,
  isPanelShown: true,
};

const isWholeWithin = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

const CHECKS: { readonly [Name in keyof Settings]: (value: unknown) => boolean } = {
  theme: (value) => THEMES.some((theme) => theme === value),
  density: (value) => DENSITIES.some((density) => density === value),
  language: (value) => LANGUAGES.some((language) => language === value),
  timeFormat: (value) => TIME_FORMATS.some((format) => format === value),
  checkEveryMinutes: (value) => isWholeWithin(value, 1, 60),
  budgetPercent: (value) => isWholeWithin(value, 1, 10),
  areCampaignsMarked: isBoolean,
  areInboxesMarked: isBoolean,
  areNotificationsOn: isBoolean,
  areChangesAllowed: isBoolean,
  isPanelShown: isBoolean,
};

/** Whether a text names a setting. */
export const isSettingName = (name: string): name is keyof Settings => Object.hasOwn(CHECKS, name);

/** Whether a value is one that a setting may take. */
export const isSettingValue = (name: keyof Settings, value: unknown): boolean =>
  CHECKS[name](value);

const PREFIX = 'settings.';

/** The name under which a setting is stored. */
export const storedName = (name: keyof Settings): string => `${PREFIX}${name}`;

const NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

/** All settings; one that is missing or does not parse has its default. */
export const readSettings = async (): Promise<Settings> => {
  const stored = await browser.storage.local.get(NAMES.map(storedName));
  const values = NAMES.map((name) => [name, stored[storedName(name)]] as const);
  return {
    ...DEFAULT_SETTINGS,
    ...Object.fromEntries(values.filter(([name, value]) => isSettingValue(name, value))),
  };
};

/** Tells of every change of a setting; gives back what ends it. */
export const watchSettings = (onChange: () => void): (() => void) => {
  const hear = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local' && Object.keys(changes).some((name) => name.startsWith(PREFIX))) {
      onChange();
    }
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
};
