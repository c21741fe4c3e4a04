import type { AlertSeverity, WebhookKind } from '#model';
import { tidy } from '#words';
import type { WebhookContent } from './content.ts';
import { escapeDiscord, escapeSlack, shorten } from './escape.ts';
import type { NoticeTexts } from './texts.ts';

/** Raised when a field changes its meaning or goes; new fields may come at any time. */
export const PAYLOAD_VERSION = 1;

/** Campaigns named in a payload for machines; `campaignCount` is of all of them. */
const MOST_CAMPAIGNS = 50;
const MOST_INBOXES = 20;

type Tone = AlertSeverity | 'over';

const toneOf = ({ notice }: WebhookContent): Tone =>
  notice.kind === 'test' ? 'grey' : notice.kind === 'recovery' ? 'over' : notice.severity;

/** A sign beside the words, never in place of them. */
const SIGNS: Readonly<Record<Tone, string>> = {
  red: '🔴',
  amber: '🟠',
  blue: '🔵',
  grey: '⚪',
  over: '🟢',
};

/**
 * Plain text in blocks: Slack looks for no markup in it but the three escaped characters. `text` is what a desktop
 * notification shows. At most 150 characters in a header and 3,000 in a section
 * (docs.slack.dev/reference/block-kit/blocks/header-block, …/composition-objects/text-object).
 */
const slack = (content: WebhookContent, { title, lines }: NoticeTexts): unknown => {
  const plain = (text: string, most: number) => ({
    type: 'plain_text',
    // The limit counts what is sent, and an entity cut in two would be shown as it is.
    text: shorten(escapeSlack(text), most).replace(/&[a-z]*…$/, '…'),
    emoji: false,
  });
  const head = `${SIGNS[toneOf(content)]} ${title}`;
  return {
    text: shorten(escapeSlack(head), 300).replace(/&[a-z]*…$/, '…'),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: plain(head, 150) },
      ...(lines.length > 0 ? [{ type: 'section', text: plain(lines.join('\n'), 3_000) }] : []),
    ],
  };
};

const DISCORD_COLOURS: Readonly<Record<Tone, number>> = {
  red: 0xc22b32,
  amber: 0xb3520b,
  blue: 0x2b62c2,
  grey: 0x565d6b,
  over: 0x2c7a4b,
};

/**
 * One embed. A title has at most 256 characters, a description 4,096, all of it 6,000; nobody is called, whatever the
 * text says (discord.com/developers/docs/resources/message: embed limits, allowed mentions object).
 */
const discord = (content: WebhookContent, { title, lines }: NoticeTexts): unknown => {
  const escaped = (text: string, most: number): string =>
    // A backslash that lost the character it stood before would be shown, or take the meaning of another.
    shorten(escapeDiscord(text), most).replace(/(?<!\\)((?:\\\\)*)\\…$/, '$1…');
  return {
    embeds: [
      {
        title: escaped(`${SIGNS[toneOf(content)]} ${title}`, 256),
        description: escaped(lines.join('\n'), 4_000),
        color: DISCORD_COLOURS[toneOf(content)],
        timestamp: new Date(content.notice.at).toISOString(),
      },
    ],
    allowed_mentions: { parse: [] },
  };
};

const TEAMS_COLOURS: Readonly<Record<Tone, string>> = {
  red: 'attention',
  amber: 'warning',
  blue: 'accent',
  grey: 'default',
  over: 'good',
};

/**
 * An Adaptive Card, as Workflows want it (learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors). Text
 * stands in runs of rich text, which know no Markdown (learn.microsoft.com/adaptive-cards/authoring-cards/text-features).
 * At most 28 kB in all (…/how-to/add-incoming-webhook).
 */
const teams = (content: WebhookContent, { title, lines }: NoticeTexts): unknown => {
  const run = (text: string, most: number, look: object = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: shorten(text, most), ...look }],
  });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            run(`${SIGNS[toneOf(content)]} ${title}`, 300, {
              weight: 'bolder',
              size: 'medium',
              color: TEAMS_COLOURS[toneOf(content)],
            }),
            ...lines.slice(0, 30).map((line) => run(line, 500)),
          ],
        },
      },
    ],
  };
};

/** What docs/webhooks.md describes, for receivers that are programs. */
const any = (content: WebhookContent, { title, lines }: NoticeTexts): unknown => {
  const { id, notice, workspace, campaigns, inboxes } = content;
  const isTest = notice.kind === 'test';
  return {
    version: PAYLOAD_VERSION,
    id,
    notice: notice.id,
    kind: notice.kind,
    at: new Date(notice.at).toISOString(),
    workspace: workspace && { id: workspace.id, name: tidy(workspace.name) },
    cause: isTest ? null : notice.code,
    severity: isTest ? null : notice.severity,
    campaigns: campaigns
      .slice(0, MOST_CAMPAIGNS)
      .map((campaign) => ({ id: campaign.id, name: tidy(campaign.name) })),
    campaignCount: isTest ? 0 : notice.campaigns,
    inboxes: inboxes.slice(0, MOST_INBOXES),
    loss: isTest || notice.loss === null ? null : Math.round(notice.loss),
    isRepeated: !isTest && notice.isRepeated,
    counts: isTest ? null : notice.counts,
    text: shorten([title, ...lines].join('\n'), 4_000),
  };
};

const PAYLOADS: Readonly<
  Record<WebhookKind, (content: WebhookContent, texts: NoticeTexts) => unknown>
> = { slack, discord, teams, any };

/** The body of the request for one kind of receiver, before it is made JSON. Every text in it is bounded. */
export const payloadOf = (
  kind: WebhookKind,
  content: WebhookContent,
  texts: NoticeTexts,
): unknown => PAYLOADS[kind](content, texts);
