import type { Page } from 'puppeteer-core';
import { SECTIONS } from '../../../components/dashboard/routes.ts';
import type { Scene } from '../scene.ts';
import { workspaceIdOf } from '../stage.ts';
import { CAMPAIGN, NOW, STAGES, type StageName } from '../stages.ts';
import { inTurn, keys, press, scrollTo, type } from './acts.ts';
import { SUMMARIES } from './summaries.ts';

const DASHBOARD = 'dashboard';
const palette = async (page: Page): Promise<void> => {
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
};

/** Lets the page know of a printer, and leaves it as it is on paper: a real one would give it back at once. */
const offerPaper = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
    };
  });

const putOnPaper = inTurn(offerPaper, (page) => page.evaluate(() => window.print()));

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

/** Where the popup leads for the steps out of a cause. */
const guides: readonly Scene[] = [
  { name: 'guide' } as const,
  { name: 'narrow-guide', size: { width: 400, height: 860 } } as const,
].map((scene) => ({
  surface: DASHBOARD,
  stage: 'problems' as const,
  hash: `#/campaign/${CAMPAIGN.blocked}/guide`,
  ready: '[data-guide]',
  ...scene,
}));

const summaries: readonly Scene[] = Object.entries(SUMMARIES).map(([name, around]) => ({
  surface: DASHBOARD,
  name: `ai-summary-${name}`,
  stage: 'problems',
  hash: `#/campaign/${CAMPAIGN.blocked}`,
  around,
  act: press('[data-ask-ai]'),
}));

const NO_DAYS = { workspaceId: workspaceIdOf(0), campaignId: null, days: [], readAt: NOW };

/** Mails per day, as Instantly tells of them, does not, or has yet to. */
const days: readonly Scene[] = [
  { name: 'sent', stage: 'problems', ready: '[data-sent] canvas' } as const,
  { name: 'sent-partial', stage: 'several', ready: '[data-sent] [data-problem]' } as const,
  { name: 'sent-old', stage: 'offline', ready: '[data-sent] [data-problem]' } as const,
  {
    name: 'sent-loading',
    stage: 'first_check',
    around: { answers: { 'ask.sentDays': undefined } },
    isWaiting: true,
  } as const,
  {
    name: 'sent-empty',
    stage: 'first_check',
    around: { answers: { 'ask.sentDays': { known: NO_DAYS, problem: null } } },
  } as const,
  {
    name: 'sent-error',
    stage: 'first_check',
    around: {
      answers: {
        'ask.sentDays': { known: null, problem: { kind: 'fault', message: '502 Bad Gateway' } },
      },
    },
  } as const,
].map((scene) => ({
  surface: DASHBOARD,
  hash: '#/history',
  act: inTurn(press('[data-range="30"]'), scrollTo('#fleet-sent')),
  ...scene,
}));

const AUDIT = {
  'ask.auditLog': {
    entries: [
      {
        at: NOW - 3 * 60_000,
        kind: 'campaign_paused',
        by: 'Dana Whitfield',
        isFromApi: true,
        campaignId: CAMPAIGN.healthy,
      },
      {
        at: NOW - 90 * 60_000,
        kind: 'campaign_activated',
        by: null,
        isFromApi: true,
        campaignId: null,
      },
      { at: NOW - 400 * 60_000, kind: 'key_created', by: null, isFromApi: false, campaignId: null },
    ],
    problem: null,
  },
};
const NO_AUDIT = {
  'ask.auditLog': { entries: [], problem: { kind: 'scope_missing', scopes: ['audit_logs:read'] } },
};
const READ_ONLY = { settings: { areChangesAllowed: false } };
const OPENED = { settings: { areChangesAllowed: true }, answers: { 'change.open': null } };
const chooseThree = inTurn(
  press('tbody tr:nth-child(1) .col-select input'),
  press('tbody tr:nth-child(3) .col-select input'),
);
const LOG = '#/changes';

