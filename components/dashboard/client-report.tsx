import { isolate } from '#words';
import { useDashboard } from './context.ts';
import { clientSentences } from './report.ts';
import { uptimeOf } from './uptime.ts';

/**
 * What goes on paper for a client in place of the page: each campaign that is shown in plain words, and how much of
 * the time it sent. No causes, no inboxes, no ids.
 */
export const ClientReport = () => {
  const { model, words } = useDashboard();
  const now = model.slowNow.value;
  const route = model.route.value;
  const rows =
    route.kind === 'campaign'
      ? model.allRows.value.filter(({ verdict }) => verdict.campaignId === route.campaignId)
      : model.rows.value;
  const days = model.range.value;
  const lines = rows.map((row) => ({ row, segments: model.timelineOf(row.verdict, days) }));
  const { share, dueMs, watchedMs } = uptimeOf(lines.map(({ segments }) => segments));
  return (
    <section class="client-report" aria-labelledby="client-report">
      <h1 id="client-report">{words.t('report.client.title')}</h1>
      <p class="lead">
        {days === 1 ? words.t('history.day') : words.t('unit.day', { count: days })}
        {': '}
        {share === null
          ? words.t('history.noUptime')
          : `${words.percent(share)} ${words.t('history.uptime', {
              due: words.duration(dueMs),
              watched: words.duration(watchedMs),
            })}`}
      </p>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.t('dashboard.column.campaign')}</th>
            <th scope="col">{words.t('dashboard.column.state')}</th>
            <th scope="col" class="figure">
              {words.t('history.uptimeColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, segments }) => {
            const own = uptimeOf([segments]).share;
            return (
              <tr key={row.verdict.campaignId}>
                <td>{isolate(row.name, 300)}</td>
                <td>{clientSentences(row, words, now)}</td>
                <td class="figure">
                  {own === null ? words.t('dashboard.none') : words.percent(own)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
