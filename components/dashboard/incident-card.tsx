import type { Incident, Severity } from '#model';
import { Glyph } from '../glyph/index.tsx';
import { isoTime } from '../iso-time.ts';
import { healthOf } from '../severity/index.ts';
import { useDashboard } from './context.ts';
import { hasGuide } from './guide.ts';
import { IncidentOffers } from './incident-actions.tsx';
import { incidentText } from './incident-words.ts';
import { campaignHash, guideHash, sectionHash } from './routes.ts';
import { IncidentSilencing } from './silencing.tsx';

const SHOWN = 2;

const SEVERITIES: readonly Severity[] = ['red', 'amber', 'blue', 'grey', 'ok'];

/** What helps most first: severity, then campaigns that would send again, then mails lost. */
export const worstFirst = (a: Incident, b: Incident): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  b.restores - a.restores ||
  (b.loss ?? 0) - (a.loss ?? 0) ||
  a.since - b.since;

const Since = ({ at }: { readonly at: number }) => {
  const { model, words } = useDashboard();
  const now = model.slowNow.value;
  return (
    <time dateTime={isoTime(at)}>
      {words.t('dashboard.since', { at, now, for: words.duration(now - at) })}
    </time>
  );
};

const Card = ({ incident }: { readonly incident: Incident }) => {
  const { model, words } = useDashboard();
  const { headline, explanation, reach, lever } = incidentText(
    incident,
    words,
    model.slowNow.value,
  );
  const [only] = incident.campaignIds;
  const isOne = incident.campaignIds.length === 1 && only !== undefined;
  return (
    <article
      class={`card incident ${healthOf[incident.severity]}`}
      data-incident={incident.id}
      data-cause={incident.code}
    >
      <h2>
        <Glyph health={healthOf[incident.severity]} size={18} />
        <span>{headline}</span>
        <Since at={incident.since} />
      </h2>
      <p class="evidence">
        {explanation} {reach}
      </p>
      {lever && <p class="lever">{lever}</p>}
      <IncidentOffers incident={incident} />
      <IncidentSilencing incident={incident} />
      <p class="links">
        {hasGuide(incident.code) && only !== undefined && !isOne && (
          <a href={guideHash(only)}>{words.t('guide.show')}</a>
        )}
        <a href={isOne ? campaignHash(only) : sectionHash('incidents')}>
          {words.t(isOne ? 'dashboard.openCampaign' : 'dashboard.showIncident')}
        </a>
      </p>
    </article>
  );
};

/** The worst incidents that are open, above the table. */
export const IncidentCards = () => {
  const { model } = useDashboard();
  const worst = model.openIncidents.value.toSorted(worstFirst).slice(0, SHOWN);
  if (worst.length === 0) return null;
  return (
    <div class="incidents">
      {worst.map((incident) => (
        <Card key={incident.id} incident={incident} />
      ))}
    </div>
  );
};
