import { HOUR_MS } from '#model';
import { INVARIANTS, type Invariant } from './audit.ts';
import type { Report } from './simulate-hours.ts';

const sum = (reports: readonly Report[], of: (report: Report) => number): number =>
  reports.reduce((total, report) => total + of(report), 0);

const most = (reports: readonly Report[], of: (report: Report) => number): number =>
  reports.reduce((greatest, report) => Math.max(greatest, of(report)), 0);

/** Whether anything did not hold. */
export const hasFailed = ({ failed }: Report): boolean =>
  Object.values(failed).some((count) => count > 0);

/** The whole outcome for a person: one line an invariant, then what failed and how to see it again. */
export const wordReport = (reports: readonly Report[], campaigns: number): string => {
  const lines = (Object.keys(INVARIANTS) as Invariant[]).map((name) => {
    const failed = sum(reports, (report) => report.failed[name]);
    const count = sum(reports, (report) => report.counts[name]);
    const mark = failed === 0 ? 'ok    ' : 'FAILED';
    return `${mark} ${String(count).padStart(10)} checked${failed ? `, ${failed} failed` : ''}: ${INVARIANTS[name]}`;
  });
  const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;
  const facts = [
    `${sum(reports, ({ hours }) => hours)} simulated hours, ${campaigns} campaigns, seeds ${reports.map(({ seed }) => seed).join(', ')}`,
    `${sum(reports, ({ tally }) => tally.requests)} requests, ${sum(reports, ({ tally }) => tally.faults)} of them went wrong; most in a minute ${most(reports, (report) => report.mostPerMinute)}`,
    `${sum(reports, ({ tally }) => tally.checks)} checks, ${sum(reports, ({ tally }) => tally.commits)} slices stored, ${sum(reports, ({ tally }) => tally.workers)} workers, ${sum(reports, ({ tally }) => tally.kills)} killed in the middle of a check`,
    `longest without a good answer while all was well ${seconds(most(reports, (report) => report.longestLatenessMs))}, longest until the first probe ${seconds(most(reports, (report) => report.longestRecoveryMs))}`,
  ];
  const failures = reports
    .filter(hasFailed)
    .flatMap(({ seed, hours, failures: first }) => [
      `failing seed: npm run simulate -- --seed ${seed} --hours ${hours} --campaigns ${campaigns} --runs 1`,
      ...first.map(
        ({ invariant, at, detail }) =>
          `  at ${(at / HOUR_MS).toFixed(3)} h, ${invariant}: ${detail}`,
      ),
    ]);
  return [...facts, '', ...lines, ...(failures.length > 0 ? ['', ...failures] : [])].join('\n');
};
