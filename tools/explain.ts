import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { asJson } from './explain/as-json.ts';
import { asWords } from './explain/as-words.ts';
import { judgeCases } from './explain/judge-cases.ts';
import { readCase } from './explain/read-case.ts';
import { UsageError } from './explain/usage-error.ts';

const USAGE = 'usage: npm run explain -- FILE|- [--now INSTANT] [--json]';

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { now: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError(USAGE);
    const now = values.now === undefined ? Date.now() : Date.parse(values.now);
    if (!Number.isFinite(now)) throw new UsageError(`--now "${values.now}" is not an instant`);
    return { file, now, isJson: values.json };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : error}; ${USAGE}`);
  }
};

const readInput = async (file: string): Promise<unknown> => {
  let content: string;
  try {
    content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`not JSON: ${error instanceof Error ? error.message : error}`);
  }
};

const main = async (): Promise<void> => {
  const { file, now, isJson } = readArguments();
  const input = await readInput(file);
  const entries: readonly unknown[] = Array.isArray(input) ? input : [input];
  const cases = await Promise.all(
    entries.map((entry, at) =>
      readCase(entry, Array.isArray(input) ? `entry ${at + 1}` : 'the input', now),
    ),
  );
  const judged = judgeCases(cases, now);
  if (isJson) {
    const [only] = judged;
    const result = Array.isArray(input) ? judged.map(asJson) : only && asJson(only);
    console.log(JSON.stringify(result, null, 2));
  } else {
    console.log(judged.map((one) => asWords(one, now)).join('\n\n'));
  }
};

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message.replaceAll(/\s+/g, ' '));
  process.exitCode = 2;
}
