import type { InstantMs } from './time.ts';

/** How a notice is put for a receiver: as a message of one of three chats, or as plain documented JSON for any other. */
export const WEBHOOK_KINDS = ['slack', 'discord', 'teams', 'any'] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** Why an address cannot be a webhook's. */
export type WebhookAddressProblem =
  | 'not_an_address'
  | 'not_https'
  | 'has_credentials'
  | 'own_computer';

export type WebhookAddressAnswer =
  | {
      readonly ok: true;
      /** As it is kept and asked. A secret: whoever has it can write into the channel. */
      readonly address: string;
      /** All of it that may be shown. */
      readonly host: string;
      /** The pattern of the one host, for the browser's permission. */
      readonly origin: string;
      /** What the host suggests; the user may know better. */
      readonly kind: WebhookKind;
    }
  | { readonly ok: false; readonly problem: WebhookAddressProblem };

const LONGEST = 2_000;

// In a pattern of hosts "*" stands for every host, and a URL may hold it. Nothing else that is not a letter, a digit,
// a dot or a hyphen is left after the URL parser, except in an IPv6 literal.
const NAME = /^(?:[a-z0-9_-]+\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/;
const IPV4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/;

/** Names that RFC 6761, RFC 8375 and ICANN keep for the own computer and the own network. */
const OWN_NAMES = /(?:^|\.)(?:localhost|local|internal|lan|intranet|private|home\.arpa)$/;

/** Networks that are nobody's on the Internet (IANA special-purpose registry), by the first two numbers. */
const isOwnIpv4 = (first: number, second: number): boolean =>
  first === 0 ||
  first === 10 ||
  first === 127 ||
  first >= 224 ||
  (first === 100 && second >= 64 && second < 128) ||
  (first === 169 && second === 254) ||
  (first === 172 && second >= 16 && second < 32) ||
  (first === 192 && (second === 168 || second === 0)) ||
  (first === 198 && (second === 18 || second === 19));

const isOwn = (host: string): boolean => {
  const [, first, second] = IPV4.exec(host) ?? [];
  if (first !== undefined) return isOwnIpv4(Number(first), Number(second));
  // Without a dot: a name of the own network, or an IPv6 literal, which no service gives out as its address.
  return !host.includes('.') || OWN_NAMES.test(host);
};

/**
 * Hosts that services give out addresses of. Slack: docs.slack.dev/messaging/sending-messages-using-incoming-webhooks.
 * Discord: discord.com/developers/docs/resources/webhook. Teams: its own webhooks, Logic Apps, and since 2025-11-30 the
 * Power Platform (learn.microsoft.com/troubleshoot/power-platform/power-automate/flow-run-issues/triggers-troubleshoot).
 */
const HOSTS: readonly (readonly [WebhookKind, RegExp])[] = [
  ['slack', /^hooks\.slack(?:-gov)?\.com$/],
  ['discord', /^(?:(?:ptb|canary)\.)?discord(?:app)?\.com$/],
  ['teams', /\.(?:webhook\.office|logic\.azure|api\.powerplatform)\.com$/],
];

/** Instantly takes no webhooks, and nothing but the client of its API may ask it. */
const INSTANTLY = /(?:^|\.)instantly\.ai$/;

/** The pattern of one host, on any port, for `browser.permissions`. */
export const originOfHost = (host: string): string => `https://${host}/*`;

const refuse = (problem: WebhookAddressProblem): WebhookAddressAnswer => ({ ok: false, problem });

/**
 * Judges what a person entered as the address of a webhook: HTTPS, without a name and password in it, and no host that
 * is on the own computer or network by its name or number. A public name that leads there cannot be told from others.
 */
export const checkWebhookAddress = (entered: string): WebhookAddressAnswer => {
  const text = entered.trim();
  // The parser would drop line breaks and tabs without a word.
  if (text.length > LONGEST || /[\s\p{Cc}]/u.test(text)) return refuse('not_an_address');
  const url = URL.parse(text);
  if (url === null) return refuse('not_an_address');
  if (url.protocol !== 'https:') return refuse('not_https');
  if (url.username !== '' || url.password !== '') return refuse('has_credentials');
  const host = url.hostname.replace(/\.$/, '');
  if (isOwn(host)) return refuse('own_computer');
  if (!NAME.test(host) && !IPV4.test(host)) return refuse('not_an_address');
  if (INSTANTLY.test(host)) return refuse('not_an_address');
  url.hostname = host;
  url.hash = '';
  const kind = HOSTS.find(([, pattern]) => pattern.test(host))?.[0] ?? 'any';
  return { ok: true, address: url.href, host, origin: originOfHost(host), kind };
};

/** Why a webhook was not kept or not delivered. */
export type WebhookProblem =
  | { readonly code: WebhookAddressProblem | 'too_many' }
  | {
      readonly code:
        | 'permission_missing'
        | 'locked'
        | 'storage_failed'
        | 'timeout'
        | 'offline'
        | 'redirected';
    }
  | { readonly code: 'refused'; readonly status: number };

/** How the last attempt to reach a webhook ended. */
export type WebhookOutcome =
  | { readonly kind: 'delivered'; readonly at: InstantMs }
  | { readonly kind: 'failed'; readonly at: InstantMs; readonly problem: WebhookProblem };
