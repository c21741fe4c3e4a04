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
const RULES = {
  all: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  contrast: { type: 'rule', values: ['color-contrast'] },
  'laid-out': {
    type: 'rule',
    values: ['color-contrast', 'target-size', 'scrollable-region-focusable', 'html-has-lang'],
  },
} as const;

type AxeRun = (context: unknown, options: unknown) => Promise<AxeResult>;

/**
 * Violations of WCAG 2.2 AA and of axe's best practices. `contrast` looks at colours alone: the page of the other
 * theme is the same in all else. `laid-out` looks at what another size or language can change of a page that was looked at
 * whole.
 */
export const axeFindings = async (page: Page, what: keyof typeof RULES): Promise<Findings> => {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.addScriptTag({ url: AXE_PATH });
  const { violations } = await page.evaluate((rules) => {
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
  }, RULES[what]);
  return violations.map(
    ({ id, help, nodes }) =>
      `axe ${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`)
        .join(' | ')} (${nodes.length})`,
  );
};
