import type { IncidentRecord } from '#store/read';
import { nameText, tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { healthOf } from '../severity/index.ts';
import { useDashboard } from './context.ts';
import { IncidentActions } from './incident-actions.tsx';
import { worstFirst } from './incident-card.tsx';
import { incidentText } from './incident-words.ts';
import { campaignHash } from './routes.ts';
import { IncidentSilencing } from './silencing.tsx';

const NAMED = 12;
const PAST_SHOWN = 200;

const CampaignLinks = ({ record }: { readonly record: IncidentRecord }) => {
  const { model, words } = useDashboard();
  const ids = record.incident.campaignIds;
  return (
    <details class="more">
      <summary>{words.t('unit.campaign', { count: ids.length })}</summary>
      <ul class="links">
        {ids.slice(0, NAMED).map((id) => {
          const verdict = model.byId.value.get(id);
          return (
            <li key={id}>
              {verdict ? (
                <a href={campaignHash(id)}>
                  <bdi>{nameText(verdict.name, words.t('popup.unnamed'))}</bdi>
                </a>
              ) : (
                words.t('incidents.gone')
              )}
            </li>
          );
        })}
        {ids.length > NAMED && <li>{words.t('dashboard.more', { count: ids.length - NAMED })}</li>}
      </ul>
    </details>
  );
};

const Entry = ({ record }: { readonly record: IncidentRecord }) => {
  const { model, words } = useDashboard();
  const { incident, state, resolvedAt, acknowledgedAt, snoozedUntil, note } = record;
  const now = model.slowNow.value;
  const { headline, explanation, lever } = incidentText(incident, words, now);
  const { since, loss, severity } = incident;
  const lasted = words.duration((resolvedAt ?? now) - since);
  return (
    <li
      class={`card incident ${state === 'resolved' ? 'inactive' : healthOf[severity]}`}
      data-incident={incident.id}
      data-cause={incident.code}
      data-state={state}
    >
      <h3>
        <Glyph health={state === 'resolved' ? 'healthy' : healthOf[severity]} size={18} />
        <span>{headline}</span>
      </h3>
      {explanation && <p class="evidence">{explanation}</p>}
      <dl class="facts">
        <div>
          <dt>{words.t('incidents.start')}</dt>
          <dd>{words.clock(since, now)}</dd>
        </div>
        <div>
          <dt>{words.t(resolvedAt === null ? 'incidents.lasts' : 'incidents.end')}</dt>
          <dd>
            {resolvedAt === null
              ? lasted
              : words.t('incidents.ended', { at: resolvedAt, now, for: lasted })}
          </dd>
        </div>
        <div>
          <dt>{words.t('incidents.cost')}</dt>
          <dd>{loss ? words.t('unit.mail', { count: loss }) : words.t('incidents.costUnknown')}</dd>
        </div>
        {acknowledgedAt !== null && (
          <div>
            <dt>{words.t('incidents.acknowledged')}</dt>
            <dd>{words.clock(acknowledgedAt, now)}</dd>
          </div>
        )}
        {snoozedUntil !== null && snoozedUntil > now && (
          <div>
            <dt>{words.t('incidents.snoozed')}</dt>
            <dd>{words.until(snoozedUntil, now)}</dd>
          </div>
        )}
      </dl>
      <CampaignLinks record={record} />
      {tidy(note) !== '' && (
        <p class="note">
          <bdi>{tidy(note, 500)}</bdi>
        </p>
      )}
      {state !== 'resolved' && lever && <p class="lever">{lever}</p>}
      {state !== 'resolved' && <IncidentActions incident={incident} />}
      {state !== 'resolved' && <IncidentSilencing incident={incident} />}
      {state === 'pending' && <p class="quiet">{words.t('incidents.pending')}</p>}
    </li>
  );
};

/** The section Incidents: what is open, the worst first, and what was, the latest first. */
export const Incidents = () => {
  const { model, words } = useDashboard();
  const all = model.incidents.value;
  const open = all
    .filter(({ state }) => state !== 'resolved')
    .toSorted((a, b) => worstFirst(a.incident, b.incident));
  const past = all
    .filter(({ state }) => state === 'resolved')
    .toSorted((a, b) => b.incident.since - a.incident.since)
    .slice(0, PAST_SHOWN);
  const keyOf = ({ incident }: IncidentRecord) => `${incident.id}|${incident.since}`;
  return (
    <section aria-label={words.t('dashboard.section.incidents')}>
      <h2>{words.t('incidents.open')}</h2>
      {open.length === 0 && <p class="none">{words.t('incidents.noneOpen')}</p>}
      <ul class="stack">
        {open.map((record) => (
          <Entry key={keyOf(record)} record={record} />
        ))}
      </ul>
      <h2>{words.t('incidents.past')}</h2>
      {past.length === 0 && <p class="none">{words.t('incidents.nonePast')}</p>}
      <ul class="stack">
        {past.map((record) => (
          <Entry key={keyOf(record)} record={record} />
        ))}
      </ul>
    </section>
  );
};
