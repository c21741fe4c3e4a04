import { useMemo } from 'preact/hooks';
import { nameText } from '#words';
import {
  campaignSubject,
  createSilenceWords,
  SilenceControls,
  SilenceSign,
  silencesOn,
  silenceText,
  useTags,
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
  const tags = useTags(model.ports, verdict);
  const now = model.slowNow.value;
  const ids = tags.map(({ id }) => id);
  const silences = silencesOn(
    verdict,
    model.silences.value,
    new Map([[verdict.campaignId, ids]]),
    now,
  );
  const workspace = model.allWorkspaces.value?.find(({ id }) => id === verdict.workspaceId);
  const subject = campaignSubject(
    verdict,
    {
      workspaceName: nameText(workspace?.name ?? '', words.t('popup.workspace')),
      tags,
      silences,
    },
    silenceWords,
  );
  return (
    <SilenceControls
      subject={subject}
      names={{ tag: (id) => tags.find((tag) => tag.id === id)?.label }}
      words={silenceWords}
      timeZone={reader.timeZone}
      now={now}
      send={model.ports.send}
    />
  );
};
