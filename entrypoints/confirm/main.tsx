import { readSettings, watchSettings } from '#store/settings';
import { keepAppearance, keptLook } from '../../components/appearance/index.ts';
import { mountConfirm } from '../../components/confirm/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { confirmPorts } from './confirm-ports.ts';

const app = document.getElementById('app');
if (!app) throw new Error('confirm without #app');

let look = keptLook(localStorage);
keepAppearance(
  document.documentElement,
  localStorage,
  { read: readSettings, watch: watchSettings },
  (next) => {
    look = next;
  },
);
mountConfirm(
  app,
  confirmPorts(),
  readerOf(
    navigator.languages,
    () => Temporal.Now.timeZoneId(),
    () => look,
  ),
);
