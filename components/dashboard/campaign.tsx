import type { CampaignId, Cause, Verdict } from '#model';
import { isolate, tidy } from '#words';
import { AiSummary } from '../asking/ai-summary.tsx';
import { pauseAmong } from '../asking/pause-told.ts';
import { useLook } from '../asking/use-look.ts';
import { messageIn, useObservation } from '../asking/use-observation.ts';
import { WhoPaused } from '../asking/who-paused.tsx';
import { offersOf } from '../changing/offer.ts';
import { Offers } from '../changing/offers.tsx';
import { Glyph } from '../glyph/index.tsx';
import { campaignUrl } from '../links.ts';
import { rawText } from '../popup/raw.ts';
import { CampaignLog } from './campaign-log.tsx';
import { Capacity } from './capacity.tsx';
import { type Dashboard, useDashboard } from './context.ts';
import { GuideCard } from './guide-card.tsx';
import { CampaignPast } from './history.tsx';
import { InboxBreakdown, Limits } from './limits.tsx';
import { Menu } from './menu.tsx';
import { fleetReport, type Voice } from './report.ts';
import { sectionHash } from './routes.ts';
import type { CampaignRow } from './rows.ts';
import { Sent } from './sent.tsx';
import { CampaignSilencing } from './silencing.tsx';
import { helpUrlOf } from './words.ts';

/** Copies what is known of one campaign. */
export const copyCampaign = (
  { model, words }: Dashboard,
  row: CampaignRow,
  voice: Voice,
): Promise<void> => model.copy(fleetReport([row], voice, words, model.now.value));

interface CauseEntryProps {
  readonly cause: Cause;
  readonly rank: number;
  readonly verdict: Verdict;
}

const CauseEntry = ({ cause, rank, verdict }: CauseEntryProps) => {
  const { model, words } = useDashboard();
  const now = model.slowNow.value;
  const { headline, explanation, advice } = words.cause(cause, now);
  const help = helpUrlOf(cause.code);
  return (
    <li data-cause={cause.code}>
      <span class={`rank ${cause.severity}`} aria-hidden="true">
        {rank}
      </span>
      <div>
        <strong>{headline || isolate(cause.code)}</strong>
        {explanation && <p>{explanation}</p>}
        <p class="costs">
          {cause.loss ? <span>{words.t('popup.lostToday', { count: cause.loss })}</span> : null}
          {cause.clearsAt === null ? (
            cause.needsPerson && <span>{words.t('campaign.needsPerson')}</span>
          ) : (
            <span>{words.t('campaign.clears', { at: cause.clearsAt, now })}</span>
          )}
        </p>
        {advice && <p class="advice">{advice}</p>}
        {help && (
          <p class="links">
            <a href={help} target="_blank" rel="noreferrer">
              {words.t('campaign.help')}
            </a>
          </p>
        )}
        {cause === pauseAmong(verdict.causes) && (
          <WhoPaused verdict={verdict} port={model.ports} words={words} now={now} />
        )}
      </div>
    </li>
  );
};

const Buttons = ({ row }: { readonly row: CampaignRow }) => {
  const dashboard = useDashboard();
  const { model, words } = dashboard;
  return (
    <div class="buttons">
      <Menu label={words.t('dashboard.copyReport')}>
        <button type="button" data-copy onClick={() => copyCampaign(dashboard, row, 'operator')}>
          {words.t('dashboard.forTeam')}
        </button>
        <button type="button" onClick={() => copyCampaign(dashboard, row, 'client')}>
          {words.t('dashboard.forClient')}
        </button>
      </Menu>
      <button
        type="button"
        class="button first"
        aria-keyshortcuts="o"
        onClick={() => model.ports.openUrl(campaignUrl(row.verdict.campaignId))}
      >
        {words.t('popup.openInInstantly')}
      </button>
    </div>
  );
};

