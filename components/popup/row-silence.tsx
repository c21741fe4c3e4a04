import { useMemo } from 'preact/hooks';
import { nameText } from '#words';
import {
  CampaignSilenceControls,
  createSilenceWords,
  SilenceSign,
  silenceText,
} from '../silencing/index.ts';
import { type DetailProps, usePopup } from './context.ts';

const useSilenceWords = () => {
  const { reader } = usePopup();
  return useMemo(() => createSilenceWords(reader), [reader]);
};

/** How a row is silenced, in one line. */
export const Silenced = ({ verdict }: DetailProps) => {
  const { model } = usePopup();
  const words = useSilenceWords();
  const silence = model.silenced.value.get(verdict.campaignId);
  if (!silence) return null;
  const text = silenceText(silence, words, model.slowNow.value);
  return (
    <span class="silence" data-silenced={silence.kind} title={text}>
      <SilenceSign /> <bdi>{text}</bdi>
    </span>
  );
};

/** What an opened row offers to those who do not want to hear of it. */
export const RowSilencing = ({ verdict }: DetailProps) => {
  const { model, reader, words } = usePopup();
  const silenceWords = useSilenceWords();
  const workspace = model.allWorkspaces.value?.find(({ id }) => id === verdict.workspaceId);
  return (
    <CampaignSilenceControls
      verdict={verdict}
      workspaceName={nameText(workspace?.name ?? '', words.t('popup.workspace'))}
      silences={model.silences.value}
      ports={model.ports}
      words={silenceWords}
      timeZone={reader.timeZone}
      now={model.slowNow.value}
    />
  );
};
