import type { Scene } from '../scene.ts';
import { CAMPAIGN, STAGE_OF_STATE, STAGES } from '../stages.ts';

const PANEL = 'panel';
const UNKNOWN_ID = '0190f0c0-0000-7000-9000-999999999999';

const hashOf = (id: string): string => `#${id}`;
const hostileOne = STAGES.hostile.stored[0]?.slice.fleet?.verdicts.find(
  ({ health }) => health === 'blocked',
);

const [problems] = STAGES.problems.stored;
const inIncident = problems?.slice.incidents?.find(
  ({ state, incident }) => state === 'firing' && incident.campaignIds.length > 1,
)?.incident.campaignIds[0];
const ofManyCauses = problems?.slice.fleet?.verdicts.find(
  ({ causes }) => causes.length > 3,
)?.campaignId;

type Page = Parameters<NonNullable<Scene['act']>>[0];

const press = async (page: Page, selector: string): Promise<void> => {
  const button = await page.waitForSelector(`sendwatch-panel >>> ${selector}`);
  await button?.click();
};
const collapse = (page: Page): Promise<void> => press(page, 'header button:last-child');
const openMenu = (page: Page): Promise<void> => press(page, 'header button[aria-expanded]');
const dockTopLeft = async (page: Page): Promise<void> => {
  await openMenu(page);
  await press(page, '.corner.top-left');
};

export const panelScenes: readonly Scene[] = [
  ...Object.entries(CAMPAIGN).map(
    ([health, id]): Scene => ({
      surface: PANEL,
      name: health,
      stage: 'problems',
      hash: hashOf(id),
    }),
  ),
  ...Object.values(STAGE_OF_STATE).map(
    (stage): Scene => ({
      surface: PANEL,
      name: `state-${stage}`,
      stage,
      hash: hashOf(CAMPAIGN.blocked),
    }),
  ),
  {
    surface: PANEL,
    name: 'hours-12',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.limited),
    around: { settings: { timeFormat: 'h12' } },
  },
  {
    surface: PANEL,
    name: 'checking',
    stage: 'first_check',
    hash: hashOf(UNKNOWN_ID),
  },
  ...(inIncident
    ? [
        {
          surface: PANEL,
          name: 'incident',
          stage: 'problems',
          hash: hashOf(inIncident),
        } as const,
      ]
    : []),
  ...(ofManyCauses
    ? [
        {
          surface: PANEL,
          name: 'many-causes',
          stage: 'problems',
          hash: hashOf(ofManyCauses),
        } as const,
      ]
    : []),
  {
    surface: PANEL,
    name: 'menu',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.limited),
    act: openMenu,
  },
  {
    surface: PANEL,
    name: 'menu-narrow',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.limited),
    size: { width: 320, height: 640 },
    act: openMenu,
  },
  {
    surface: PANEL,
    name: 'top-left',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.degraded),
    act: dockTopLeft,
  },
  {
    surface: PANEL,
    name: 'copied',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.degraded),
    act: async (page) => {
      await press(page, '.acts button:nth-of-type(2)');
      await page.waitForSelector('sendwatch-panel >>> [role=status]:not(:empty)');
    },
  },
  { surface: PANEL, name: 'stale', stage: 'stale', hash: hashOf(CAMPAIGN.blocked) },
  { surface: PANEL, name: 'not-connected', stage: 'empty', hash: hashOf(CAMPAIGN.blocked) },
  { surface: PANEL, name: 'not-known', stage: 'problems', hash: hashOf(UNKNOWN_ID) },
  {
    surface: PANEL,
    name: 'no-answer',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.blocked),
    around: { answers: { 'panel.campaign': null } },
  },
  {
    surface: PANEL,
    name: 'asking',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.blocked),
    around: { answers: { 'panel.campaign': undefined } },
    ready: 'sendwatch-panel >>> .body',
    isWaiting: true,
  },
  {
    surface: PANEL,
    name: 'collapsed',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.limited),
    act: collapse,
  },
  { surface: PANEL, name: 'hostile', stage: 'hostile', hash: hashOf(hostileOne?.campaignId ?? '') },
  {
    surface: PANEL,
    name: 'narrow',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.degraded),
    size: { width: 320, height: 640 },
  },
  {
    surface: PANEL,
    name: 'forced-colors',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.blocked),
    wish: 'forced-colors',
  },
  {
    surface: PANEL,
    name: 'zoom-200',
    stage: 'problems',
    hash: hashOf(CAMPAIGN.degraded),
    wish: 'zoom-200',
  },
  ...(['accented', 'mirrored'] as const).flatMap((locale): readonly Scene[] => [
    {
      surface: PANEL,
      name: `${locale}-menu`,
      stage: 'problems',
      hash: hashOf(CAMPAIGN.limited),
      locale,
      act: openMenu,
    },
    { surface: PANEL, name: locale, stage: 'problems', hash: hashOf(CAMPAIGN.degraded), locale },
    {
      surface: PANEL,
      name: `${locale}-not-known`,
      stage: 'problems',
      hash: hashOf(UNKNOWN_ID),
      locale,
    },
    {
      surface: PANEL,
      name: `${locale}-collapsed`,
      stage: 'problems',
      hash: hashOf(CAMPAIGN.limited),
      locale,
      act: collapse,
    },
  ]),
];
