import { signal } from '@preact/signals';
import { readSettings, watchSettings } from '#store/settings';
import { keepAppearance, keptLook } from '../../components/appearance/index.ts';
import { mountDashboard } from '../../components/dashboard/index.tsx';
import { readerOf } from '../../components/reader/index.ts';
import { pagePorts } from './page-ports.ts';
import { storePorts } from './store-ports.ts';

const app = document.getElementById('app');
if (!app) throw new Error('dashboard without #app');

const look = signal(keptLook(localStorage));
keepAppearance(
  document.documentElement,
  localStorage,
  { read: readSettings, watch: watchSettings },
  (next) => {
    look.value = next;
  },
);
mountDashboard(
  app,
  { ...storePorts(), ...pagePorts },
  readerOf(
    navigator.languages,
    () => Temporal.Now.timeZoneId(),
    () => look.value,
  ),
);
