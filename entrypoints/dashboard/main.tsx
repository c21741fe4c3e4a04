import { readSettings, watchSettings } from '#store/settings';
import { keepAppearance } from '../../components/appearance/index.ts';
import { mountDashboard } from '../../components/dashboard/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { pagePorts } from './page-ports.ts';
import { storePorts } from './store-ports.ts';

const app = document.getElementById('app');
if (!app) throw new Error('dashboard without #app');

keepAppearance(document.documentElement, { read: readSettings, watch: watchSettings });
mountDashboard(
  app,
  { ...storePorts(), ...pagePorts },
  readerOf(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone),
);
