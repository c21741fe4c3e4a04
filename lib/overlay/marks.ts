import type { MarksTold } from './ask-marks.ts';
import { markList } from './list-marks.ts';
import type { Locator } from './locator.ts';
import type { Findings, MarksPorts, MarksView } from './marks-ports.ts';
import { type Mounted, mountHost } from './mount.ts';
import { routeOf } from './routes.ts';

const SUMMARY_TAG = 'sendwatch-summary';
const KINDS = { campaigns: 'campaigns', accounts: 'inboxes' } as const;

/** Marks the rows of Instantly's lists of campaigns and inboxes. `navigate` is told every address, the first one included. */
export const createMarks = (ports: MarksPorts, locator: Locator, view: MarksView) => {
  let shown: { readonly route: string; readonly end: () => void } | null = null;
  let summary: Mounted | null = null;

  const hideSummary = (): void => {
    if (summary) view.clear(summary.into);
    summary?.remove();
    summary = null;
  };
  const summarise = ([told]: readonly MarksTold[], findings: Findings): void => {
    if (told?.kind !== 'campaigns') {
      hideSummary();
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
    summary.setData({ found: String(findings.found), marked: String(findings.marked) });
    view.drawSummary(summary.into, told, findings, ports.now(), ({ isTrusted }) => {
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
      shown = { route, end: markList(KINDS[route], ports, locator, view, summarise) };
    },
    stop,
  };
};
