import { HEALTHS, utcDate } from '#model';
import { adviceOf, headlineOf } from '../popup/headline.ts';
import { type Dashboard, useDashboard } from './context.ts';
import { exportCsv, exportJson } from './export.ts';
import { worstFirst } from './incident-card.tsx';
import { Menu } from './menu.tsx';
import { fleetReport, type Voice } from './report.ts';

/** Saves what the table shows, as a file named after the day. */
export const saveShown = ({ model, words }: Dashboard, format: 'csv' | 'json'): void => {
  const rows = model.rows.value;
  const columns = model.columns.value;
  const day = utcDate(model.now.value);
  if (format === 'csv') {
    model.ports.download(
      `sendwatch-${day}.csv`,
      'text/csv;charset=utf-8',
      exportCsv(rows, columns, words),
    );
  } else {
    model.ports.download(
      `sendwatch-${day}.json`,
      'application/json',
      exportJson(rows, columns, words),
    );
  }
};

/** Copies what the table shows as a report. */
export const copyReport = ({ model, words }: Dashboard, voice: Voice): Promise<void> =>
  model.copy(fleetReport(model.rows.value, voice, words, model.now.value));

const Buttons = () => {
  const dashboard = useDashboard();
  const { model, words } = dashboard;
  return (
    <div class="buttons">
      <Menu label={words.t('dashboard.copyReport')}>
        <button type="button" onClick={() => copyReport(dashboard, 'operator')}>
          {words.t('dashboard.forTeam')}
        </button>
        <button type="button" onClick={() => copyReport(dashboard, 'client')}>
          {words.t('dashboard.forClient')}
        </button>
      </Menu>
      <Menu label={words.t('dashboard.export')}>
        <button type="button" onClick={() => saveShown(dashboard, 'csv')}>
          {words.t('dashboard.csv')}
        </button>
        <button type="button" onClick={() => saveShown(dashboard, 'json')}>
          {words.t('dashboard.json')}
        </button>
        <button type="button" onClick={() => model.print('operator')}>
          {words.t('dashboard.print')}
        </button>
        <button type="button" onClick={() => model.print('client')}>
          {words.t('dashboard.printForClient')}
        </button>
      </Menu>
      <button
        type="button"
        class="button"
        aria-keyshortcuts="r"
        aria-busy={model.check.value === 'checking'}
        onClick={model.checkNow}
      >
        {words.t(model.check.value === 'checking' ? 'popup.checking' : 'popup.checkNow')}
      </button>
    </div>
  );
};

/** The answer about the fleet, the lever, and what can be done with all of it. */
export const Headline = () => {
  const { model, words } = useDashboard();
  const counts = model.counts.value;
  const isEmpty = HEALTHS.every((health) => counts[health] === 0);
  const worst = model.allRows.value.map(({ verdict }) => verdict);
  const silenced = model.silencedCount.value;
  const incidents = model.openIncidents.value
    .filter(({ campaignIds }) => !campaignIds.every((id) => model.silenced.value.has(id)))
    .toSorted(worstFirst);
  return (
    <header class="top">
      <div>
        <h1>{headlineOf(counts, words, silenced)}</h1>
        <p class="lead">
          {adviceOf(counts, incidents, worst, words)}
          {silenced > 0 && ` ${words.t('popup.silenced', { count: silenced })}`}
        </p>
      </div>
      {!isEmpty && <Buttons />}
    </header>
  );
};
