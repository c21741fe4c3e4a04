import { describe, expect, test } from 'vitest';
import type { InboxAddress, InboxFacts, SmtpMessage, WorkspaceId } from '#model';
import { inboxRollup } from './inbox-rollup.ts';
import { triageInbox } from './inbox-triage.ts';

const inbox = (rest: Partial<InboxFacts> = {}): InboxFacts => ({
  workspaceId: '00000000-0000-4000-8000-000000000001' as WorkspaceId,
  address: 'anna@nw-mail.co' as InboxAddress,
  status: 'active',
  smtpMessage: undefined,
  warmupStatus: 'active',
  warmupScore: 95,
  provider: 'google',
  isSetupPending: false,
  limitPerDay: 30,
  gapMinutes: 1,
  isSlowRamp: false,
  tracking: null,
  tagIds: [],
  readAt: 0,
  ...rest,
});

const said = (response: string, rest: Partial<SmtpMessage> = {}): SmtpMessage => ({
  code: undefined,
  command: undefined,
  response,
  errorText: undefined,
  responseCode: undefined,
  ...rest,
});

describe('an inbox in error is read by its SMTP class', () => {
  test.each([
    [
      '450 4.1.2 <x@dead.tld>: Recipient address rejected: Domain not found',
      'inbox_bad_lead',
      true,
      true,
    ],
    ['421 4.3.0 Temporary System Problem', 'inbox_transient_error', true, false],
    ['450 4.7.1 Too many mails per day', 'inbox_provider_cap', false, false],
    ['550-5.4.5 Daily user sending limit exceeded', 'inbox_daily_quota', false, false],
    ['535 5.7.8 Username and Password not accepted', 'inbox_login_lost', false, true],
    ['535 5.7.139 Authentication unsuccessful', 'inbox_login_lost', false, true],
    ['550 5.7.1 Message blocked as spam', 'inbox_reputation', false, true],
    ['554 5.0.0 Something nobody has seen', 'inbox_error', false, true],
  ] as const)('%s', (response, code, mayResume, needsPerson) => {
    for (const status of ['connection_error', 'soft_bounce_error', 'sending_error'] as const) {
      const triage = triageInbox(inbox({ status, smtpMessage: said(response) }));
      // The last one has no class of its own: there the state decides.
      const expected =
        code === 'inbox_error' && status === 'connection_error' ? 'inbox_login_lost' : code;
      expect(triage).toMatchObject({ code: expected, canSend: false, mayResume, needsPerson });
      expect(triage.answer).toBe(response);
    }
  });

  test('numbers may stand in responseCode, reasons in e_message, and nothing anywhere', () => {
    const parts = said('', {
      response: undefined,
      responseCode: 451,
      errorText: 'try again later',
    });
    expect(triageInbox(inbox({ status: 'sending_error', smtpMessage: parts })).code).toBe(
      'inbox_transient_error',
    );
    expect(
      triageInbox(
        inbox({ status: 'connection_error', smtpMessage: said('', { code: 'ETIMEDOUT' }) }),
      ).code,
    ).toBe('inbox_transient_error');
    expect(triageInbox(inbox({ status: 'connection_error' })).code).toBe('inbox_login_lost');
    expect(triageInbox(inbox({ status: 'sending_error' })).code).toBe('inbox_error');
  });

  test('a working inbox keeps an old answer without consequence', () => {
    expect(triageInbox(inbox({ smtpMessage: said('535 old') }))).toMatchObject({
      code: null,
      canSend: true,
      answer: null,
    });
  });

  test('paused, maintenance, not set up, unseen, unsaid', () => {
    expect(triageInbox(inbox({ status: 'paused' }))).toMatchObject({
      code: 'inboxes_paused',
      mayResume: true,
    });
    expect(triageInbox(inbox({ status: 'maintenance' }))).toMatchObject({
      code: 'inboxes_in_maintenance',
      mayResume: false,
      needsPerson: false,
    });
    expect(triageInbox(inbox({ isSetupPending: true })).code).toBe('inbox_setup_pending');
    expect(triageInbox(inbox({ status: { unseen: '7' } })).canSend).toBeUndefined();
    expect(triageInbox(inbox({ status: undefined })).canSend).toBeUndefined();
  });
});

describe('roll-up', () => {
  const many = (domain: string, up: number, bad: number): InboxFacts[] =>
    Array.from({ length: up + bad }, (_, at) =>
      inbox({
        address: `i${at}@${domain}` as InboxAddress,
        status: at < bad ? 'connection_error' : 'active',
        provider: domain === 'ms.co' ? 'microsoft' : 'google',
      }),
    );
  const severity = (name: string, up: number, bad: number) =>
    inboxRollup(many(name, up, bad)).find((group) => group.name === name)?.severity;

  test('from three inboxes on: amber from 30 %, red from half', () => {
    expect(severity('a.co', 0, 2)).toBe('ok');
    expect(severity('a.co', 8, 2)).toBe('ok');
    expect(severity('a.co', 7, 3)).toBe('amber');
    expect(severity('a.co', 2, 2)).toBe('red');
  });

  test('worst first, by domain and provider, whatever the order', () => {
    const all = [...many('a.co', 9, 1), ...many('ms.co', 1, 3)];
    const rolled = inboxRollup(all);
    expect(rolled[0]).toMatchObject({ kind: 'domain', name: 'ms.co', total: 4, severity: 'red' });
    expect(rolled.map(({ name }) => name)).toContain('microsoft');
    expect(inboxRollup(all.toReversed())).toEqual(rolled);
  });
});
