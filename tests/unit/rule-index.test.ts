import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleIndex } from '../../tools/rule-index.ts';
import { ROOT } from '../../tools/shell.ts';

test.each(ruleIndex(ROOT))('$path lists what there is; if not: npm run rules', ({ path, text }) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
});
