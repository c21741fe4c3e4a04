import type { TrackingDomain } from '#model';
import type { CheckedHost } from './ask-inboxes.ts';
import { useDashboard } from './context.ts';
import { RecordLine } from './record-line.tsx';
import type { DashboardWords } from './words.ts';

const headlineOf = (host: string, state: TrackingDomain, words: DashboardWords): string => {
  const { isPassing, isCnameValid, isSslValid } = state;
  if (isPassing) return words.t('tracking.passing', { host });
  if (isCnameValid === false || isSslValid === false) return words.t('tracking.failing', { host });
  return words.t(isCnameValid && isSslValid ? 'tracking.odd' : 'tracking.unread', { host });
};

/** What to do first: a certificate is only made once the CNAME stands. Null where there is nothing to do. */
const adviceOf = (host: string, state: TrackingDomain, words: DashboardWords): string | null => {
  const { isPassing, isCnameValid, isSslValid } = state;
  if (isPassing) return null;
  if (isCnameValid === false) return words.t('tracking.advice.cname', { host });
  if (isSslValid === false) return words.t('tracking.advice.ssl');
  return words.t('vitals.advice.unread');
};

const HostText = ({ checked }: { readonly checked: CheckedHost }) => {
  const { words } = useDashboard();
  const { host, state, inboxes, total, listedAs } = checked;
  const advice = state && adviceOf(host, state, words);
  return (
    <div data-tracking={host}>
      <p>
        <strong>
          {state ? headlineOf(host, state, words) : words.t('tracking.refused', { host })}
        </strong>
      </p>
      {state && (
        <ul class="records">
          <RecordLine
            name="cname"
            label={words.t('tracking.cname')}
            isPassing={state.isCnameValid}
          />
          <RecordLine name="ssl" label={words.t('tracking.ssl')} isPassing={state.isSslValid} />
        </ul>
      )}
      {advice && <p class="first-step">{words.t('vitals.first', { advice })}</p>}
      <p class="quiet">
        {words.t('tracking.used', { count: inboxes, total })}
        {listedAs && ` ${words.t('tracking.listed', { status: listedAs })}`}
      </p>
    </div>
  );
};

/** How the tracking domains of a sending domain stand: seldom more than one. */
export const TrackingText = ({ hosts }: { readonly hosts: readonly CheckedHost[] }) => (
  <>
    {hosts.map((checked) => (
      <HostText key={checked.host} checked={checked} />
    ))}
  </>
);
