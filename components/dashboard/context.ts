import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Reader } from '#words';
import type { SilenceWords } from '../silencing/index.ts';
import type { DashboardModel } from './model.ts';
import type { DashboardWords } from './words.ts';

/** What every part of the dashboard works with. */
export interface Dashboard {
  readonly model: DashboardModel;
  readonly words: DashboardWords;
  readonly silenceWords: SilenceWords;
  readonly reader: Reader;
}

export const DashboardContext = createContext<Dashboard | null>(null);

/** The dashboard around this component. Throws outside of one. */
export const useDashboard = (): Dashboard => {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error('outside of a dashboard');
  return dashboard;
};
