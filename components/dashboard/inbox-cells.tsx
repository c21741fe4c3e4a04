import { type Health, type InboxFacts, isUnseen } from '#model';
import { isolate, nameText, tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { useDashboard } from './context.ts';
import { InboxOffers, InboxSettings } from './inbox-offers.tsx';
import type { InboxRow } from './inbox-rows.ts';
import { Meter } from './meter.tsx';
import { campaignHash } from './routes.ts';
import type { DashboardWords } from './words.ts';

const CAMPAIGNS_NAMED = 3;

/** The health word whose sign an inbox carries. */
export const inboxHealth = ({ facts, triage }: InboxRow): Health => {
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

/** Who runs an inbox, in words; empty when Instantly did not say. */
export const providerWord = (provider: InboxFacts['provider'], words: DashboardWords): string => {
  if (provider === undefined) return '';
  return isUnseen(provider)
    ? isolate(provider.unseen, 40)
    : words.t(`inboxes.provider.${provider}`);
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
      <InboxOffers row={row} />
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
          <bdi>{nameText(model.byId.value.get(id)?.name ?? '', words.t('popup.unnamed'), 60)}</bdi>
        </a>
      ))}
      {campaignIds.length > CAMPAIGNS_NAMED && (
        <small>{words.t('dashboard.more', { count: campaignIds.length - CAMPAIGNS_NAMED })}</small>
      )}
    </>
  );
};

/** The cells of one inbox. */
export const InboxCells = ({ row }: { readonly row: InboxRow }) => {
  const { model, words } = useDashboard();
  const { facts } = row;
  const warmup = warmupWord(facts, words);
  const health = inboxHealth(row);
  const workspace = isolate(model.workspaceNames.value.get(facts.workspaceId) ?? '', 60);
  return (
    <>
      <td class="col-address">
        <bdi class="name">{tidy(facts.address)}</bdi>
        <small>
          {[providerWord(facts.provider, words), workspace].filter(Boolean).join(' · ')}
        </small>
      </td>
      <td class="col-status">
        <span class="state">
          <Glyph health={health} size={18} />
          {statusWord(facts, words)}
        </span>
        <InboxSettings row={row} />
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
