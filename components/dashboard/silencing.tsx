import { useEffect } from 'preact/hooks';
import { silenceOf } from '#incidents';
import type { Incident, Verdict, WorkspaceId } from '#model';
import { CampaignSilenceControls, incidentSubject, SilenceControls } from '../silencing/index.ts';
import { useDashboard } from './context.ts';

/** What a campaign's own page offers to those who do not want to hear of it. */
export const CampaignSilencing = ({ verdict }: { readonly verdict: Verdict }) => {
  const { model, words, silenceWords, reader } = useDashboard();
  const wanted = model.wantedAct.value;
  useEffect(() => {
    if (wanted !== null) model.wantedAct.value = null;
  }, [wanted, model]);
  return (
    <CampaignSilenceControls
      verdict={verdict}
      workspaceName={
        model.workspaceNames.value.get(verdict.workspaceId) || words.t('popup.workspace')
      }
      silences={model.silences.value}
      ports={model.ports}
      words={silenceWords}
      timeZone={reader.timeZone}
      now={model.slowNow.value}
      wanted={wanted}
    />
  );
};

/** What an incident offers to those who do not want to hear of it, as far as its workspaces are shown. */
export const IncidentSilencing = ({ incident }: { readonly incident: Incident }) => {
  const { model, silenceWords, reader } = useDashboard();
  const now = model.slowNow.value;
  const campaigns = incident.campaignIds.flatMap((id) => model.byId.value.get(id) ?? []);
  const { subject } = incident;
  const own: readonly WorkspaceId[] =
    subject.kind === 'workspace'
      ? [subject.workspaceId]
      : [...new Set(campaigns.map(({ workspaceId }) => workspaceId))];
  if (own.length === 0) return null;
  const silences = model.silences.value.filter((silence) =>
    own.some((workspaceId) =>
      silenceOf({ workspaceId, campaignId: null, code: incident.code }, [silence], new Map(), now),
    ),
  );
  return (
    <SilenceControls
      subject={incidentSubject(incident, own, campaigns, silences, silenceWords)}
      names={{ tag: () => undefined }}
      words={silenceWords}
      timeZone={reader.timeZone}
      now={now}
      send={model.ports.send}
    />
  );
};
