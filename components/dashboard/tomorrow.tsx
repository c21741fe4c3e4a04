import { isolate, nameText } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { isoTime } from '../iso-time.ts';
import { useDashboard } from './context.ts';
import { type Opening, openingsOf, type Preflight } from './preflight.ts';
import { campaignHash } from './routes.ts';

const SHOWN = 100;

const Flight = ({ flight }: { readonly flight: Preflight }) => {
  const { model, words } = useDashboard();
  const { verdict, mails, bottleneck, down, inboxes, binding } = flight;
  const now = model.slowNow.value;
  const isFine = binding.length === 0 && down === 0;
  const facts = [
    mails === null ? '' : words.t('tomorrow.mails', { count: mails }),
    bottleneck === null
      ? ''
      : words.t('tomorrow.bound', { by: words.t(`capacity.${bottleneck}`).toLowerCase() }),
    down > 0 && inboxes !== null
      ? words.t('tomorrow.down', { down: words.number(down), count: inboxes })
      : '',
  ].filter(Boolean);
  return (
    <li data-campaign-id={verdict.campaignId} data-health={verdict.health}>
      <Glyph health={verdict.health} size={18} />
      <div>
        <a class="name" href={campaignHash(verdict.campaignId)}>
          <bdi>{nameText(verdict.name, words.t('popup.unnamed'))}</bdi>
        </a>
        <small>
          {[words.healthWord(verdict.health), ...facts].join(' · ')}
          {isFine && ` · ${words.t('tomorrow.fine')}`}
        </small>
        <ul>
          {binding.map((cause) => {
            const { headline, advice } = words.cause(cause, now);
            return (
              <li key={cause.code} data-cause={cause.code}>
                <strong>{headline || isolate(cause.code)}.</strong> {advice}
              </li>
            );
          })}
        </ul>
      </div>
    </li>
  );
};

const OpeningCard = ({ opening }: { readonly opening: Opening }) => {
  const { model, words } = useDashboard();
  const { opensAt, campaigns } = opening;
  const now = model.slowNow.value;
  const zones = new Set(campaigns.map(({ timeZone }) => timeZone));
  const [zone] = zones;
  const needing = campaigns.filter(({ binding }) => binding.length > 0).length;
  const inZone = zones.size === 1 && zone ? words.clock(opensAt ?? now, now, zone) : '';
  return (
    <div class="card opening">
      <h2>
        {opensAt === null ? (
          words.t('tomorrow.noOpening')
        ) : (
          <time dateTime={isoTime(opensAt)}>{words.t('tomorrow.opens', { at: opensAt, now })}</time>
        )}
        <span>
          {[
            opensAt === null ? '' : words.until(opensAt, now),
            inZone,
            words.t('unit.campaign', { count: campaigns.length }),
            needing > 0 ? words.t('tomorrow.needing', { count: needing }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </h2>
      <ul>
        {campaigns.slice(0, SHOWN).map((flight) => (
          <Flight key={flight.verdict.campaignId} flight={flight} />
        ))}
        {campaigns.length > SHOWN && (
          <li class="quiet">{words.t('dashboard.more', { count: campaigns.length - SHOWN })}</li>
        )}
      </ul>
    </div>
  );
};

/** The section Tomorrow: what will bind when each window opens, while there is time to mend it. */
export const Tomorrow = () => {
  const { model, words } = useDashboard();
  const openings = openingsOf(model.verdicts.value, model.slowNow.value);
  return (
    <section aria-label={words.t('dashboard.section.tomorrow')}>
      <p class="lead">{words.t('tomorrow.lead')}</p>
      {openings.length === 0 && <p class="none">{words.t('tomorrow.none')}</p>}
      <div class="stack">
        {openings.map((opening) => (
          <OpeningCard key={opening.opensAt} opening={opening} />
        ))}
      </div>
    </section>
  );
};
