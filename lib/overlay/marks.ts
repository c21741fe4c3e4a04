import { markList } from './list-marks.ts';
import type { Locator } from './locator.ts';
import type { Findings, MarksPorts, MarksTold, MarksView } from './marks-ports.ts';
import { type Mounted, mountHost } from './mount.ts';
import { routeOf } from './routes.ts';

const SUMMARY_TAG = 'sendwatch-summary';
const KINDS = { campaigns: 'campaigns', accounts: 'inboxes' } as const;

/** Marks the rows of Instantly's lists of campaigns and inboxes. `navigate` is told every address, the first one included. */
export const createMarks = (ports: MarksPorts, locator: Locator, view: MarksView) => {
  let shown: { readonly route: string; readonly end: () => void } | null = null;
  let summary: Mounted | null = null;

  const summarise = (told: MarksTold | null, findings?: Findings): void => {
    if (!told?.summary || !findings) {
      summary?.remove();
      summary = null;
      return;
    }
    summary ??= mountHost({
      document: ports.document,
      tag: SUMMARY_TAG,
      css: view.summaryCss,
      // The page has won: as long as this list is shown, its pill stays away.
      onGivenUp: () => undefined,
    });
    summary.stayAlive();
    const { marked, found } = findings;
    const title = `${told.summary.title} ${marked}/${found}`;
    view.drawSummary(summary.into, { ...told.summary, title }, ({ isTrusted }) => {
      if (isTrusted) ports.openDashboard(null);
    });
  };
  const stop = (): void => {
    shown?.end();
    shown = null;
  };

  return {
    navigate: (address: string): void => {
      const { kind: route } = routeOf(address);
      if (route === shown?.route) return;
      stop();
      if (route !== 'campaigns' && route !== 'accounts') return;
      const kind = KINDS[route];
      const onTold = (told: MarksTold | null, findings?: Findings): void => {
        if (findings) ports.found.set(kind, findings);
        summarise(told, findings);
      };
      shown = { route, end: markList(kind, ports, locator, view, onTold) };
    },
    stop,
  };
};
