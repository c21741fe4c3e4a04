import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT, runProgram } from './shell.ts';

/** One change that was made to the source, and what the tests made of it. */
interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}

interface Report {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>
  >;
}

/** Changes that no test can notice, because the program does the same with them. */
const EQUIVALENT: readonly {
  readonly file: string;
  readonly line: string;
  readonly replacement: string;
  readonly why: string;
}[] = [
  {
    file: 'lib/instantly/redact.ts',
    line: 'for (let at = 0; at + run <= key.length; at += 1)',
    replacement: 'at - run',
    why: 'adds ends of the key shorter than a run; what is compared with them is never shorter',
  },
  {
    file: 'lib/instantly/redact.ts',
    line: 'for (let at = 0; at + run <= text.length; at += 1)',
    replacement: 'at - run',
    why: 'compares ends of the text shorter than a run; the runs of the key never are',
  },
  {
    file: 'lib/messages/change-schemas.ts',
    line: "context.issues.push({ code: 'custom', input: text })",
    replacement: '{}',
    why: 'any issue drops the message, and nobody is told which',
  },
  {
    file: 'lib/messages/change-schemas.ts',
    line: "context.issues.push({ code: 'custom', input: text })",
    replacement: '""',
    why: 'any issue drops the message, and nobody is told which',
  },
];

const KILLED = new Set(['Killed', 'Timeout']);
const COUNTED = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage']);

const { exitCode, output } = await runProgram('stryker', ['run', 'stryker.config.json']);
if (exitCode !== 0) {
  console.error(output);
  process.exit(exitCode);
}

const report = JSON.parse(readFileSync(join(ROOT, 'artifacts/mutation.json'), 'utf8')) as Report;
let killed = 0;
let explained = 0;
let unexplained = 0;
for (const [file, { source, mutants }] of Object.entries(report.files)) {
  const lines = source.split('\n');
  const counted = mutants.filter(({ status }) => COUNTED.has(status));
  const dead = counted.filter(({ status }) => KILLED.has(status));
  killed += dead.length;
  console.log(`${file}: ${dead.length} of ${counted.length} noticed`);
  for (const { status, mutatorName, replacement = '', location } of counted) {
    if (KILLED.has(status)) continue;
    const line = lines[location.start.line - 1]?.trim() ?? '';
    const known = EQUIVALENT.find(
      (entry) =>
        entry.file === file && line.startsWith(entry.line) && entry.replacement === replacement,
    );
    if (known) explained += 1;
    else unexplained += 1;
    const verdict = known ? `the same program: ${known.why}` : 'UNNOTICED';
    console.log(`  line ${location.start.line} ${mutatorName} → ${replacement}\n    ${verdict}`);
  }
}
const all = killed + explained + unexplained;
const score = ((100 * killed) / (all - explained)).toFixed(1);
console.log(
  `${killed} of ${all} changes noticed, ${explained} explained, ${unexplained} unexplained: ${score} %`,
);
if (unexplained > 0) process.exitCode = 1;
