import { describe, expect, test } from 'vitest';
import { alerts } from '#locales/en/alerts';
import { packaged } from '#locales/en/packaged';
import { type InboxAddress, WEBHOOK_KINDS, type WebhookKind } from '#model';
import { incident, verdict } from '../../components/fixtures.ts';
import type { WebhookContent } from '../../lib/alerts/webhooks/content.ts';
import { contentOf } from '../../lib/alerts/webhooks/content-of.ts';
import {
  CAMPAIGN,
  contentFor,
  delivery,
  notice,
  WORKSPACE,
} from '../../lib/alerts/webhooks/fixtures.ts';
import type { payloadOf as realPayloadOf } from '../../lib/alerts/webhooks/payload.ts';
import type { textsOf as realTextsOf, WebhookWords } from '../../lib/alerts/webhooks/texts.ts';
import { MARKUP, UNRULY } from './hostile-names.ts';
import { loadWithout } from './permissive.ts';

interface Telling {
  readonly payloadOf: typeof realPayloadOf;
  readonly textsOf: typeof realTextsOf;
  readonly words: WebhookWords;
}
const load = async (): Promise<Telling> => {
  const { createWords } = await import('#words');
  return {
    ...(await import('../../lib/alerts/webhooks/payload.ts')),
    ...(await import('../../lib/alerts/webhooks/texts.ts')),
    words: createWords({ ...packaged, ...alerts }, { locale: 'en', timeZone: 'UTC' }),
  };
};
const ESCAPE = '../../lib/alerts/webhooks/escape.ts';

const told = (
  { payloadOf, textsOf, words }: Telling,
  kind: WebhookKind,
  content: WebhookContent,
): string => JSON.stringify(payloadOf(kind, content, textsOf(content, words)));

