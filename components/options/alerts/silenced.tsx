import { useMemo } from 'preact/hooks';
import type { Silence } from '#model';
import {
  createSilenceWords,
  type SilenceNames,
  SilenceSign,
  scopeText,
  silenceText,
} from '../../silencing/index.ts';
import { useOptions } from '../context.ts';
import { Outcome } from '../outcome.tsx';

const Entry = ({ silence, names }: { readonly silence: Silence; readonly names: SilenceNames }) => {
  const { model, reader } = useOptions();
  const words = useMemo(() => createSilenceWords(reader), [reader]);
  const now = model.now.value;
  return (
    <li data-silence-id={silence.id} data-kind={silence.kind}>
      <SilenceSign size={16} />
      <div>
        <strong>
          <bdi>{scopeText(silence.scope, names, words)}</bdi>
        </strong>
        <p>
          <bdi>{silenceText(silence, words, now)}</bdi> ·{' '}
          {words.t('silence.since', { at: silence.at, now })}
        </p>
      </div>
      <button
        type="button"
        class="button"
        disabled={model.alerts.takingBack.value === 'asking'}
        onClick={() => void model.alerts.takeBack(silence.id)}
      >
        {words.t('silence.takeBack')}
      </button>
    </li>
  );
};

/** All that nobody is told of for now, so that it can be taken back. */
export const Silenced = () => {
  const { model, words } = useOptions();
  const { silences, takingBack, labels } = model.alerts;
  const now = model.now.value;
  const running = silences.value.filter(({ until }) => until === null || until > now);
  const workspaces = new Map((model.workspaces.list.value ?? []).map(({ id, name }) => [id, name]));
  const names: SilenceNames = {
    campaign: ({ campaignId }) => labels.value.campaigns.get(campaignId),
    tag: (tagId) => labels.value.tags.get(tagId),
    workspace: (id) => workspaces.get(id),
  };
  return (
    <div class="card" id="silenced">
      <h3>
        {words.t('alerts.silenced')}{' '}
        {running.length > 0 && (
          <span class="count">{words.t('alerts.silenced.count', { count: running.length })}</span>
        )}
      </h3>
      <p>{words.t(running.length === 0 ? 'alerts.silenced.none' : 'alerts.silenced.text')}</p>
      {running.length > 0 && (
        <ul class="silences">
          {running.map((silence) => (
            <Entry key={silence.id} silence={silence} names={names} />
          ))}
        </ul>
      )}
      {takingBack.value !== 'done' && <Outcome outcome={takingBack.value} />}
    </div>
  );
};
