import { runProgram } from './shell.ts';

// Preact's own assignment, one per bundle; cannot be avoided (testing/BROWSERS: web-ext lint).
const KNOWN_WARNINGS: ReadonlySet<string> = new Set(['UNSAFE_VAR_ASSIGNMENT']);

interface LintReport {
  readonly errors: readonly {
    readonly code: string;
    readonly file?: string;
    readonly message: string;
  }[];
  readonly warnings: LintReport['errors'];
}

/** Lints the built Firefox package as the store does. Gives the problems: every error, and every warning not known. */
export const lintForStore = async (): Promise<string[]> => {
  const { output } = await runProgram('web-ext', [
    'lint',
    '-s',
    '.output/firefox-mv3',
    '--no-config-discovery',
    '--no-input',
    '-o',
    'json',
  ]);
  const report = JSON.parse(
    output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1),
  ) as LintReport;
  return [...report.errors, ...report.warnings.filter(({ code }) => !KNOWN_WARNINGS.has(code))].map(
    ({ code, file, message }) => `${code} ${file ?? ''}: ${message}`,
  );
};
