import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALERT_PRESETS, type InboxAddress, type Verdict } from '#model';
import type { StoreReader } from '#store/read';
import { DEFAULT_SETTINGS } from '#store/settings';
import { exportData } from '#transfer';
import { cause, NOW, verdict, workspaceRecord } from '../../components/fixtures.ts';
import { reportOf } from '../../components/popup/report.ts';
import { loadWithout } from './permissive.ts';

const READER = { locale: 'en', timeZone: 'UTC' };
const key = fc.stringMatching(/^[A-Za-z0-9+/]{24,64}={0,2}$/);
const local = fc.stringMatching(/^[a-z][a-z0-9.]{2,12}[a-z]$/);
const domain = fc.constantFrom('nw-mail.co', 'try-northwind.com', 'contoso.example');
const address = fc.tuple(local, domain).map((parts) => parts.join('@') as InboxAddress);

/** A workspace as it is stored, with whatever a broken writer might have added to its records. */
const readerOver = (secret: string, inbox: InboxAddress) => {
  const strayed = { apiKey: secret, key: secret, token: secret };
  const record = { ...workspaceRecord(), keyTail: secret.slice(-4), ...strayed };
  return {
    workspaces: async () => [record],
    historyOf: async () => [],
    incidents: async () => [],
    alertRules: async () => ALERT_PRESETS.standard,
    silences: async () => [],
    actions: async () => [],
    fleets: async () => [{ workspaceId: record.id, verdicts: [verdict(1, 'healthy')] }],
    inboxes: async () => ({
      workspaceId: record.id,
      inboxes: [{ address: inbox }],
      days: [],
      tags: [],
      readAt: NOW,
    }),
  } as unknown as StoreReader;
};

const exported = async (secret: string, inbox: InboxAddress, write = exportData) =>
  JSON.stringify(
    await write(readerOver(secret, inbox), { settings: DEFAULT_SETTINGS, version: '1', now: NOW }),
  );

/** A stretch of the key that is nobody else's by chance. */
const holds = (text: string, secret: string): boolean => text.includes(secret.slice(0, 12));

describe('row 64: what a person takes out', () => {
  test('row 64: an export holds nothing of a key, not even its last four characters', async () => {
    await fc.assert(
      fc.asyncProperty(key, address, async (secret, inbox) => {
        const text = await exported(secret, inbox);
        expect(holds(text, secret)).toBe(false);
        expect(text).not.toContain('keyTail');
        // Its owner's own inboxes are what it is for: see docs/threat-model.md.
        expect(text).toContain(inbox);
      }),
      { numRuns: 300, seed: 64 },
    );
  });

  test('row 64, control: records written as they are would hold it', async () => {
    const secret = 'canary7f3a9c51e0d24b68aa';
    const asStored = (async (reader: Pick<StoreReader, 'workspaces'>) => ({
      workspaces: await reader.workspaces(),
    })) as unknown as typeof exportData;
    const text = await exported(secret, 'a@b.co' as InboxAddress, asStored);
    expect(holds(text, secret)).toBe(true);
  });

  const troubled = (inbox: string): Verdict =>
    verdict(1, 'blocked', {
      name: 'Agency partners',
      causes: [
        cause('no_accounts_available', {
          params: { available: 0, inboxes: 1, addresses: [inbox], example: inbox },
        }),
      ],
    });

  test('row 64: what is copied for others names no inbox and no key', () => {
    fc.assert(
      fc.property(key, address, (secret, inbox) => {
        for (const voice of ['client', 'operator'] as const) {
          const text = reportOf(troubled(inbox), voice, READER, NOW);
          expect(text).toContain('Agency partners');
          expect(text).not.toContain(inbox);
          expect(holds(text, secret)).toBe(false);
        }
      }),
      { numRuns: 300, seed: 64 },
    );
  });

  test('row 64, control: evidence put into the sentence would name it', async () => {
    const open = await loadWithout(
      {
        '../../components/popup/report-words.ts': (real: never) => {
          const { createReportWords } =
            real as typeof import('../../components/popup/report-words.ts');
          return {
            createReportWords: (...given: Parameters<typeof createReportWords>) => ({
              ...createReportWords(...given),
              cause: (one: { params: object }) => ({
                headline: '',
                explanation: JSON.stringify(one.params),
                advice: '',
              }),
            }),
          };
        },
      },
      () => import('../../components/popup/report.ts'),
    );
    const text = open.reportOf(troubled('anna@nw-mail.co'), 'operator', READER, NOW);
    expect(text).toContain('anna@nw-mail.co');
  });
});
