import { keptLook } from '../../components/appearance/index.ts';
import { mountPopup } from '../../components/popup/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { popupPorts } from './popup-ports.ts';
import { watchLook } from './watch-look.ts';

/** Opens the popup in this page, whichever of its places the page is. */
export const openPopup = (openSidePanel?: () => void): void => {
  const app = document.getElementById('app');
  if (!app) throw new Error('popup without #app');
  let look = keptLook(localStorage);
  mountPopup(
    app,
    {
      ...popupPorts,
      ...(openSidePanel && { openSidePanel }),
      watchReader: (onChanged) =>
        watchLook((next) => {
          look = next;
          onChanged();
        }),
    },
    readerOf(
      navigator.languages,
      () => Temporal.Now.timeZoneId(),
      () => look,
    ),
  );
};
