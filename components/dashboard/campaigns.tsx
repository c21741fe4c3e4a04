import { isoTime } from '../iso-time.ts';
import type { GroupName } from '../popup/arrange.ts';
import { BulkBar } from './bulk-bar.tsx';
import { COLUMNS } from './columns.ts';
import { useDashboard } from './context.ts';
import { IncidentCards } from './incident-card.tsx';
import { Menu } from './menu.tsx';
import { campaignKey, Table } from './table.tsx';

/** The groups that the table can be narrowed to. */
export const SEGMENTS: readonly GroupName[] = [
  'needsYou',
  'silenced',
  'unknown',
  'clears',
  'sending',
  'off',
];

/** Those that are offered only where they hold a campaign. */
const SELDOM: readonly GroupName[] = ['silenced', 'unknown'];

const Segments = () => {
  const { model, words } = useDashboard();
  const counts = Map.groupBy(model.allRows.value, ({ group }) => group);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div class="segments" role="group" aria-label={words.t('popup.filters')}>
      {SEGMENTS.filter((name) => !SELDOM.includes(name) || counts.has(name)).map((name) => (
        <button
          type="button"
          key={name}
          data-segment={name}
          aria-pressed={model.segment.value === name}
          onClick={() => {
            model.segment.value = model.segment.value === name ? null : name;
          }}
        >
          {words.t(`dashboard.segment.${name}`)}{' '}
          <b>{words.number(counts.get(name)?.length ?? 0)}</b>
        </button>
      ))}
    </div>
  );
};

const Age = () => {
  const { model, words } = useDashboard();
  const at = model.checkedAt.value;
  if (at === null) return <span class="age">{words.t('popup.neverChecked')}</span>;
  const now = model.now.value;
  return (
    <time class="age" dateTime={isoTime(at)} title={words.clock(at, now)}>
      {words.t('popup.checked', { ago: words.ago(at, now) })}
    </time>
  );
};

const Tools = () => {
  const { model, words } = useDashboard();
  return (
    <div class="tools">
      <input
        type="search"
        aria-label={words.t('popup.find')}
        placeholder={words.t('dashboard.find')}
        aria-keyshortcuts="/"
        value={model.query.value}
        onInput={({ currentTarget }) => {
          model.query.value = currentTarget.value;
        }}
      />
      <Segments />
      <div class="end">
        <Age />
        <Menu label={words.t('dashboard.columns')}>
          {COLUMNS.slice(1).map((column) => (
            <label key={column}>
              <input
                type="checkbox"
                checked={model.columns.value.includes(column)}
                onChange={() => model.setColumn(column)}
              />{' '}
              {words.t(`dashboard.column.${column}`)}
            </label>
          ))}
        </Menu>
      </div>
    </div>
  );
};

const Bulk = () => {
  const { model } = useDashboard();
  const chosen = model.chosenCampaigns.among(model.rows.value, campaignKey);
  const changes = (kind: 'pause_campaign' | 'activate_campaign') =>
    chosen.map(({ verdict: { workspaceId, campaignId } }) => ({
      workspaceId,
      change: { kind, campaignId },
    }));
  return (
    <BulkBar
      selection={model.chosenCampaigns}
      count={chosen.length}
      acts={[
        { kind: 'pause', changes: changes('pause_campaign') },
        { kind: 'resume', changes: changes('activate_campaign') },
      ]}
    />
  );
};

/** The section Campaigns: what several of them share first, then all of them. */
export const Campaigns = () => {
  const { model, words } = useDashboard();
  const count = model.allRows.value.length;
  return (
    <section aria-label={words.t('dashboard.section.campaigns')}>
      <IncidentCards />
      {count > 0 && (
        <div class="card">
          <Tools />
          <Bulk />
          {model.rows.value.length > 0 ? (
            <Table />
          ) : (
            <div class="nothing">
              <p>{words.t('popup.nothingFound')}</p>
              <p>{words.t('popup.nothingFoundText', { count })}</p>
              <button type="button" class="button" onClick={model.showAll}>
                {words.t('popup.clearFilter')}
              </button>
            </div>
          )}
        </div>
      )}
    </section>
  );
};
