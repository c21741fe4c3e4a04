import { useSignal } from '@preact/signals';
import { type InboxGroup, inboxRollup } from '#diagnosis';
import { type Health, type InboxFacts, isUnseen } from '#model';
import { tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { useDashboard } from './context.ts';
import { findInboxes, type InboxRow } from './inbox-rows.ts';
import { Meter } from './meter.tsx';
import { campaignHash } from './routes.ts';
import { WindowedTable } from './windowed-table.tsx';
import type { DashboardWords } from './words.ts';

const ROW_HEIGHT = 54;
const GROUPS_SHOWN = 8;
const CAMPAIGNS_NAMED = 3;

const healthOf = ({ facts, triage }: InboxRow): Health => {
  if (facts.status === 'paused') return 'inactive';
  if (triage.canSend === undefined) return 'unknown';
  if (triage.canSend) return 'healthy';
  return triage.needsPerson ? 'blocked' : 'limited';
};

const statusWord = ({ status }: InboxFacts, words: DashboardWords): string => {
  if (status === undefined) return words.t('inboxes.status.unknown');
  return isUnseen(status)
    ? words.t('inboxes.unseen', { raw: tidy(status.unseen, 40) })
    : words.t(`inboxes.status.${status}`);
};

const providerWord = (provider: InboxFacts['provider'], words: DashboardWords): string => {
  if (provider === undefined) return '';
  return isUnseen(provider) ? tidy(provider.unseen, 40) : words.t(`inboxes.provider.${provider}`);
};

const warmupWord = (
  { warmupStatus, warmupScore }: InboxFacts,
  words: DashboardWords,
): { word: string; score: string } => {
  const score = typeof warmupScore === 'number' ? words.percent(warmupScore / 100) : '';
  if (warmupStatus === undefined) return { word: words.t('dashboard.none'), score };
  const word = isUnseen(warmupStatus)
    ? words.t('inboxes.unseen', { raw: tidy(warmupStatus.unseen, 40) })
    : words.t(`inboxes.warmup.${warmupStatus}`);
  return { word, score };
};

const Reason = ({ row }: { readonly row: InboxRow }) => {
  const { words } = useDashboard();
  const { code, answer, mayResume, needsPerson } = row.triage;
  if (code === null) return <>{words.t('dashboard.none')}</>;
  const known = code as keyof typeof REASONS;
  return (
    <>
      {known in REASONS ? words.t(REASONS[known]) : tidy(code)}
      {answer && <small>{words.t('inboxes.answer', { answer: tidy(answer, 200) })}</small>}
      {mayResume && needsPerson && <small>{words.t('inboxes.mayResume')}</small>}
    </>
  );
};

const REASONS = {
  inbox_login_lost: 'inboxes.reason.inbox_login_lost',
  inbox_transient_error: 'inboxes.reason.inbox_transient_error',
  inbox_bad_lead: 'inboxes.reason.inbox_bad_lead',
  inbox_provider_cap: 'inboxes.reason.inbox_provider_cap',
  inbox_daily_quota: 'inboxes.reason.inbox_daily_quota',
  inbox_reputation: 'inboxes.reason.inbox_reputation',
  inbox_setup_pending: 'inboxes.reason.inbox_setup_pending',
  inbox_error: 'inboxes.reason.inbox_error',
  inboxes_paused: 'inboxes.reason.inboxes_paused',
  inboxes_in_maintenance: 'inboxes.reason.inboxes_in_maintenance',
} as const;

const Room = ({ row }: { readonly row: InboxRow }) => {
  const { words } = useDashboard();
  const { sentToday, room, facts } = row;
  if (sentToday === null) return <>{words.t('dashboard.none')}</>;
  const limit = facts.limitPerDay;
  if (room === null || typeof limit !== 'number') {
    return <>{words.t('popup.sent', { sent: words.number(sentToday) })}</>;
  }
  return (
    <span class="of">
      <Meter filled={limit === 0 ? 1 : sentToday / limit} />
      <span>
        {words.t('inboxes.room', { room: words.number(room), limit: words.number(limit) })}
      </span>
    </span>
  );
};

const Campaigns = ({ row }: { readonly row: InboxRow }) => {
  const { model, words } = useDashboard();
  const { campaignIds } = row;
  if (campaignIds.length === 0) return <>{words.t('dashboard.none')}</>;
  return (
    <>
      {campaignIds.slice(0, CAMPAIGNS_NAMED).map((id) => (
        <a key={id} class="line" href={campaignHash(id)}>
          <bdi>{tidy(model.byId.value.get(id)?.name ?? '', 60) || words.t('popup.unnamed')}</bdi>
        </a>
      ))}
      {campaignIds.length > CAMPAIGNS_NAMED && (
        <small>{words.t('dashboard.more', { count: campaignIds.length - CAMPAIGNS_NAMED })}</small>
      )}
    </>
  );
};

const InboxLine = ({ row }: { readonly row: InboxRow }) => {
  const { model, words } = useDashboard();
  const { facts } = row;
  const warmup = warmupWord(facts, words);
  const health = healthOf(row);
  const workspace = tidy(model.workspaceNames.value.get(facts.workspaceId) ?? '', 60);
  return (
    <>
      <td>
        <bdi class="name">{tidy(facts.address)}</bdi>
        <small>
          {[providerWord(facts.provider, words), workspace].filter(Boolean).join(' · ')}
        </small>
      </td>
      <td>
        <span class="state">
          <Glyph health={health} size={18} />
          {statusWord(facts, words)}
        </span>
      </td>
      <td class="col-why">
        <Reason row={row} />
      </td>
      <td class="col-warmup">
        {warmup.word}
        {warmup.score && <small>{words.t('inboxes.score', { score: warmup.score })}</small>}
      </td>
      <td class="col-today figure">
        <Room row={row} />
      </td>
      <td class="col-affected">
        <Campaigns row={row} />
      </td>
    </>
  );
};

const Group = ({ group }: { readonly group: InboxGroup }) => {
  const { words } = useDashboard();
  const { kind, name, total, down, severity } = group;
  const health: Health =
    severity === 'red' ? 'blocked' : severity === 'amber' ? 'degraded' : 'healthy';
  const label =
    kind === 'provider' ? providerWord(name as NonNullable<InboxFacts['provider']>, words) : name;
  return (
    <li data-group={`${kind}:${name}`}>
      <Glyph health={down.length > 0 && health === 'healthy' ? 'limited' : health} size={16} />
      <bdi>{tidy(label, 80)}</bdi>
      <span class="quiet">
        {down.length === 0
          ? words.t('inboxes.group.fine', { count: total })
          : words.t('inboxes.group.down', { down: words.number(down.length), count: total })}
      </span>
    </li>
  );
};

const RollUp = ({ rows }: { readonly rows: readonly InboxRow[] }) => {
  const { words } = useDashboard();
  const groups = inboxRollup(rows.map(({ facts }) => facts));
  return (
    <div class="rollup">
      {(['domain', 'provider'] as const).map((kind) => {
        const own = groups.filter((group) => group.kind === kind);
        return (
          <div class="card" key={kind}>
            <h2>{words.t(`inboxes.by.${kind}`)}</h2>
            <ul>
              {own.slice(0, GROUPS_SHOWN).map((group) => (
                <Group key={group.name} group={group} />
              ))}
              {own.length > GROUPS_SHOWN && (
                <li class="quiet">
                  {words.t('dashboard.more', { count: own.length - GROUPS_SHOWN })}
                </li>
              )}
            </ul>
          </div>
        );
      })}
    </div>
  );
};

const HEADS = ['address', 'status', 'reason', 'warmup', 'room', 'affected'] as const;
const HEAD_CLASS = ['', '', 'col-why', 'col-warmup', 'col-today figure', 'col-affected'] as const;

const InboxTable = ({ rows }: { readonly rows: readonly InboxRow[] }) => {
  const { words } = useDashboard();
  return (
    <WindowedTable
      class="inboxes"
      caption={words.t('dashboard.section.inboxes')}
      keys={rows.map(({ facts }) => `${facts.workspaceId}|${facts.address}`)}
      rowHeight={ROW_HEIGHT}
      head={HEADS.map((head, place) => (
        <th key={head} scope="col" class={HEAD_CLASS[place]}>
          {words.t(`inboxes.column.${head}`)}
        </th>
      ))}
      rowAt={(index) => {
        const row = rows[index];
        return row === undefined
          ? null
          : { health: healthOf(row), account: row.facts.address, cells: <InboxLine row={row} /> };
      }}
    />
  );
};

/** The section Inboxes: domains and providers first, then every inbox, those that are down on top. */
export const Inboxes = () => {
  const { model, words } = useDashboard();
  const query = useSignal('');
  const all = model.inboxes.value;
  const rows = findInboxes(all, query.value);
  return (
    <section aria-label={words.t('dashboard.section.inboxes')}>
      {all.length === 0 ? (
        <p class="none">{words.t('inboxes.none')}</p>
      ) : (
        <>
          <RollUp rows={all} />
          <div class="card">
            <div class="tools">
              <input
                type="search"
                aria-label={words.t('inboxes.find')}
                placeholder={words.t('inboxes.find')}
                aria-keyshortcuts="/"
                value={query.value}
                onInput={({ currentTarget }) => {
                  query.value = currentTarget.value;
                }}
              />
              <span class="age">{words.t('inboxes.shown', { count: rows.length })}</span>
            </div>
            {rows.length > 0 ? (
              <InboxTable rows={rows} />
            ) : (
              <p class="nothing">{words.t('inboxes.notFound')}</p>
            )}
          </div>
        </>
      )}
    </section>
  );
};
