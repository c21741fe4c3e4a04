import { expect, test } from 'vitest';
import type { WebhookKind } from '#model';
import { verdict } from '../../components/fixtures.ts';
import type { WebhookContent } from '../../lib/alerts/webhooks/content.ts';
import { contentOf } from '../../lib/alerts/webhooks/content-of.ts';
import {
  AT,
  CAMPAIGN,
  contentFor,
  delivery,
  notice,
  WORKSPACE,
  words,
} from '../../lib/alerts/webhooks/fixtures.ts';
import { payloadOf } from '../../lib/alerts/webhooks/payload.ts';
import { textsOf } from '../../lib/alerts/webhooks/texts.ts';

const payload = (kind: WebhookKind, content: WebhookContent): unknown =>
  payloadOf(kind, content, textsOf(content, words));
const one = contentFor(['US SaaS founders']);

test('Slack gets plain text in blocks, and a line for its notification', () => {
  expect(payload('slack', one)).toEqual({
    text: '🟠 US SaaS founders: Today’s campaign limit is used up',
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      {
        type: 'header',
        text: {
          type: 'plain_text',
          text: '🟠 US SaaS founders: Today’s campaign limit is used up',
          emoji: false,
        },
      },
      {
        type: 'section',
        text: {
          type: 'plain_text',
          text: 'Workspace: Northwind\n120 mails lost today',
          emoji: false,
        },
      },
    ],
  });
});

test('Discord gets one embed that calls nobody', () => {
  expect(payload('discord', one)).toEqual({
    embeds: [
      {
        title: '🟠 US SaaS founders\\: Today’s campaign limit is used up',
        description: 'Workspace\\: Northwind\n120 mails lost today',
        color: 0xb3520b,
        timestamp: '2026-11-21T09:30:00.000Z',
      },
    ],
    allowed_mentions: { parse: [] },
  });
});

test('Teams gets one Adaptive Card of rich text', () => {
  const run = (text: string, look: object = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...look }],
  });
  expect(payload('teams', one)).toEqual({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            run('🟠 US SaaS founders: Today’s campaign limit is used up', {
              weight: 'bolder',
              size: 'medium',
              color: 'warning',
            }),
            run('Workspace: Northwind'),
            run('120 mails lost today'),
          ],
        },
      },
    ],
  });
});

const titleOf = (content: WebhookContent): string => textsOf(content, words).title;

test('what happened is said in the first line, never by the sign alone', () => {
  const again = notice({ isRepeated: true });
  const over = notice({ kind: 'recovery', campaigns: 3 });
  const counts = { needYou: 1, fine: 2, silenced: 0, dryDays: [] };
  const many = notice({
    kind: 'summary',
    code: null,
    campaigns: 500,
    counts: { ...counts, needYou: 500 },
  });
  expect(titleOf({ ...one, notice: again })).toMatch(/^Still: US SaaS founders: /);
  expect(titleOf({ ...one, notice: over })).toBe(
    'Over: 3 campaigns: Today’s campaign limit is used up',
  );
  expect(titleOf({ ...one, notice: many })).toBe('500 campaigns need you');
  const offline = notice({ code: 'offline', workspaceId: null, campaignIds: [], campaigns: 0 });
  const here = contentFor([], { notice: offline, workspace: null, headline: 'Offline' });
  expect(titleOf(here)).toBe('Offline');
  expect(titleOf({ ...one, notice: { id: 't', at: AT, kind: 'test' } })).toBe(
    'Sendwatch can reach you',
  );
});

test('ten campaigns are named and the others counted; a recovery has lost nothing', () => {
  const names = Array.from({ length: 50 }, (_, n) => `Campaign ${n}`);
  const content = contentFor(names, { notice: notice({ campaigns: 80, loss: 119.6 }) });
  const { lines } = textsOf(content, words);
  expect(lines.slice(0, 3)).toEqual([
    'Workspace: Northwind',
    '120 mails lost today',
    '• Campaign 0',
  ]);
  expect(lines.slice(-2)).toEqual(['• Campaign 9', 'and 70 more']);
  const over = { ...one, notice: notice({ kind: 'recovery' }) };
  expect(textsOf(over, words).lines).toEqual(['Workspace: Northwind']);
});

test('figures are said of the one campaign that they are of', () => {
  const silent = {
    code: 'silent_stop',
    severity: 'red',
    params: { minutes: 90 },
    loss: null,
    clearsAt: null,
    needsPerson: true,
    actions: [],
  } as const;
  const facts = {
    workspace: { id: WORKSPACE, name: 'Northwind' },
    verdicts: [verdict(1, 'blocked', { campaignId: CAMPAIGN, causes: [silent] })],
    incidents: [],
  };
  const headline = (campaigns: number): string => {
    const told = notice({ code: 'silent_stop', campaigns });
    return contentOf(delivery({ notice: told }), facts, false, words).headline;
  };
  expect(headline(1)).toBe('Says healthy, sends nothing for 90 minutes');
  expect(headline(2)).toBe('silent stop');
});
