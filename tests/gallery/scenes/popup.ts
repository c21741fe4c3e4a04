import type { Scene } from '../scene.ts';
import { CAMPAIGN, CAMPAIGN_NAME, PAUSED, STAGES, type StageName } from '../stages.ts';
import { type Act, inTurn, keys, press, scrollTo, type } from './acts.ts';
import { LOCKED } from './locked.ts';
import { SUMMARIES } from './summaries.ts';

const POPUP = 'popup';
const row = (id: string): string => `[data-campaign-id="${id}"] > button`;
// Only rows near the visible ones are in the page: so it is searched for.
const open = (health: keyof typeof CAMPAIGN) =>
  inTurn(
    type('input[type=search]', CAMPAIGN_NAME[health].slice(0, 12)),
    press(row(CAMPAIGN[health])),
  );

/** Every stage there is, as the popup shows it. */
const stages: readonly Scene[] = (Object.keys(STAGES) as StageName[]).map((stage) => ({
  surface: POPUP,
  name: stage,
  stage,
}));

const opened: readonly Scene[] = (['blocked', 'degraded', 'limited', 'healthy'] as const).map(
  (health) => ({
    surface: POPUP,
    name: `row-open-${health}`,
    stage: 'problems',
    size: { width: 400, height: 900 },
    act: open(health),
  }),
);

const summaries: readonly Scene[] = Object.entries(SUMMARIES).map(([name, around]) => ({
  surface: POPUP,
  name: `ai-summary-${name}`,
  stage: 'problems',
  size: { width: 400, height: 900 },
  around,
  act: inTurn(open('blocked'), press('[data-ask-ai]'), scrollTo('.detail .ai')),
}));

const more: readonly Scene[] = [
  ...(['full', 'refused'] as const).map(
    (trouble): Scene => ({
      surface: POPUP,
      name: `storage-${trouble}`,
      stage: 'problems',
      around: { trouble },
      ready: `[data-state=storage_${trouble}]`,
    }),
  ),
  {
    surface: POPUP,
    name: 'unlock-wrong',
    stage: 'locked',
    around: LOCKED,
    act: inTurn(type('.unlock input', 'not it'), press('.unlock button')),
  },
  {
    surface: POPUP,
    name: 'hours-12',
    stage: 'problems',
    size: { width: 400, height: 900 },
    around: { settings: { timeFormat: 'h12' } },
    act: open('limited'),
  },
  {
    surface: POPUP,
    name: 'compact-row-open',
    stage: 'problems',
    around: { settings: { density: 'compact' } },
    act: open('degraded'),
  },
  {
    surface: POPUP,
    name: 'forced-colors-row-open',
    stage: 'problems',
    size: { width: 400, height: 900 },
    wish: 'forced-colors',
    act: inTurn(open('blocked'), scrollTo('.detail .past')),
  },
  {
    surface: POPUP,
    name: 'loading',
    stage: 'problems',
    around: { isStoreHanging: true },
    ready: '.shell',
    isWaiting: true,
    // The bars stand for a moment only, and nothing can be said yet.
    exempt: ['page-has-heading-one'],
  },
  {
    surface: POPUP,
    name: 'row-open',
    stage: 'problems',
    act: press('[data-health="blocked"] > button'),
  },
  {
    surface: POPUP,
    name: 'row-open-raw',
    stage: 'problems',
    size: { width: 400, height: 900 },
    act: inTurn(
      press('[data-health="blocked"] > button'),
      press('details.raw summary'),
      scrollTo('details.raw'),
    ),
  },
  {
    surface: POPUP,
    name: 'row-open-stale',
    stage: 'stale',
    act: press('[data-health="unknown"] > button'),
  },
  {
    surface: POPUP,
    name: 'row-open-hostile',
    stage: 'hostile',
    size: { width: 400, height: 900 },
    act: press('[data-health="blocked"] > button'),
  },
  {
    surface: POPUP,
    name: 'search-without-result',
    stage: 'problems',
    act: type('input[type=search]', 'no such campaign'),
  },
  {
    surface: POPUP,
    name: 'search',
    stage: 'many',
    act: type('input[type=search]', 'berlin'),
  },
  { surface: POPUP, name: 'filter', stage: 'problems', act: press('[data-filter="limited"]') },
  { surface: POPUP, name: 'help', stage: 'problems', act: keys('?') },
  { surface: POPUP, name: 'view', stage: 'problems', act: press('.find button') },
  {
    surface: POPUP,
    name: 'check-without-answer',
    stage: 'problems',
    around: { answers: { 'check.now': null } },
    act: keys('r'),
  },
  {
    surface: POPUP,
    name: 'checking',
    stage: 'problems',
    around: { answers: { 'check.now': undefined } },
    isWaiting: true,
    act: keys('r'),
  },
  {
    surface: POPUP,
    name: 'compact',
    stage: 'problems',
    around: { settings: { density: 'compact' } },
  },
  { surface: POPUP, name: 'forced-colors', stage: 'problems', wish: 'forced-colors' },
  { surface: POPUP, name: 'zoom-200', stage: 'problems', wish: 'zoom-200' },
  { surface: POPUP, name: 'focus', stage: 'problems', act: keys('j', 'j', 'j') },
  ...(['accented', 'mirrored'] as const).flatMap((locale): readonly Scene[] => [
    { surface: POPUP, name: locale, stage: 'problems', locale },
    { surface: POPUP, name: `${locale}-empty`, stage: 'empty', locale },
    { surface: POPUP, name: `${locale}-help`, stage: 'problems', locale, act: keys('?') },
    {
      surface: POPUP,
      name: `${locale}-view`,
      stage: 'problems',
      locale,
      act: press('.find button'),
    },
    {
      surface: POPUP,
      name: `${locale}-nothing-found`,
      stage: 'problems',
      locale,
      act: type('input[type=search]', 'no such campaign'),
    },
    { surface: POPUP, name: `${locale}-several`, stage: 'several', locale },
    { surface: POPUP, name: `${locale}-stretched`, stage: 'stretched', locale },
    {
      surface: POPUP,
      name: `${locale}-permission-missing`,
      stage: 'permission_missing_unread',
      locale,
    },
    {
      surface: POPUP,
      name: `${locale}-storage-full`,
      stage: 'problems',
      locale,
      around: { trouble: 'full' },
      ready: '[data-state=storage_full]',
    },
    {
      surface: POPUP,
      name: `${locale}-ai-summary-refused`,
      stage: 'problems',
      locale,
      size: { width: 400, height: 900 },
      around: SUMMARIES['refused'] ?? {},
      act: inTurn(open('blocked'), press('[data-ask-ai]'), scrollTo('.detail .ai')),
    },
    {
      surface: POPUP,
      name: `${locale}-row-open`,
      stage: 'problems',
      locale,
      size: { width: 400, height: 900 },
      act: open('degraded'),
    },
  ]),
];

