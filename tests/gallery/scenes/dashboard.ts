import { SECTIONS } from '../../../components/dashboard/routes.ts';
import type { Scene } from '../scene.ts';
import { CAMPAIGN, STAGES, type StageName } from '../stages.ts';
import { inTurn, keys, press, type } from './acts.ts';

const DASHBOARD = 'dashboard';
const palette = async (page: Parameters<ReturnType<typeof keys>>[0]): Promise<void> => {
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
};

const stages: readonly Scene[] = (Object.keys(STAGES) as StageName[]).map((stage) => ({
  surface: DASHBOARD,
  name: stage,
  stage,
}));

/** The stages in which a section has something else to say than with a full store. */
const THIN: readonly StageName[] = ['no_campaigns', 'first_check_start', 'all_well'];

// What the campaigns show in other stages is in `stages` already.
const sections: readonly Scene[] = SECTIONS.flatMap((section) => [
  {
    surface: DASHBOARD,
    name: `section-${section}`,
    stage: 'problems',
    hash: `#/${section}`,
  } as const,
  ...(section === 'campaigns' ? [] : [...THIN, 'hostile' as const]).map(
    (stage) =>
      ({
        surface: DASHBOARD,
        name: `section-${section}-${stage}`,
        stage,
        hash: `#/${section}`,
      }) as const,
  ),
  ...(['accented', 'mirrored'] as const).map(
    (locale) =>
      ({
        surface: DASHBOARD,
        name: `${locale}-${section}`,
        stage: 'problems',
        hash: `#/${section}`,
        locale,
      }) as const,
  ),
  {
    surface: DASHBOARD,
    name: `narrow-${section}`,
    stage: 'problems',
    hash: `#/${section}`,
    size: { width: 400, height: 860 },
  } as const,
]);

const campaigns: readonly Scene[] = Object.entries(CAMPAIGN).map(([health, id]) => ({
  surface: DASHBOARD,
  name: `campaign-${health}`,
  stage: 'problems',
  hash: `#/campaign/${id}`,
}));

const campaign = `#/campaign/${CAMPAIGN.degraded}`;

const more: readonly Scene[] = [
  {
    surface: DASHBOARD,
    name: 'loading',
    stage: 'problems',
    around: { isStoreHanging: true },
    isWaiting: true,
  },
  {
    surface: DASHBOARD,
    name: 'campaign-gone',
    stage: 'problems',
    hash: '#/campaign/0190f0c0-0000-7000-9000-999999999999',
  },
  { surface: DASHBOARD, name: 'campaign-stale', stage: 'stale', hash: campaign },
  { surface: DASHBOARD, name: 'campaign-offline', stage: 'offline', hash: campaign },
  {
    surface: DASHBOARD,
    name: 'search-without-result',
    stage: 'problems',
    act: type('main input[type=search]', 'no such campaign'),
  },
  { surface: DASHBOARD, name: 'palette', stage: 'problems', act: palette },
  {
    surface: DASHBOARD,
    name: 'palette-without-result',
    stage: 'problems',
    act: inTurn(palette, type('dialog input', 'xyzzy')),
  },
  { surface: DASHBOARD, name: 'help', stage: 'problems', act: keys('?') },
  { surface: DASHBOARD, name: 'menu-open', stage: 'problems', act: press('.menu summary') },
  {
    surface: DASHBOARD,
    name: 'check-without-answer',
    stage: 'problems',
    around: { answers: { 'check.now': null } },
    act: keys('r'),
  },
  { surface: DASHBOARD, name: 'print', stage: 'problems', wish: 'print', isWhole: true },
  {
    surface: DASHBOARD,
    name: 'print-campaign',
    stage: 'problems',
    hash: campaign,
    wish: 'print',
    isWhole: true,
  },
  { surface: DASHBOARD, name: 'forced-colors', stage: 'problems', wish: 'forced-colors' },
  {
    surface: DASHBOARD,
    name: 'forced-colors-campaign',
    stage: 'problems',
    hash: campaign,
    wish: 'forced-colors',
  },
  { surface: DASHBOARD, name: 'zoom-200', stage: 'problems', wish: 'zoom-200' },
  { surface: DASHBOARD, name: 'focus', stage: 'problems', act: keys('j', 'j') },
  {
    surface: DASHBOARD,
    name: 'narrow-campaign',
    stage: 'problems',
    hash: campaign,
    size: { width: 400, height: 860 },
  },
  {
    surface: DASHBOARD,
    name: 'narrow-several',
    stage: 'several',
    size: { width: 320, height: 860 },
  },
  ...(['accented', 'mirrored'] as const).flatMap((locale): readonly Scene[] => [
    { surface: DASHBOARD, name: `${locale}-campaign`, stage: 'problems', hash: campaign, locale },
    { surface: DASHBOARD, name: `${locale}-help`, stage: 'problems', locale, act: keys('?') },
    { surface: DASHBOARD, name: `${locale}-palette`, stage: 'problems', locale, act: palette },
    { surface: DASHBOARD, name: `${locale}-several`, stage: 'several', locale },
    { surface: DASHBOARD, name: `${locale}-empty`, stage: 'empty', locale },
  ]),
];

export const dashboardScenes: readonly Scene[] = [...stages, ...sections, ...campaigns, ...more];