/** Every text of a payload, at whatever depth. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

const CALLS = [
  '<!channel> <!here> <!everyone>',
  '<@U0123456789> <!subteam^S0123>',
  '@everyone @here',
];
const LINKS = [
  '<https://evil.example|Northwind>',
  '[Northwind](https://evil.example)',
  'https://evil.example',
];
const MARKDOWN = [
  '**bold** _it_ ~~gone~~ `code` > # - ||spoiler||',
  '\\[x\\](https://evil.example) \\',
];
const HOSTILE = [...CALLS, ...LINKS, ...MARKDOWN, ...MARKUP];

/** What a chat would do with one text, by its documented rules. */
const slackDoes = (text: string): string[] => [
  ...(text.includes('<') || text.includes('>') ? ['markup'] : []),
  ...(/&(?!amp;|lt;|gt;)/.test(text) ? ['half an entity'] : []),
];
const discordDoes = (text: string): string[] => {
  const bare = text.replace(/\\[^0-9A-Za-z\s]/g, '');
  return [
    ...(/[*_~`|>#<@[\]()]|https?:/.test(bare) ? ['markup'] : []),
    ...(/\\$/.test(bare) ? ['half an escape'] : []),
  ];
};

const faultsOf = (telling: Telling, names: readonly string[]): string[] => {
  const content = contentFor(names, {
    workspace: { id: WORKSPACE, name: names[0] ?? '' },
    headline: names[0] ?? '',
  });
  const payload = (kind: WebhookKind): Record<string, unknown> =>
    JSON.parse(told(telling, kind, content));
  const { embeds, allowed_mentions: allowed } = payload('discord');
  const teams = payload('teams');
  return [
    ...textsIn(payload('slack'))
      .flatMap(slackDoes)
      .map((fault) => `slack: ${fault}`),
    ...(embeds as { title: string; description: string }[])
      .flatMap(({ title, description }) => [title, description].flatMap(discordDoes))
      .map((fault) => `discord: ${fault}`),
    ...(JSON.stringify(allowed) === '{"parse":[]}' ? [] : ['discord: calls somebody']),
    ...(JSON.stringify(teams).includes('"TextBlock"') ? ['teams: reads Markdown'] : []),
    ...WEBHOOK_KINDS.flatMap((kind) =>
      textsIn(payload(kind)).flatMap((text) => [
        ...(text.isWellFormed() ? [] : [`${kind}: half a character`]),
        ...(/[\u202a-\u202e\u200e\u200f]/.test(text) ? [`${kind}: direction marks`] : []),
        ...(/(?!\n)\p{Cc}/u.test(text) ? [`${kind}: controls`] : []),
        ...(/\p{M}{5}/u.test(text) ? [`${kind}: piled marks`] : []),
      ]),
    ),
  ];
};

describe('row 18: names in what webhooks are told', () => {
  test.each([...HOSTILE, ...Object.values(UNRULY)].map((name) => [name.slice(0, 60), name]))(
    'row 18: %j is text to every chat',
    async (_, name) => {
      const telling = await load();
      expect(faultsOf(telling, [name])).toEqual([]);
      expect(
        faultsOf(
          telling,
          Array.from({ length: 50 }, () => name),
        ),
      ).toEqual([]);
    },
  );

  test('row 18: whatever the names, a message stays within what the chats take', async () => {
    const telling = await load();
    for (const filler of ['<', '&', '*', '\\', 'M', '﷽', '😀', '漢', '\ud800']) {
      const names = Array.from({ length: 50 }, () => filler.repeat(5_000));
      const inboxes = names.map(() => `${'a'.repeat(200)}@example.com` as InboxAddress);
      const content = contentFor(names, { inboxes, headline: filler.repeat(5_000) });
      const slack = JSON.parse(told(telling, 'slack', content));
      expect(slack.text.length).toBeLessThanOrEqual(300);
      for (const { type, text } of slack.blocks) {
        expect(text.text.length).toBeLessThanOrEqual(type === 'header' ? 150 : 3_000);
        expect(text.text.length).toBeGreaterThan(0);
        expect(slackDoes(text.text)).toEqual([]);
      }
      const { title, description } = JSON.parse(told(telling, 'discord', content)).embeds[0];
      expect(title.length).toBeLessThanOrEqual(256);
      expect(description.length).toBeLessThanOrEqual(4_096);
      expect([title, description].flatMap(discordDoes)).toEqual([]);
      expect(Buffer.byteLength(told(telling, 'teams', content))).toBeLessThan(28_000);
      expect(Buffer.byteLength(told(telling, 'any', content))).toBeLessThan(64_000);
    }
  });

  test('row 18, control: not escaped, names call and link', async () => {
    const open = (await loadWithout(
      {
        [ESCAPE]: () => ({
          escapeSlack: (text: string) => text,
          escapeDiscord: (text: string) => text,
        }),
      },
      load,
    )) as Telling;
    expect(faultsOf(open, [CALLS[0] ?? ''])).toContain('slack: markup');
    expect(faultsOf(open, [LINKS[1] ?? ''])).toContain('discord: markup');
  });

  test('row 18, control: not cleaned and not cut, they tear what stands around them', async () => {
    const open = (await loadWithout(
      {
        '../../lib/words/text.ts': () => ({
          tidy: (text: string) => text,
          isolate: (text: string) => text,
          nameText: (text: string) => text,
        }),
        [ESCAPE]: ({ shorten: _, ...rest }: Record<string, unknown>) => ({
          ...rest,
          shorten: (text: string) => text,
        }),
      },
      load,
    )) as Telling;
    const faults = faultsOf(
      open,
      Object.values(UNRULY).map((name) => name.slice(0, 500)),
    );
    for (const fault of ['any: direction marks', 'any: controls', 'any: piled marks']) {
      expect(faults).toContain(fault);
    }
    const long = contentFor(['M'.repeat(1_000_000)]);
    expect(told(open, 'slack', long).length).toBeGreaterThan(1_000_000);
  });
});

describe('addresses of inboxes', () => {
  const ADDRESS = 'anna.smith@northwind-mail.example' as InboxAddress;
  const lost = notice({ code: 'inbox_login_lost', severity: 'red' });
  const facts = {
    workspace: { id: WORKSPACE, name: `Northwind (${ADDRESS})` },
    verdicts: [verdict(1, 'blocked', { campaignId: CAMPAIGN, name: `via <${ADDRESS}>, EU` })],
    incidents: [
      {
        ...incident,
        campaignIds: [CAMPAIGN],
        subject: { kind: 'inboxes', addresses: [ADDRESS] },
        params: { count: 1 },
      } as const,
    ],
  };
  const all = async (hasAddresses: boolean): Promise<string> => {
    const telling = await load();
    const content = contentOf(delivery({ notice: lost }), facts, hasAddresses, telling.words);
    return WEBHOOK_KINDS.map((kind) => told(telling, kind, content)).join('\n');
  };

  test('none is sent, not even one that is part of a name', async () => {
    const text = await all(false);
    expect(text).not.toContain('anna.smith');
    expect(text).not.toContain('northwind-mail');
    expect(text).toContain('1 inbox lost the login');
  });

  test('control: chosen, they are in it', async () => {
    const text = await all(true);
    expect(text).toContain('anna.smith');
  });
});