const tall = { width: 400, height: 900 };
const needing = '[data-health="degraded"] > button';
const silence = (act: string, ...further: readonly Act[]) =>
  inTurn(press('[data-health="blocked"] > button'), press(`[data-silence=${act}]`), ...further);
const FORM = scrollTo('.silence-form');

/** What is silenced, and the forms that silence. */
const silences: readonly Scene[] = (
  [
    ...(['acknowledge', 'snooze', 'mute'] as const).map(
      (act): Partial<Scene> => ({ name: act, act: silence(act, FORM) }),
    ),
    {
      name: 'expect',
      act: inTurn(
        type('input[type=search]', PAUSED.name),
        press(row(PAUSED.campaignId)),
        press('[data-silence=expect]'),
        FORM,
      ),
    },
    {
      name: 'snooze-date',
      act: silence('snooze', press('.silence-form label:nth-of-type(4)'), FORM),
    },
    {
      name: 'snooze-past',
      act: silence(
        'snooze',
        press('.silence-form label:nth-of-type(4)'),
        (page) =>
          page.$eval('input[type=datetime-local]', (field) => {
            (field as HTMLInputElement).value = '';
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }),
        press('.silence-form [type=submit]'),
        FORM,
      ),
    },
    {
      name: 'asking',
      around: { answers: { 'alerts.silence': undefined } },
      act: silence('acknowledge', press('.silence-form [type=submit]'), FORM),
      isWaiting: true,
    },
    {
      name: 'nothing-left',
      act: silence('acknowledge', press('.silence-form [type=submit]')),
    },
    {
      name: 'not-stored',
      around: { answers: { 'alerts.silence': { ok: false, silence: null } } },
      act: silence('acknowledge', press('.silence-form [type=submit]'), FORM),
    },
    {
      name: 'row-open',
      stage: 'silenced',
      act: inTurn(press(`[data-group=silenced]`), press(`[data-group=silenced]`), press(needing)),
    },
    {
      name: 'forced-colors',
      stage: 'silenced',
      wish: 'forced-colors',
      act: silence('snooze', FORM),
    },
    ...(['accented', 'mirrored'] as const).flatMap((locale): readonly Partial<Scene>[] => [
      { name: `${locale}-list`, stage: 'silenced', locale },
      { name: `${locale}-snooze`, stage: 'silenced', locale, act: silence('snooze', FORM) },
      { name: `${locale}-mute`, stage: 'silenced', locale, act: silence('mute', FORM) },
    ]),
  ] satisfies readonly Partial<Scene>[]
).map((scene: Partial<Scene>) => ({
  surface: POPUP,
  stage: 'problems',
  size: tall,
  ...scene,
  name: `silence-${scene.name}`,
}));

export const popupScenes: readonly Scene[] = [
  ...stages,
  ...opened,
  ...summaries,
  ...silences,
  ...more,
];

const BESIDE: readonly StageName[] = [
  'empty',
  'problems',
  'all_well',
  'first_check',
  'stale',
  'offline',
  'rate_limited',
  'locked',
  'key_rejected',
  'permission_missing',
  'stretched',
  'hostile',
  'many',
  'several',
];

/** The same page beside a tab: other widths, the same parts. */
export const sidepanelScenes: readonly Scene[] = [
  ...BESIDE.map((stage): Scene => ({ surface: 'sidepanel', name: stage, stage })),
  {
    surface: 'sidepanel',
    name: 'row-open',
    stage: 'problems',
    act: press('[data-health="blocked"] > button'),
  },
  {
    surface: 'sidepanel',
    name: 'wide',
    stage: 'problems',
    size: { width: 800, height: 760 },
    act: press('[data-health="blocked"] > button'),
  },
  { surface: 'sidepanel', name: 'narrow', stage: 'problems', size: { width: 320, height: 760 } },
  { surface: 'sidepanel', name: 'accented', stage: 'several', locale: 'accented' },
  { surface: 'sidepanel', name: 'mirrored', stage: 'several', locale: 'mirrored' },
];
