import { describe, expect, test } from 'vitest';
import { checkWebhookAddress } from './webhook.ts';

const LONG = `https://hooks.example.com/${'x'.repeat(2_000)}`;

describe('an address that is kept', () => {
  test.each([
    ['https://hooks.slack.com/services/T0/B0/x', 'hooks.slack.com', 'slack'],
    ['https://hooks.slack-gov.com/services/T0/B0/x', 'hooks.slack-gov.com', 'slack'],
    ['https://discord.com/api/webhooks/1/x', 'discord.com', 'discord'],
    ['https://discordapp.com/api/webhooks/1/x', 'discordapp.com', 'discord'],
    ['https://canary.discord.com/api/webhooks/1/x', 'canary.discord.com', 'discord'],
    ['https://acme.webhook.office.com/webhookb2/x', 'acme.webhook.office.com', 'teams'],
    ['https://prod-1.westus.logic.azure.com:443/w', 'prod-1.westus.logic.azure.com', 'teams'],
    [
      'https://default5c.61.environment.api.powerplatform.com:443/powerautomate/x?sig=y',
      'default5c.61.environment.api.powerplatform.com',
      'teams',
    ],
    ['https://n8n.example.com:8443/webhook/1?token=x', 'n8n.example.com', 'any'],
    ['https://172.32.0.1/x', '172.32.0.1', 'any'],
    ['https://münchen.example/x', 'xn--mnchen-3ya.example', 'any'],
    // Hosts that only look like those of a service.
    ['https://hooks.slack.com.evil.example/x', 'hooks.slack.com.evil.example', 'any'],
    ['https://evil-discord.com/x', 'evil-discord.com', 'any'],
    ['https://webhook.office.com/x', 'webhook.office.com', 'any'],
    ['https://notinstantly.ai.example/x', 'notinstantly.ai.example', 'any'],
  ] as const)('%s', (address, host, kind) => {
    expect(checkWebhookAddress(address)).toMatchObject({
      ok: true,
      host,
      kind,
      origin: `https://${host}/*`,
    });
  });

  test('is kept as it is asked: without white space around it, a fragment, or a dot at the end of its host', () => {
    expect(checkWebhookAddress(' HTTPS://Hooks.Example.com./a?b=c#d\n')).toEqual({
      ok: true,
      address: 'https://hooks.example.com/a?b=c',
      host: 'hooks.example.com',
      origin: 'https://hooks.example.com/*',
      kind: 'any',
    });
  });
});

describe('an address that is not', () => {
  test.each([
    ['not_an_address', ['', ' ', 'hooks.slack.com/services', 'https://', 'https:///', LONG]],
    [
      'not_an_address',
      ['https://a.example/x\ny', 'https://a.ex\tample/', 'https://a.example/\u0000'],
    ],
    // As the pattern of a permission these would be every host, or every one below.
    ['not_an_address', ['https://*.com/x', 'https://*.*/x', 'https://hooks.*/x', 'https://a.b*/x']],
    [
      'not_an_address',
      ['https://api.instantly.ai/api/v2/x', 'https://instantly.ai/', 'https://a..b/'],
    ],
    [
      'not_https',
      ['http://hooks.slack.com/x', 'ftp://a.example', 'javascript:alert(1)', 'file:///x'],
    ],
    ['not_https', ['chrome-extension://abc/x', 'data:text/plain,x', 'wss://a.example/']],
    [
      'has_credentials',
      ['https://me@a.example/', 'https://me:word@a.example/', 'https://:w@a.example/'],
    ],
    [
      'own_computer',
      ['https://localhost/x', 'https://a.localhost/', 'https://LOCALHOST./x', 'https://*/x'],
    ],
    [
      'own_computer',
      ['https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f.1/'],
    ],
    [
      'own_computer',
      ['https://0177.0.0.1/', 'https://0/', 'https://10.1.2.3/', 'https://192.168.0.1/'],
    ],
    [
      'own_computer',
      ['https://172.16.0.1/', 'https://172.31.9.9/', 'https://169.254.169.254/latest/'],
    ],
    [
      'own_computer',
      ['https://100.64.0.1/', 'https://224.0.0.1/', 'https://198.18.0.1/', 'https://192.0.0.8/'],
    ],
    [
      'own_computer',
      [
        'https://[::1]/',
        'https://[::ffff:7f00:1]/',
        'https://[fd00::1]/',
        'https://[2001:db8::1]/',
      ],
    ],
    [
      'own_computer',
      ['https://printer/', 'https://nas.local/', 'https://n8n.lan/', 'https://x.home.arpa/'],
    ],
    ['own_computer', ['https://metadata.google.internal/', 'https://１２７.0.0.1/']],
  ] as const)('%s: %j', (problem, addresses) => {
    for (const address of addresses) {
      expect(checkWebhookAddress(address), address).toEqual({ ok: false, problem });
    }
  });
});
