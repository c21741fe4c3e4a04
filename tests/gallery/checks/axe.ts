import type { Page } from 'puppeteer-core';
import type { Findings } from '../scene.ts';
import { AXE_PATH } from '../serve-pages.ts';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly {
      readonly target: readonly unknown[];
      readonly failureSummary?: string;
    }[];
  }[];
}
type AxeRun = (context: unknown, options: unknown) => Promise<AxeResult>;

/**
 * Violations of WCAG 2.2 AA and of axe's best practices. `contrast` looks at colours alone: the page of the other
 * theme is the same in all else.
 */
export const axeFindings = async (page: Page, what: 'all' | 'contrast'): Promise<Findings> => {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.addScriptTag({ url: AXE_PATH });
  const { violations } = await page.evaluate(
    (rules) => {
      const { run } = (globalThis as unknown as { axe: { run: AxeRun } }).axe;
      // The page that the panel stands on is not ours.
      const panel = document.querySelector('sendwatch-panel');
      return run(panel ?? document, {
        resultTypes: ['violations'],
        // No rule here needs style sheets or media to be fetched once more.
        preload: false,
        iframes: false,
        runOnly: rules,
        ...(panel && { rules: { region: { enabled: false } } }),
      });
    },
    what === 'contrast'
      ? { type: 'rule', values: ['color-contrast'] }
      : {
          type: 'tag',
          values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        },
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `axe ${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`)
        .join(' | ')} (${nodes.length})`,
  );
};
