import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GECKO_ID } from '#sandbox';
import { type CompromisedBuild, compromiseBuild, throughBackdoor } from './compromised-panel.ts';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { needlesOf, placesWith, readStores } from './secret-sweep.ts';
import { readStored, type Stored, say, waitUntilChecked, waitUntilIdle } from './stored.ts';
import { installStranger, type Stranger, strangerSays } from './stranger-extension.ts';

const OTHER_KEY = btoa('0198e874-1311-7bce-a6de-a294e6e55469:stranger-key');

describe.each(BROWSERS)('somebody else who talks to Sendwatch in %s', (kind) => {
  let build: CompromisedBuild;
  let opened: OpenedSendwatch;
  let talker: Stranger;
  let listener: Stranger;
  let own: Page;
  let page: Page;
  let ourId: string;
  let before: Stored;
  let askedBefore: number;

  beforeAll(async () => {
    build = await compromiseBuild(kind);
    opened = await openSendwatch(kind, { extensionDir: build.folder });
    own = await opened.browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.second });
    before = await waitUntilChecked(own);
    listener = await installStranger(own, kind, 'listener');
    talker = await installStranger(own, kind, 'talker');
    ourId = kind === 'firefox' ? GECKO_ID : new URL(opened.browser.extensionOrigin).host;
    page = await opened.browser.openWebApp('/app/campaigns?selected_wks=Contoso%20Growth');
    await waitUntilIdle(own);
    askedBefore = opened.sandbox.audit.total();
  });
  afterAll(async () => {
    await opened?.close();
    await talker?.remove();
    await listener?.remove();
    await build?.remove();
  });

  const pause = (workspaceId: string | undefined) => ({
    workspaceId,
    change: { kind: 'pause_campaign', campaignId: Object.keys(before.verdicts)[0] },
  });

  /** Messages that a page of ours could send, each of which would do or tell something. */
  const forbidden = (): readonly unknown[] => {
    const workspaceId = before.workspaces[0]?.id;
    return [
      { type: 'workspace.connect', request: { key: OTHER_KEY } },
      { type: 'workspace.checkKey', request: { workspaceId } },
      { type: 'workspace.remove', request: { workspaceId } },
      { type: 'workspace.rename', request: { workspaceId, name: 'Taken over' } },
      { type: 'workspace.reorder', request: { workspaceIds: [workspaceId] } },
      { type: 'vault.state', request: {} },
      { type: 'vault.setMode', request: { choice: { mode: 'session' } } },
      { type: 'vault.unlock', request: { passphrase: 'correct horse battery staple' } },
      { type: 'vault.lock', request: {} },
      { type: 'check.now', request: {} },
      { type: 'ask.campaignTags', request: { workspaceId } },
      {
        type: 'change.apply',
        request: { ticket: 'a', changes: [pause(workspaceId)], typed: '' },
      },
      { type: 'getKey', request: {} },
      { type: 'setKey', request: { key: OTHER_KEY } },
      { type: 'setBaseUrl', request: { url: 'https://example.com' } },
      { type: 'getAll', request: {} },
      { type: 'constructor', request: {} },
      'getKey',
    ];
  };
  const ofThePanel = (): object => ({
    type: 'panel.campaign',
    request: { campaignId: Object.keys(before.verdicts)[0] },
  });

  const ofMarks = (): object => ({
    type: 'panel.marks',
    request: { kind: 'campaigns', ids: Object.keys(before.verdicts), texts: [] },
  });

  const expectUntouched = async (): Promise<void> => {
    await waitUntilIdle(own);
    expect(opened.sandbox.audit.total()).toBe(askedBefore);
    const now = await readStored(own);
    expect(now.workspaces).toEqual(before.workspaces);
    expect(now.verdicts).toEqual(before.verdicts);
  };

  test('row 9: another extension gets no answer to any message, and nothing happens', async () => {
    for (const message of [...forbidden(), ofThePanel(), ofMarks()]) {
      expect(await strangerSays(page, 'message', ourId, message)).toHaveProperty('silence');
    }
    await expectUntouched();
  });

  test('row 9: another extension gets no port', async () => {
    for (const message of forbidden()) {
      expect(await strangerSays(page, 'port', ourId, message)).toHaveProperty('silence');
    }
    await expectUntouched();
  });

  test.each(['message', 'port'] as const)(
    'row 9, control: an extension that listens does get the %s',
    async (way) => {
      const heard = await strangerSays(page, way, listener.id, { hello: 1 });
      expect(heard).toEqual({ answer: { echo: { hello: 1 } } });
    },
  );

  describe('row 8: a web page', () => {
    const tell = (to: string): Promise<string> =>
      page.evaluate(
        (id, message) =>
          new Promise<string>((resolve) => {
            const { chrome } = globalThis as unknown as {
              chrome?: {
                runtime?: {
                  sendMessage(to: string, message: unknown, done: (answer: unknown) => void): void;
                  lastError?: { message: string };
                };
              };
            };
            const runtime = chrome?.runtime;
            if (!runtime) return resolve('no way to send');
            runtime.sendMessage(id, message, (answer) =>
              resolve(answer === undefined ? String(runtime.lastError?.message) : 'answered'),
            );
          }),
        to,
        { type: 'check.now', request: {} },
      );
    test('row 8: a web page finds no receiver', async () => {
      const heard = await tell(ourId);
      if (kind === 'chromium') expect(heard).toMatch(/receiving end does not exist/i);
      else expect(heard).toBe('no way to send');
      await expectUntouched();
    });

    // Firefox gives pages no way to send to any extension.
    if (kind === 'firefox') return;
    test('row 8, control: an extension that lets pages in is heard by them', async () => {
      expect(await tell(listener.id)).toBe('answered');
    });
  });

  describe('row 11: frames in a page of the web app', () => {
    const FRAMES = {
      'of the web app itself': '<iframe src="/app/accounts"></iframe>',
      'of about:blank': '<iframe src="about:blank"></iframe>',
      'of a document in an attribute': '<iframe srcdoc="<p>In here</p>"></iframe>',
    };

    test.each(Object.entries(FRAMES))('row 11: one %s gets no answer', async (_name, markup) => {
      const frames = await opened.browser.openWebApp('/app/accounts');
      await frames.waitForSelector('h1');
      await frames.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markup);
      const framed = await frames.waitForSelector('iframe');
      const inside = await framed?.contentFrame();
      if (!inside) throw new Error('no frame');
      for (const message of [ofThePanel(), ofMarks()]) {
        expect(await throughBackdoor(inside, 'say', { message })).not.toHaveProperty('answer');
      }
      await frames.close();
    });

    test('row 11, control: the same script in the page itself is answered', async () => {
      const outcome = await throughBackdoor(page, 'say', { message: ofThePanel() });
      expect(outcome).toMatchObject({ answer: { kind: 'known' } });
      const marks = await throughBackdoor(page, 'say', { message: ofMarks() });
      expect(marks).toMatchObject({ answer: { kind: 'told' } });
    });
  });

  test('row 10: code in the content script’s own world gets no answer to what it may not ask', async () => {
    for (const message of forbidden()) {
      const outcome = await throughBackdoor(page, 'say', { message });
      expect(outcome).not.toHaveProperty('answer');
    }
    await expectUntouched();
    // A tab that has asked too often in this second is heard again in the next.
    let allowed: unknown;
    await expect
      .poll(async () => {
        allowed = await throughBackdoor(page, 'say', { message: ofThePanel() });
        return allowed;
      })
      .toMatchObject({ answer: { kind: 'known' } });
    expect(JSON.stringify(allowed)).not.toContain(opened.sandbox.keys.second.slice(-4));
  });

  test('row 13: a flood from one tab is capped, and pages of ours are answered meanwhile', async () => {
    const [{ answers }, answer] = await Promise.all([
      throughBackdoor(page, 'flood', { message: ofThePanel(), times: 2_000 }),
      say(own, 'check.now'),
    ]);
    expect(answers).toBeLessThanOrEqual(200);
    expect(answer).toEqual({ ok: true });
    await waitUntilIdle(own);
    askedBefore = opened.sandbox.audit.total();
  });

  test('row 24: code in the content script’s world can read neither session nor databases, and no area holds the key', async () => {
    const session = await throughBackdoor(page, 'area', { area: 'session' });
    expect(session).toHaveProperty('refused');
    const { names } = await throughBackdoor(page, 'databases');
    expect(names).not.toContain('sendwatch');
    expect(names).not.toContain('sendwatch-vault');
    expect((await throughBackdoor(page, 'backgroundPage'))['page']).not.toBe('object');

    const needles = needlesOf(opened.sandbox.keys.second);
    const local = await throughBackdoor(page, 'area', { area: 'local' });
    expect(placesWith([{ where: 'storage.local', text: JSON.stringify(local) }], needles)).toEqual(
      [],
    );
    // The control: pages of ours do have both databases, and a vault in it.
    const places = (await readStores(own)).map(({ where }) => where);
    expect(places).toContain('IndexedDB sendwatch-vault/secrets');
  });
});
