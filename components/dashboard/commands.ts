import { nameText, tidy } from '#words';
import { matches } from '../popup/arrange.ts';
import { copyCampaign } from './campaign.tsx';
import type { Dashboard } from './context.ts';
import { copyReport, saveShown } from './headline.tsx';
import { campaignHash, SECTIONS, sectionHash } from './routes.ts';

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
    ['print', words.t('dashboard.print'), () => ports.print()],
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
  return row
    ? [
        {
          id: 'copy-campaign',
          label: words.t('palette.copyThis'),
          hint: tidy(row.name, 60),
          run: () => void copyCampaign(dashboard, row, 'operator'),
        },
      ]
    : [];
};

/** What the palette offers for a query: every section, action and workspace, then every campaign. */
export const commandsFor = (dashboard: Dashboard, query: string): readonly Command[] => {
  const wanted = query.trim();
  const all = [
    ...hereCommands(dashboard),
    ...fixedCommands(dashboard),
    ...campaignCommands(dashboard),
  ];
  const found =
    wanted === '' ? all : all.filter(({ label, hint }) => matches(`${label} ${hint}`, wanted));
  return found.slice(0, MOST_COMMANDS);
};
