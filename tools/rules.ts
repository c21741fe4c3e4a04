import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIndex } from './rule-index.ts';
import { ROOT } from './shell.ts';

for (const { path, text } of ruleIndex(ROOT)) {
  writeFileSync(join(ROOT, path), text);
  console.log(`Written: ${path}`);
}
