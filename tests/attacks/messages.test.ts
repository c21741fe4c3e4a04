import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as guard from '#messages/guard';
import { EXTENSION_SCHEMAS, PANEL_SCHEMAS } from '../../lib/messages/schemas.ts';
import { loadWithout } from './permissive.ts';
import { EXTENSION_MESSAGES, ID, listening, PAGE, PANEL, PANEL_MESSAGES } from './senders.ts';

const load = () => import('#messages/guard');

/** A clock on which no two messages fall into one second. */
const slowly = () => {
  let now = 0;
  return () => {
    now += 1_000;
    return now;
  };
};

describe('row 10: a content script in foreign hands', () => {
  const FOREIGN = ['getKey', 'setKey', 'pause', 'setBaseUrl', 'getAll'];

  const sendAll = ({ answer }: ReturnType<typeof listening>) => {
    for (const [type, request] of Object.entries(EXTENSION_MESSAGES)) {
      answer({ type, request }, PANEL);
    }
    for (const type of FOREIGN) answer({ type, request: {} }, PANEL);
  };

  test('row 10: reaches no message of the extension, and gets no reply', () => {
    expect(Object.keys(EXTENSION_MESSAGES).toSorted()).toEqual(
      Object.keys(EXTENSION_SCHEMAS).toSorted(),
    );
    const held = listening(guard, slowly());
    sendAll(held);
    expect(held.reached).toEqual([]);
    expect(held.answer({ type: 'vault.state', request: {} }, PANEL)).toBeUndefined();
  });

  test('row 10: reaches its own few, and a page of ours reaches none of those', () => {
    expect(Object.keys(PANEL_MESSAGES).toSorted()).toEqual(Object.keys(PANEL_SCHEMAS).toSorted());
    const held = listening(guard, slowly());
    for (const [type, request] of Object.entries(PANEL_MESSAGES)) {
      held.answer({ type, request }, PAGE);
    }
    expect(held.reached).toEqual([]);
    for (const [type, request] of Object.entries(PANEL_MESSAGES)) {
      held.answer({ type, request }, PANEL);
    }
    expect(held.reached).toEqual(Object.keys(PANEL_MESSAGES));
  });

  test('row 10, control: without the sender check it reaches them all', async () => {
    const open = await loadWithout(
      { '../../lib/messages/classify-sender.ts': () => ({ classifySender: () => 'extension' }) },
      load,
    );
    const held = listening(open, slowly());
    sendAll(held);
    expect(held.reached).toEqual(Object.keys(EXTENSION_MESSAGES));
  });
});

describe('row 11: documents that are not the page itself', () => {
  const SENDERS: readonly (readonly [string, typeof PANEL])[] = [
    ['a frame', { ...PANEL, frameId: 3 }],
    ['a frame of about:blank', { ...PANEL, frameId: 3, url: 'about:blank' }],
    ['a frame of a document in an attribute', { ...PANEL, frameId: 3, url: 'about:srcdoc' }],
    ['about:blank at the top', { ...PANEL, url: 'about:blank' }],
    ['a page made ready in advance', { ...PANEL, documentLifecycle: 'prerender' }],
    ['a page in the back/forward cache', { ...PANEL, documentLifecycle: 'cached' }],
  ];
  const message = { type: 'panel.campaign', request: { campaignId: ID } };

  test.each(SENDERS)('row 11: %s is not heard', (_name, sender) => {
    const held = listening(guard);
    expect(held.answer(message, sender)).toBeUndefined();
    expect(held.reached).toEqual([]);
  });

  test('row 11, control: without the sender check they are heard', async () => {
    const open = await loadWithout(
      { '../../lib/messages/classify-sender.ts': () => ({ classifySender: () => 'panel' }) },
      load,
    );
    const held = listening(open);
    for (const [, sender] of SENDERS) held.answer(message, sender);
    expect(held.reached).toHaveLength(SENDERS.length);
  });
});

describe('row 12: hostile payloads', () => {
  const deep = (): unknown => {
    let nested: unknown = {};
    for (let n = 0; n < 1_000_000; n += 1) nested = { a: nested };
    return nested;
  };
  const HOSTILE: [string, () => unknown][] = [
    [
      '__proto__ as a field',
      () => JSON.parse(`{"key":"k","__proto__":{"polluted":true}}`) as unknown,
    ],
    ['constructor as a field', () => ({ key: 'k', constructor: { prototype: { polluted: 1 } } })],
    ['a million levels', () => ({ key: deep() })],
    ['a million levels at the top', deep],
    ['50 MB', () => ({ key: 'x'.repeat(50_000_000) })],
    ['NaN', () => ({ key: Number.NaN })],
    ['a big integer', () => ({ key: 10n ** 400n })],
    ['a list', () => [{ key: 'k' }]],
    ['a list of a hundred thousand', () => ({ key: Array.from({ length: 100_000 }, () => 'k') })],
  ];
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];

  const sendAll = ({ answer }: ReturnType<typeof listening>) => {
    for (const [, make] of HOSTILE) {
      answer({ type: 'workspace.connect', request: make() }, PAGE);
      answer(make(), PAGE);
    }
    for (const type of NAMES) answer({ type, request: {} }, PAGE);
  };

  test('row 12: reach no handler, pollute nothing and are not walked through', () => {
    const held = listening(guard);
    sendAll(held);
    expect(held.reached).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('row 12: nor does any shape that a generator finds', () => {
    const held = listening(guard, slowly());
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
        (payload) => {
          expect(held.answer(payload, PAGE)).toBeUndefined();
          const type = 'workspace.remove';
          expect(held.answer({ type, request: payload }, PAGE)).toBeUndefined();
        },
      ),
      { numRuns: 10_000, seed: 12 },
    );
    expect(held.reached).toEqual([]);
  });

  test('row 12, control: without schemas they reach the handler', async () => {
    const all = (schemas: object) =>
      Object.fromEntries(Object.keys(schemas).map((type) => [type, () => z.unknown()]));
    const open = await loadWithout(
      {
        '../../lib/messages/schemas.ts': () => ({
          EXTENSION_SCHEMAS: all(EXTENSION_SCHEMAS),
          PANEL_SCHEMAS: all(PANEL_SCHEMAS),
        }),
      },
      load,
    );
    const held = listening(open);
    sendAll(held);
    expect(held.reached).toHaveLength(HOSTILE.length);
  });

  test('row 12, control: a walk overflows on the deep one, and a plain table has a constructor', () => {
    const walk = (value: unknown): void => Object.values(Object(value)).forEach(walk);
    expect(() => walk(deep())).toThrow(RangeError);
    const plain: Record<string, unknown> = {};
    for (const name of NAMES.slice(0, 4)) expect(plain[name]).toBeDefined();
  });
});

describe('row 13: a tab that floods', () => {
  const flood = ({ answer }: ReturnType<typeof listening>) => {
    for (let n = 0; n < 10_000; n += 1) {
      answer({ type: 'panel.campaign', request: { campaignId: ID } }, PANEL);
    }
  };

  test('row 13: 10,000 messages in a second, 20 are heard', () => {
    const held = listening(guard, () => 5);
    flood(held);
    expect(held.reached).toHaveLength(20);
  });

  test('row 13, control: without the cap all are heard', async () => {
    const open = await loadWithout(
      {
        '../../lib/messages/rate-cap.ts': () => ({
          takeMessage: (rates: unknown) => ({ rates, isAllowed: true }),
        }),
      },
      load,
    );
    const held = listening(open, () => 5);
    flood(held);
    expect(held.reached).toHaveLength(10_000);
  });
});