const Known = ({ row }: { readonly row: CampaignRow }) => {
  const { model, words } = useDashboard();
  const { verdict, name, workspace } = row;
  const { health, since, causes, counters, nextSendAt } = verdict;
  const now = model.slowNow.value;
  const checkedAt = model.checkedAtOf(verdict);
  useLook(model.ports.send, verdict.campaignId);
  const observation = useObservation(model.ports, verdict);
  const message = tidy(messageIn(observation), 300);
  return (
    <article data-campaign-id={verdict.campaignId} data-health={health}>
      <header class="top">
        <div>
          <h1 class="campaign-name">
            <Glyph health={health} size={24} />
            <bdi title={tidy(name, 300)}>{tidy(name)}</bdi>
          </h1>
          <p class="lead">
            {[
              words.healthWord(health),
              words.t('dashboard.since', { at: since, now, for: words.duration(now - since) }),
              isolate(workspace),
              nextSendAt !== null && nextSendAt > now
                ? words.t('campaign.nextSend', { at: nextSendAt, now })
                : '',
              words.t('popup.checked', { ago: words.ago(checkedAt, now) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {health === 'unknown' && verdict.lastKnown && <p class="lead">{row.why}</p>}
        </div>
        <Buttons row={row} />
      </header>
      <CampaignSilencing verdict={verdict} />
      <Offers offers={offersOf(verdict)} port={model.ports} words={words} />
      <div class="halves">
        <section class="card padded wide" aria-labelledby="causes">
          <h2 id="causes">{words.t('campaign.causes')}</h2>
          {causes.length === 0 && <p>{words.t('popup.nothingWrong')}</p>}
          <ol class="causes">
            {causes.map((cause, index) => (
              <CauseEntry
                key={`${cause.code}-${index}`}
                cause={cause}
                rank={index + 1}
                verdict={verdict}
              />
            ))}
          </ol>
          <section class="theirs" aria-labelledby="theirs">
            <h3 id="theirs">{words.t('campaign.instantlySays')}</h3>
            {message && <q dir="auto">{message}</q>}
            <AiSummary verdict={verdict} send={model.ports.send} words={words} now={now} />
          </section>
        </section>
        <div class="stack">
          <GuideCard verdict={verdict} />
          <section class="card padded" aria-labelledby="capacity">
            <h2 id="capacity">{words.t('campaign.capacity')}</h2>
            <Capacity capacity={verdict.capacity} />
          </section>
          <section class="card padded" aria-labelledby="limits">
            <h2 id="limits">{words.t('campaign.limits')}</h2>
            <Limits counters={counters} />
          </section>
          <section class="card padded" aria-labelledby="breakdown">
            <h2 id="breakdown">{words.t('campaign.inboxes')}</h2>
            <InboxBreakdown inboxes={counters.inboxes} />
          </section>
        </div>
      </div>
      <section class="card padded" aria-labelledby="past">
        <h2 id="past">{words.t('dashboard.section.history')}</h2>
        <CampaignPast row={row} />
      </section>
      <section class="card padded" aria-labelledby="told">
        <h2 id="told">{words.t('log.ofCampaign')}</h2>
        <CampaignLog campaignId={verdict.campaignId} />
      </section>
      <section class="card padded" aria-labelledby="sent">
        <h2 id="sent">{words.t('sent.title')}</h2>
        <Sent
          workspaceIds={[verdict.workspaceId]}
          campaignId={verdict.campaignId}
          limitPerDay={row.limit}
        />
      </section>
      <details class="card padded raw">
        <summary>{words.t('campaign.raw')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
        <pre tabIndex={0}>{rawText({ verdict, observation })}</pre>
      </details>
    </article>
  );
};

/** A campaign's own page. */
export const Campaign = ({ campaignId }: { readonly campaignId: CampaignId }) => {
  const { model, words } = useDashboard();
  const row = model.allRows.value.find(({ verdict }) => verdict.campaignId === campaignId);
  return (
    <section aria-label={words.t('campaign.page')}>
      <p class="links back">
        <a href={sectionHash('campaigns')}>{words.t('campaign.back')}</a>
      </p>
      {row ? (
        <Known key={campaignId} row={row} />
      ) : (
        <>
          <h1>{words.t('campaign.notKnown')}</h1>
          <p class="lead">{words.t('campaign.notKnownText')}</p>
        </>
      )}
    </section>
  );
};
