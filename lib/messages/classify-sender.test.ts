import { describe, expect, test } from 'vitest';
import { classifySender, type SenderFacts } from './classify-sender.ts';

const OWN = { id: 'own-id', origin: 'chrome-extension://own-id' };
const page: SenderFacts = { id: 'own-id', origin: OWN.origin, url: `${OWN.origin}/options.html` };
const panel: SenderFacts = {
  id: 'own-id',
  origin: 'https://app.instantly.ai',
  url: 'https://app.instantly.ai/app/campaigns',
  frameId: 0,
  tab: { id: 7 },
};

describe('who is let in', () => {
  test.each([
    ['a page of ours', page, 'extension'],
    ['a page of ours in a tab', { ...page, tab: { id: 3 }, frameId: 0 }, 'extension'],
    ['our panel', panel, 'panel'],
    ['our panel in an active document', { ...panel, documentLifecycle: 'active' }, 'panel'],
  ] as const)('%s', (_name, sender, expected) => {
    expect(classifySender(sender, OWN)).toBe(expected);
  });
});

describe('who is dropped', () => {
  test.each([
    ['another extension', { ...page, id: 'other' }],
    ['nobody', {}],
    ['no origin (row 11)', { ...page, origin: undefined }],
    ['our origin with a foreign address', { ...page, url: 'https://evil.example/' }],
    ['our origin with no address', { ...page, url: undefined }],
    ['our page inside a frame', { ...page, tab: { id: 3 }, frameId: 4 }],
    ['a frame on the web app (row 11)', { ...panel, frameId: 2 }],
    ['no frame id', { ...panel, frameId: undefined }],
    ['about:blank on the web app (row 11)', { ...panel, url: 'about:blank' }],
    ['a panel without a tab', { ...panel, tab: undefined }],
    ['a tab without an id', { ...panel, tab: {} }],
    ['a prerendered document (row 11)', { ...panel, documentLifecycle: 'prerender' }],
    ['a cached document (row 11)', { ...panel, documentLifecycle: 'cached' }],
    ['a look-alike host (row 20)', { ...panel, origin: 'https://app.instantly.ai.evil.com' }],
    [
      'a look-alike address (row 20)',
      { ...panel, url: 'https://app.instantly.ai.evil.com/app/campaigns' },
    ],
    ['user info in the address (row 20)', { ...panel, url: 'https://app.instantly.ai@evil.com/' }],
    [
      'plain http',
      { ...panel, origin: 'http://app.instantly.ai', url: 'http://app.instantly.ai/' },
    ],
    ['another port', { ...panel, origin: 'https://app.instantly.ai:8443' }],
    ['a null origin', { ...panel, origin: 'null' }],
  ] as const)('%s', (_name, sender) => {
    expect(classifySender(sender, OWN)).toBeUndefined();
  });
});
