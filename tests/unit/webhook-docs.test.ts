import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliveriesOf } from '#alerts';
import { incident, verdict } from '../../components/fixtures.ts';
import { contentOf } from '../../lib/alerts/webhooks/content-of.ts';
import {
  AT,
  CAMPAIGN,
  notice,
  OTHER_CAMPAIGN,
  WORKSPACE,
  words,
} from '../../lib/alerts/webhooks/fixtures.ts';
import { payloadOf } from '../../lib/alerts/webhooks/payload.ts';
import { textsOf } from '../../lib/alerts/webhooks/texts.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/webhooks.md'), 'utf8');

const told = notice({
  id: `problem|${WORKSPACE}|inbox_login_lost`,
  code: 'inbox_login_lost',
  severity: 'red',
  campaignIds: [CAMPAIGN, OTHER_CAMPAIGN],
  campaigns: 2,
});

const payload = (): Record<string, unknown> => {
  const [delivery] = deliveriesOf([told], [{ id: 'w-1' }], AT);
  if (delivery === undefined) throw new Error('no delivery');
  const facts = {
    workspace: { id: WORKSPACE, name: 'Northwind' },
    verdicts: [
      verdict(1, 'blocked', { campaignId: CAMPAIGN, name: 'US SaaS founders' }),
      verdict(2, 'blocked', { campaignId: OTHER_CAMPAIGN, name: 'EU agencies' }),
    ],
    incidents: [{ ...incident, campaignIds: [CAMPAIGN, OTHER_CAMPAIGN], params: { count: 2 } }],
  };
  const content = contentOf(delivery, facts, false, words);
  return JSON.parse(JSON.stringify(payloadOf('any', content, textsOf(content, words))));
};

test('the example in docs/webhooks.md is what is sent, field by field and in its order', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(PAGE) ?? [];
  expect(JSON.stringify(payload(), null, 2)).toBe(example.trim());
});

test('every field is explained there, and no other', () => {
  const [, table = ''] = /\| field \| meaning \|\n(.*?)\n\n/s.exec(PAGE) ?? [];
  const explained = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(explained).toEqual(Object.keys(payload()));
});
