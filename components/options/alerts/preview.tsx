import { useEffect, useState } from 'preact/hooks';
import type { AlertRules } from '#model';
import { useOptions } from '../context.ts';
import type { Played } from './play-week.ts';
import { PreviewList } from './preview-list.tsx';

type Playing =
  | { readonly kind: 'idle' | 'playing' | 'failed' }
  | { readonly kind: 'played'; readonly played: Played };

const Result = ({ played }: { readonly played: Played }) => {
  const { model, words } = useOptions();
  const { notified, digests, since } = played;
  const now = model.now.value;
  if (since === null) return <p>{words.t('alerts.preview.none')}</p>;
  return (
    <>
      <p class="verdict">
        {notified.length === 0
          ? words.t('alerts.preview.never')
          : words.t('alerts.preview.count', { count: notified.length })}{' '}
        {digests > 0 && words.t('alerts.preview.digests', { count: digests })}
      </p>
      {played.isShort && <p>{words.t('alerts.preview.short', { since, now })}</p>}
      {notified.length > 0 && <PreviewList notices={notified} />}
    </>
  );
};

/** What the rules would have meant last week. Played on demand, then again with every change of the rules. */
export const Preview = ({ rules }: { readonly rules: AlertRules }) => {
  const { model, words } = useOptions();
  const [isWanted, setWanted] = useState(false);
  const [playing, setPlaying] = useState<Playing>({ kind: 'idle' });
  useEffect(() => {
    if (!isWanted) return;
    let isPast = false;
    setPlaying((before) => (before.kind === 'played' ? before : { kind: 'playing' }));
    // The machine that decides is only needed here.
    const play = async (): Promise<Playing> => {
      const { playWeek } = await import('./play-week.ts');
      return { kind: 'played', played: await playWeek(rules, model.ports) };
    };
    play()
      .catch((error: unknown): Playing => {
        console.warn(error);
        return { kind: 'failed' };
      })
      .then((next) => {
        if (!isPast) setPlaying(next);
      });
    return () => {
      isPast = true;
    };
  }, [isWanted, rules, model.ports]);
  return (
    <div class="card" data-preview={playing.kind}>
      <h3>{words.t('alerts.preview')}</h3>
      <p>{words.t('alerts.preview.text')}</p>
      {!isWanted && (
        <div class="actions">
          <button type="button" class="button" onClick={() => setWanted(true)}>
            {words.t('alerts.preview.show')}
          </button>
        </div>
      )}
      {playing.kind === 'playing' && <progress aria-label={words.t('alerts.preview.working')} />}
      <div aria-live="polite">
        {playing.kind === 'played' && <Result played={playing.played} />}
        {playing.kind === 'failed' && <p class="alert">{words.t('alerts.preview.failed')}</p>}
      </div>
    </div>
  );
};
