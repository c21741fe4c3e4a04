import { mountDashboard } from '../../components/dashboard/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { pagePorts } from './page-ports.ts';
import { storePorts } from './store-ports.ts';

const app = document.getElementById('app');
if (!app) throw new Error('dashboard without #app');

mountDashboard(
  app,
  { ...storePorts(), ...pagePorts },
  readerOf(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone),
);
