import type { storage } from '#locales/en/storage';
import type { StorageTrouble } from '#store/read';

interface StorageNoticeProps {
  readonly trouble: StorageTrouble;
  readonly words: { t(key: keyof typeof storage): string };
  /** Classes of a notice on this surface. */
  readonly look: string;
}

/** Says on every surface alike that the browser does not store, and what that means. */
export const StorageNotice = ({ trouble, words, look }: StorageNoticeProps) => (
  <section class={look} role="alert" data-state={`storage_${trouble}`}>
    <strong>{words.t(`storage.${trouble}`)}</strong>
    <p>{words.t(`storage.${trouble}.text`)}</p>
  </section>
);
