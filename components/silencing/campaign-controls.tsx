import type { AlertMessages, Send } from '#messages';
import type { Silence, Verdict } from '#model';
import { type ControlsProps, SilenceControls } from './controls.tsx';
import { silencesOn } from './covering.ts';
import { campaignSubject } from './subject.ts';
import { type TagPorts, useTags } from './use-tags.ts';

interface CampaignControlsProps
  extends Pick<ControlsProps, 'words' | 'timeZone' | 'now' | 'wanted'> {
  readonly verdict: Verdict;
  readonly workspaceName: string;
  /** All that there are. */
  readonly silences: readonly Silence[];
  readonly ports: TagPorts & { readonly send: Send<AlertMessages> };
}

/** How a campaign is silenced, and what can be done about it. */
export const CampaignSilenceControls = (props: CampaignControlsProps) => {
  const { verdict, workspaceName, silences, ports, ...rest } = props;
  const tags = useTags(ports, verdict);
  const tagIds = new Map([[verdict.campaignId, tags.map(({ id }) => id)]]);
  const own = silencesOn(verdict, silences, tagIds, rest.now);
  return (
    <SilenceControls
      {...rest}
      subject={campaignSubject(verdict, { workspaceName, tags, silences: own }, rest.words)}
      names={{ tag: (id) => tags.find((tag) => tag.id === id)?.label }}
      send={ports.send}
    />
  );
};
