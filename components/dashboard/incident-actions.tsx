import type { ActionId, Incident } from '#model';
import { offersOfIncident } from '../changing/offer.ts';
import { Offers } from '../changing/offers.tsx';
import { ACCOUNTS_URL, API_KEYS_URL, BILLING_URL, campaignUrl } from '../links.ts';
import { type Dashboard, useDashboard } from './context.ts';

/** What can be done from here without changing anything at Instantly. */
const OPENING = [
  'open_accounts',
  'open_campaign',
  'open_billing',
  'open_api_keys',
  'replace_key',
  'open_options',
  'check_now',
] as const satisfies readonly ActionId[];
type Opening = (typeof OPENING)[number];

const doing = (
  action: Opening,
  { campaignIds }: Incident,
  { model }: Dashboard,
): (() => void) | null => {
  const { ports } = model;
  switch (action) {
    case 'open_accounts':
      return () => ports.openUrl(ACCOUNTS_URL);
    case 'open_billing':
      return () => ports.openUrl(BILLING_URL);
    case 'open_api_keys':
      return () => ports.openUrl(API_KEYS_URL);
    case 'replace_key':
    case 'open_options':
      return () => ports.openOptions();
    case 'check_now':
      return () => void model.checkNow();
    case 'open_campaign': {
      // Of several campaigns each has its own link.
      const [only, ...others] = campaignIds;
      return only && others.length === 0 ? () => ports.openUrl(campaignUrl(only)) : null;
    }
  }
};

/** What can be changed at Instantly about an incident, in the one workspace that it is in. */
export const IncidentOffers = ({ incident }: { readonly incident: Incident }) => {
  const { model, words } = useDashboard();
  const homes = incident.campaignIds.flatMap((id) => model.byId.value.get(id)?.workspaceId ?? []);
  const offers = offersOfIncident(incident, [...new Set(homes)]);
  return <Offers offers={offers} port={model.ports} words={words} />;
};

/** The first steps towards mending an incident, as buttons. */
export const IncidentActions = ({ incident }: { readonly incident: Incident }) => {
  const dashboard = useDashboard();
  const steps = OPENING.filter((action) => incident.actions.includes(action)).flatMap((action) => {
    const run = doing(action, incident, dashboard);
    return run ? [{ action, run }] : [];
  });
  const { words } = dashboard;
  return (
    <>
      <IncidentOffers incident={incident} />
      {steps.length > 0 && (
        <p class="buttons">
          {steps.map(({ action, run }) => (
            <button key={action} type="button" class="button" data-action={action} onClick={run}>
              {words.t(`action.${action}`)}
            </button>
          ))}
        </p>
      )}
    </>
  );
};
