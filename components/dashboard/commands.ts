import { nameText, tidy } from '#words';
import { campaignUrl } from '../links.ts';
import { matches } from '../popup/arrange.ts';
import { copyCampaign } from './campaign.tsx';
import { SEGMENTS } from './campaigns.tsx';
import type { Dashboard } from './context.ts';
import { copyReport, saveShown } from './headline.tsx';
import { saveLog } from './log.tsx';
import { campaignHash, SECTIONS, sectionHash } from './routes.ts';
import { RANGES } from './stored.ts';

/** Something that the command palette can do. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is, or where it belongs. */
  readonly hint: string;
  readonly run: () => void;
}

/** Commands that are shown at once; a query narrows the rest. */
export const MOST_COMMANDS = 50;

const fixedCommands = (dashboard: Dashboard): readonly Command[] => {
  const { model, words } = dashboard;
  const { ports } = model;
  const goTo = words.t('palette.goTo');
  const action = words.t('palette.action');
  const sections = SECTIONS.map((section) => ({
    id: `section:${section}`,
    label: words.t(`dashboard.section.${section}`),
    hint: goTo,
    run: () => ports.goTo(sectionHash(section)),
  }));
  const all = model.allWorkspaces.value ?? [];
  const workspaces = all.map(({ id, name }) => ({
    id: `workspace:${id}`,
    label: nameText(name, words.t('popup.workspace'), 80),
    hint: words.t('palette.onlyWorkspace'),
    run: () => {
      model.chosen.value = id;
    },
  }));
  const everything =
    model.chosen.value === null
      ? []
      : [
          {
            id: 'workspace:all',
            label: words.t('popup.allWorkspaces'),
            hint: words.t('palette.onlyWorkspace'),
            run: () => {
              model.chosen.value = null;
            },
          },
        ];
  const doing: readonly (readonly [string, string, () => void])[] = [
    ['check', words.t('popup.checkNow'), () => void model.checkNow()],
    ['team', words.t('palette.copyTeam'), () => void copyReport(dashboard, 'operator')],
    ['client', words.t('palette.copyClient'), () => void copyReport(dashboard, 'client')],
    ['csv', words.t('palette.csv'), () => saveShown(dashboard, 'csv')],
    ['json', words.t('palette.json'), () => saveShown(dashboard, 'json')],
    ['log-csv', words.t('log.csv'), () => void saveLog(dashboard, 'csv')],
    ['log-json', words.t('log.json'), () => void saveLog(dashboard, 'json')],
    ['print', words.t('dashboard.print'), () => model.print('operator')],
    ['print-client', words.t('dashboard.printForClient'), () => model.print('client')],
    ['all', words.t('popup.clearFilter'), model.showAll],
    ['settings', words.t('popup.settings'), () => ports.openOptions()],
    [
      'keys',
      words.t('popup.keys.title'),
      () => {
        model.isHelpOpen.value = true;
      },
    ],
  ];
  const actions = doing.map(([id, label, run]) => ({ id, label, hint: action, run }));
  return [...sections, ...actions, ...everything, ...workspaces];
};

/** What the buttons above table and history do. */
const showingCommands = ({ model, words }: Dashboard): readonly Command[] => [
  ...SEGMENTS.map((segment) => ({
    id: `segment:${segment}`,
    label: words.t(`dashboard.segment.${segment}`),
    hint: words.t('palette.segment'),
    run: () => {
      model.segment.value = segment;
      model.ports.goTo(sectionHash('campaigns'));
    },
  })),
  ...RANGES.map((days) => ({
    id: `range:${days}`,
    label: days === 1 ? words.t('history.day') : words.t('unit.day', { count: days }),
    hint: words.t('palette.range'),
    run: () => {
      void model.showRange(days);
      if (model.route.value.kind !== 'campaign') model.ports.goTo(sectionHash('history'));
    },
  })),
];

const campaignCommands = (dashboard: Dashboard): readonly Command[] => {
  const { model } = dashboard;
  return model.allRows.value.map(({ verdict, name, workspace }) => ({
    id: `campaign:${verdict.campaignId}`,
    label: tidy(name),
    hint: workspace,
    run: () => model.ports.goTo(campaignHash(verdict.campaignId)),
  }));
};

const hereCommands = (dashboard: Dashboard): readonly Command[] => {
  const { model, words } = dashboard;
  const route = model.route.value;
  if (route.kind !== 'campaign') return [];
  const row = model.allRows.value.find(({ verdict }) => verdict.campaignId === route.campaignId);
  if (!row) return [];
  const here: readonly (readonly [string, string, () => void])[] = [
    [
      'copy-campaign',
      words.t('palette.copyThis'),
      () => void copyCampaign(dashboard, row, 'operator'),
    ],
    [
      'copy-campaign-client',
      words.t('palette.copyThisClient'),
      () => void copyCampaign(dashboard, row, 'client'),
    ],
    ...(['acknowledge', 'snooze', 'mute'] as const).map(
      (act) =>
        [
          `${act}-campaign`,
          words.t(`palette.${act}This`),
          () => {
            model.wantedAct.value = act;
          },
        ] as const,
    ),
    [
      'open-campaign',
      words.t('palette.openThis'),
      () => model.ports.openUrl(campaignUrl(route.campaignId)),
    ],
  ];
  const hint = tidy(row.name, 60);
  return here.map(([id, label, run]) => ({ id, label, hint, run }));
};

/** What the palette offers for a query: every section, action and workspace, then every campaign. */
export const commandsFor = (dashboard: Dashboard, query: string): readonly Command[] => {
  const wanted = query.trim();
  const all = [
    ...hereCommands(dashboard),
    ...fixedCommands(dashboard),
    ...showingCommands(dashboard),
    ...campaignCommands(dashboard),
  ];
  const found =
    wanted === '' ? all : all.filter(({ label, hint }) => matches(`${label} ${hint}`, wanted));
  return found.slice(0, MOST_COMMANDS);
};
