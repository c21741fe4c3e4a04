import { keptLook } from '../../components/appearance/index.ts';
import { mountOptions } from '../../components/options/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { optionsPorts } from './options-ports.ts';

const app = document.getElementById('app');
if (!app) throw new Error('options without #app');

mountOptions(
  app,
  optionsPorts(),
  readerOf(
    navigator.languages,
    () => Temporal.Now.timeZoneId(),
    () => keptLook(localStorage),
  ),
);
