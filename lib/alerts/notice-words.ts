import { browser } from 'wxt/browser';
import type { Notice } from '#model';
import type { StoreReader } from '#store/read';
import type { Catalogue, Reader } from '#words';
import type { NotificationText } from './screen.ts';
import { wordNotice } from './word-notice.ts';

/** In the language of the browser: the worker has no page that could say otherwise. */
export const browserReader = (): Reader => ({
  locale: browser.i18n.getUILanguage(),
  timeZone: 'UTC',
});

/** Words notices with the names that are stored at that moment. */
export const createNoticeWords =
  (
    store: Pick<StoreReader, 'workspaces' | 'fleet'>,
    readCatalogue: () => Promise<Catalogue>,
  ): ((notice: Notice) => Promise<NotificationText>) =>
  async (notice) => {
    const { workspaceId, campaignIds } = notice;
    const workspaces = workspaceId === null ? [] : await store.workspaces();
    const fleet = workspaceId === null ? undefined : await store.fleet(workspaceId);
    const names = {
      workspaceName: workspaces.find(({ id }) => id === workspaceId)?.name ?? null,
      verdicts: (fleet?.verdicts ?? []).filter(({ campaignId }) =>
        campaignIds.includes(campaignId),
      ),
    };
    return wordNotice(notice, names, await readCatalogue(), browserReader());
  };
