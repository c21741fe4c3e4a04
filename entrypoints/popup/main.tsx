import { mountPopup } from '../../components/popup/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { openBeside, popupPorts } from './popup-ports.ts';

const app = document.getElementById('app');
if (!app) throw new Error('popup without #app');

const openSidePanel = openBeside();

mountPopup(
  app,
  { ...popupPorts, ...(openSidePanel && { openSidePanel }) },
  readerOf(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone),
);
