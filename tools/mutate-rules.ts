import process from 'node:process';
import { RULES } from '#diagnosis';
import { missedBy } from '../tests/unit/diagnosis-expectations.ts';
import { RULES_TESTED_TOGETHER } from '../tests/unit/rule-finds.ts';

const blind = (name: string) =>
  RULES.map((rule) => (rule.name === name ? { ...rule, find: () => null } : rule));

const untouched = missedBy(RULES);
if (untouched.length > 0) {
  console.error(`The fleet is not judged as expected with all rules:\n${untouched.join('\n')}`);
  process.exit(1);
}

let survivors = 0;
for (const { name, gate } of RULES_TESTED_TOGETHER) {
  const [first] = missedBy(blind(name));
  if (first === undefined) survivors += 1;
  console.log(
    `${first === undefined ? 'UNNOTICED' : 'noticed  '}  ${gate}/${name}  ${first ?? ''}`,
  );
}
console.log(
  `${RULES_TESTED_TOGETHER.length - survivors} of ${RULES_TESTED_TOGETHER.length} rules are missed when they find nothing`,
);
if (survivors > 0) process.exitCode = 1;
