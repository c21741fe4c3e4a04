import { StorageNotice } from '../storage-notice/index.tsx';
import { useOptions } from './context.ts';
import { Unlock } from './unlock.tsx';

/** What stands above everything: no connection, a store that cannot be read, locked keys. */
export const Notices = () => {
  const { model, words } = useOptions();
  const trouble = model.trouble.value;
  return (
    <>
      {trouble && <StorageNotice trouble={trouble} words={words} look="card notice" />}
      {!model.isOnline.value && (
        <div role="status" class="card notice" data-state="offline">
          <strong>{words.t('options.offline')}</strong>
          <p>{words.t('options.offline.text')}</p>
        </div>
      )}
      {model.workspaces.isUnreadable.value && (
        <div role="alert" class="card notice" data-state="unreadable">
          <strong>{words.t('options.readFailed')}</strong>
          <p>{words.t('options.readFailed.advice')}</p>
        </div>
      )}
      <Unlock />
    </>
  );
};
