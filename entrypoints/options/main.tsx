import { mountOptions } from '../../components/options/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { optionsPorts } from './options-ports.ts';

const app = document.getElementById('app');
if (!app) throw new Error('options without #app');

mountOptions(app, optionsPorts(), (voice) =>
  readerOf(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone, voice),
);
