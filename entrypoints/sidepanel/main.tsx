import { mountPopup } from '../../components/popup/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { popupPorts } from '../popup/popup-ports.ts';

const app = document.getElementById('app');
if (!app) throw new Error('side panel without #app');

mountPopup(
  app,
  popupPorts,
  readerOf(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone),
);
