// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { AskProblem } from '#messages';
import { HOUR_MS, MINUTE_MS } from '#model';
import { campaignId, cause, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { closePopup, open, openRich, openRow, shown, text } from './fixtures.ts';
import type { PopupPorts } from './index.tsx';

/** Answers to questions to Instantly; that the row is looked at is told besides. */
const answering = (answer: object) => {
  const asked = vi.fn(async (_type: string, _request: object): Promise<object> => answer);
  const send = async (type: string, request: object): Promise<object> =>
    type === 'check.look' ? { ok: true } : asked(type, request);
  return { asked, send: send as unknown as PopupPorts['send'] };
};

afterEach(closePopup);

test('Instantly’s AI summary is asked for by a press, and named as Instantly’s', async () => {
  const { asked, send } = answering({
    ok: true,
    summary: 'Two \u202Einboxes lost the connection.',
  });
  openRich({ send });
  await openRow();
  await shown('[data-ask-ai]');
  expect(asked).not.toHaveBeenCalled();
  (await shown('[data-ask-ai]')).click();
  await vi.waitFor(() =>
    expect(text('.ai figure')).toBe('Instantly’s AI summaryTwo inboxes lost the connection.'),
  );
  expect(asked).toHaveBeenCalledExactlyOnceWith('ask.aiSummary', {
    workspaceId: WORKSPACE,
    campaignId: campaignId(1),
  });
});

test('an AI summary that fails or is empty is said, and can be asked for again', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { asked, send } = answering({ ok: true, summary: null });
  asked.mockRejectedValueOnce(new Error('gone'));
  openRich({ send });
  await openRow();
  (await shown('[data-ask-ai]')).click();
  await vi.waitFor(() => expect(text('.ai')).toContain('background did not answer. Try again.'));
  (await shown('[data-ask-ai]')).click();
  await vi.waitFor(() => expect(text('.ai')).toBe('Instantly has no summary of this campaign.'));
});

test.each<[AskProblem, string]>([
  [{ kind: 'deferred', until: NOW + 3 * MINUTE_MS }, 'Try again in 3 min.'],
  [{ kind: 'rate_limited', notBefore: NOW + 2 * MINUTE_MS }, 'Try again in 2 min.'],
  [{ kind: 'rate_limited', notBefore: undefined }, 'Instantly asks to slow down.'],
  [{ kind: 'scope_missing', scopes: ['campaigns:read'] }, 'campaigns:read'],
  [{ kind: 'offline' }, 'This computer is offline.'],
  [{ kind: 'locked' }, 'The keys are locked.'],
  [{ kind: 'demo' }, 'recorded demo data'],
])('why there is no AI summary is said: %j', async (problem, said) => {
  openRich({ send: answering({ ok: false, problem }).send });
  await openRow();
  (await shown('[data-ask-ai]')).click();
  expect((await shown(`[data-problem=${problem.kind}]`)).textContent).toContain(said);
});

test('of a paused campaign, and of no other, Instantly’s log tells who paused it at a press', async () => {
  const entry = { at: NOW - HOUR_MS, kind: 'campaign_paused', by: null, isFromApi: true };
  const { asked, send } = answering({
    entries: [{ ...entry, campaignId: campaignId(2) }],
    problem: null,
  });
  open({ send }, [
    verdict(1, 'blocked', { causes: [cause('daily_limit_met')] }),
    verdict(2, 'blocked', { causes: [cause('unexpected_pause')] }),
  ]);
  await shown(`[data-campaign-id="${campaignId(1)}"] button`);
  document.querySelector<HTMLElement>(`[data-campaign-id="${campaignId(1)}"] button`)?.click();
  await shown('.detail');
  expect(document.querySelector('[data-ask-who]')).toBeNull();
  document.querySelector<HTMLElement>(`[data-campaign-id="${campaignId(2)}"] button`)?.click();
  (await shown('[data-ask-who]')).click();
  await vi.waitFor(() =>
    expect(text('.who')).toBe('Instantly’s log, 19:48: paused through the API.'),
  );
  expect(asked).toHaveBeenCalledExactlyOnceWith('ask.auditLog', { workspaceId: WORKSPACE });
});
