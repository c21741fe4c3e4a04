import type { Notice } from '#model';
import { nameText } from '#words';
import { Glyph } from '../../glyph/index.tsx';
import { isoTime } from '../../iso-time.ts';
import { healthOf } from '../../severity/index.ts';
import { causeName } from '../../silencing/index.ts';
import { useOptions } from '../context.ts';
import type { PlayedNotice } from './play-week.ts';

const SHOWN = 30;

const Entry = ({ played: { notice, name } }: { readonly played: PlayedNotice }) => {
  const { model, words } = useOptions();
  const { kind, code, campaigns, severity, at, isRepeated, counts }: Notice = notice;
  const cause = code === null ? '' : causeName(words, code);
  const said = (): string => {
    switch (kind) {
      case 'problem':
        return campaigns === 1 && name !== null
          ? words.t('alerts.notice.problem.one', { cause, name: nameText(name, '–', 80) })
          : words.t('alerts.notice.problem', { cause, campaigns });
      case 'recovery':
        return words.t('alerts.notice.recovery', { cause, campaigns });
      case 'summary':
        return words.t('alerts.notice.summary', { campaigns });
      case 'digest':
        return words.t('alerts.notice.digest', { needYou: counts?.needYou ?? campaigns });
    }
  };
  return (
    <li data-notice={kind}>
      <Glyph health={kind === 'recovery' ? 'healthy' : healthOf[severity]} size={16} />
      <span>
        <bdi>{said()}</bdi>
        {isRepeated && <span class="tag">{words.t('alerts.notice.again')}</span>}
      </span>
      <time dateTime={isoTime(at)}>{words.clock(at, model.now.value)}</time>
    </li>
  );
};

/** What would have been told, the latest first. */
export const PreviewList = ({ notices }: { readonly notices: readonly PlayedNotice[] }) => {
  const { words } = useOptions();
  return (
    <details class="abilities" open={notices.length <= 5}>
      <summary>{words.t('alerts.preview.list')}</summary>
      <ol class="notices">
        {notices.slice(0, SHOWN).map((played) => (
          <Entry key={`${played.notice.id}|${played.notice.at}`} played={played} />
        ))}
        {notices.length > SHOWN && (
          <li class="more">{words.t('alerts.preview.more', { count: notices.length - SHOWN })}</li>
        )}
      </ol>
    </details>
  );
};