/** Choosing many, and the log of what was changed. */
const changes: readonly Scene[] = [
  { name: 'changes', stage: 'changed', hash: LOG } as const,
  { name: 'changes-each', stage: 'changed', hash: LOG, act: press('.log summary') } as const,
  {
    name: 'changes-audit',
    stage: 'changed',
    hash: LOG,
    around: { answers: AUDIT },
    act: inTurn(press('[data-ask-audit]'), scrollTo('[data-part=audit]')),
  } as const,
  {
    name: 'changes-audit-refused',
    stage: 'changed',
    hash: LOG,
    around: { answers: NO_AUDIT },
    act: inTurn(press('[data-ask-audit]'), scrollTo('[data-part=audit]')),
  } as const,
  {
    name: 'changes-not-undone',
    stage: 'changed',
    hash: LOG,
    around: { answers: { 'change.undo': { ok: false } } },
    act: press('[data-undo]'),
  } as const,
  {
    name: 'narrow-changed',
    stage: 'changed',
    hash: LOG,
    size: { width: 400, height: 860 },
  } as const,
  { name: 'accented-changed', stage: 'changed', hash: LOG, locale: 'accented' } as const,
  { name: 'mirrored-changed', stage: 'changed', hash: LOG, locale: 'mirrored' } as const,
  { name: 'bulk', stage: 'problems', act: chooseThree } as const,
  {
    name: 'bulk-read-only',
    stage: 'problems',
    around: READ_ONLY,
    act: inTurn(chooseThree, press('[data-bulk=pause]')),
  } as const,
  { name: 'bulk-inboxes', stage: 'problems', hash: '#/inboxes', act: chooseThree } as const,
  {
    name: 'offer-read-only',
    stage: 'problems',
    hash: campaign,
    around: READ_ONLY,
    act: press('[data-offer]'),
  } as const,
  {
    name: 'offer-no-answer',
    stage: 'problems',
    hash: campaign,
    around: OPENED,
    act: press('[data-offer]'),
  } as const,
  {
    name: 'offer-demo',
    stage: 'demo',
    hash: campaign,
    act: press('[data-offer]'),
  } as const,
].map((scene) => ({ surface: DASHBOARD, ...scene }));

const more: readonly Scene[] = [
  ...(['full', 'refused'] as const).map(
    (trouble): Scene => ({
      surface: DASHBOARD,
      name: `storage-${trouble}`,
      stage: 'problems',
      around: { trouble },
      ready: `[data-state=storage_${trouble}]`,
    }),
  ),
  {
    surface: DASHBOARD,
    name: 'sent-limit',
    stage: 'problems',
    hash: `#/campaign/${CAMPAIGN.healthy}`,
    ready: '[data-sent] canvas',
    act: scrollTo('[data-sent]'),
  },
  {
    surface: DASHBOARD,
    name: 'compact',
    stage: 'problems',
    around: { settings: { density: 'compact' } },
  },
  {
    surface: DASHBOARD,
    name: 'compact-inboxes',
    stage: 'problems',
    hash: '#/inboxes',
    around: { settings: { density: 'compact' } },
  },
  {
    surface: DASHBOARD,
    name: 'hours-12',
    stage: 'problems',
    hash: campaign,
    around: { settings: { timeFormat: 'h12' } },
  },
  {
    surface: DASHBOARD,
    name: 'hours-12-tomorrow',
    stage: 'problems',
    hash: '#/tomorrow',
    around: { settings: { timeFormat: 'h12' } },
  },
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
  {
    surface: DASHBOARD,
    name: 'print',
    stage: 'problems',
    wish: 'print',
    isWhole: true,
    act: putOnPaper,
  },
  {
    surface: DASHBOARD,
    name: 'print-client',
    stage: 'problems',
    wish: 'print',
    isWhole: true,
    act: inTurn(offerPaper, palette, press('[data-command="print-client"]')),
  },
  {
    surface: DASHBOARD,
    name: 'print-campaign',
    stage: 'problems',
    hash: campaign,
    wish: 'print',
    isWhole: true,
    act: putOnPaper,
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

/** The log of alerts, and what is silenced. */
const alerts: readonly Scene[] = [
  { name: 'log', hash: '#/log' },
  { name: 'log-month', hash: '#/log', act: press('[data-range="30"]') },
  {
    name: 'log-held',
    hash: '#/log',
    act: inTurn(press('[data-range="30"]'), press('[data-kind=held]')),
  },
  { name: 'log-export', hash: '#/log', act: press('main .menu summary') },
  { name: 'incidents-silenced', hash: '#/incidents' },
  {
    name: 'incident-snooze',
    hash: '#/incidents',
    act: press('[data-state=firing] [data-silence=snooze]'),
  },
  { name: 'campaign-silenced', hash: campaign, act: inTurn(keys('s')) },
  {
    name: 'campaign-log',
    hash: `#/campaign/${CAMPAIGN.blocked}`,
    act: inTurn(press('[data-range="30"]'), scrollTo('#told')),
  },
  { name: 'log-forced-colors', hash: '#/log', wish: 'forced-colors' as const },
  { name: 'log-narrow', hash: '#/log', size: { width: 400, height: 860 } },
  ...(['accented', 'mirrored'] as const).flatMap((locale) => [
    { name: `${locale}-log`, hash: '#/log', locale, act: press('[data-range="30"]') },
    { name: `${locale}-silenced-incidents`, hash: '#/incidents', locale },
    { name: `${locale}-silenced-campaign`, hash: campaign, locale, act: keys('s') },
  ]),
].map((scene) => ({
  surface: DASHBOARD,
  stage: 'silenced',
  ...scene,
  name: `alerts-${scene.name}`,
}));

export const dashboardScenes: readonly Scene[] = [
  ...alerts,
  ...stages,
  ...sections,
  ...campaigns,
  ...guides,
  ...summaries,
  ...days,
  ...changes,
  ...more,
];
