import type { InboxFacts, OwnCauseCode, SmtpMessage } from '#model';
import { isUnseen } from '#model';

/** What is the matter with one inbox, decoded from its state and the mail server's last answer (DIAGNOSIS.md 3.3). */
export interface InboxTriage {
  /** The cause it gives to its campaigns; null: nothing is the matter, or nobody can say. */
  readonly code: OwnCauseCode | null;
  /** Undefined when Instantly did not say, or said something this version does not know. */
  readonly canSend: boolean | undefined;
  /** Whether resuming it is safe now, at most once in 24 hours. */
  readonly mayResume: boolean;
  readonly needsPerson: boolean;
  /** What the mail server answered, as evidence. Untrusted text. */
  readonly answer: string | null;
}

type Verdictlet = Omit<InboxTriage, 'answer'>;

const down = (code: OwnCauseCode, needsPerson: boolean, mayResume = false): Verdictlet => ({
  code,
  canSend: false,
  mayResume,
  needsPerson,
});

/** SMTP classes of 3.3. The first that matches decides, so the narrow ones come first. */
const CLASSES: readonly {
  readonly matches: (answer: SmtpAnswer) => boolean;
  readonly verdict: Verdictlet;
}[] = [
  // A recipient nobody can deliver to: the lead is bad, the inbox is innocent.
  {
    matches: ({ enhanced, text }) =>
      /^[45]\.1\.(1|2|10)$/.test(enhanced) ||
      /domain not found|recipient address rejected|user unknown|no such user/.test(text),
    verdict: down('inbox_bad_lead', true, true),
  },
  // Gmail's own quota. Resuming or reconnecting makes it worse.
  {
    matches: ({ enhanced, text }) =>
      enhanced === '5.4.5' || /daily (user )?sending (limit|quota)/.test(text),
    verdict: down('inbox_daily_quota', false),
  },
  {
    matches: ({ text, isTransient }) =>
      isTransient && /too many|rate limit|limit exceeded|throttl/.test(text),
    verdict: down('inbox_provider_cap', false),
  },
  {
    matches: ({ basic, enhanced, text }) =>
      ['530', '534', '535'].includes(basic) ||
      /^5\.7\.(3|8|9|14|139)$/.test(enhanced) ||
      /\beauth\b|authenticat|oauth|invalid_grant|password|credential|login|sign.?in|token/.test(
        text,
      ),
    verdict: down('inbox_login_lost', true),
  },
  {
    matches: ({ enhanced, isTransient, text }) =>
      !isTransient &&
      (enhanced.startsWith('5.7.') ||
        /\bspam|block(ed|list)|blacklist|reputation|policy/.test(text)),
    verdict: down('inbox_reputation', true),
  },
  {
    matches: ({ isTransient, text }) =>
      isTransient || /etimedout|econnreset|econnrefused|esocket|econnection|timeout/.test(text),
    verdict: down('inbox_transient_error', false, true),
  },
];

interface SmtpAnswer {
  /** Three digits, or empty. */
  readonly basic: string;
  /** As in `5.7.8`, or empty. */
  readonly enhanced: string;
  /** Everything there is, in lower case. */
  readonly text: string;
  readonly isTransient: boolean;
}

const readAnswer = (message: SmtpMessage): SmtpAnswer => {
  const text = [message.code, message.response, message.errorText]
    .filter((part) => part !== undefined)
    .join(' ')
    .toLowerCase();
  const basic = String(message.responseCode ?? /\b[245]\d\d(?=[\s-])/.exec(text)?.[0] ?? '');
  const enhanced = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? '';
  return {
    basic,
    enhanced,
    text,
    isTransient: basic.startsWith('4') || (basic === '' && enhanced.startsWith('4')),
  };
};

const triageError = (inbox: InboxFacts): Verdictlet => {
  const message = inbox.smtpMessage;
  if (message) {
    const answer = readAnswer(message);
    const found = CLASSES.find(({ matches }) => matches(answer));
    if (found) return found.verdict;
  }
  // Without an answer a lost connection means credentials; resuming alone reverts.
  return inbox.status === 'connection_error'
    ? down('inbox_login_lost', true)
    : down('inbox_error', true);
};

const triageStatus = (inbox: InboxFacts): Verdictlet => {
  const { status } = inbox;
  const fine: Verdictlet = { code: null, canSend: true, mayResume: false, needsPerson: false };
  if (status === undefined || isUnseen(status)) return { ...fine, canSend: undefined };
  switch (status) {
    case 'active':
      return inbox.isSetupPending === true ? down('inbox_setup_pending', false) : fine;
    case 'paused':
      return down('inboxes_paused', false, true);
    case 'maintenance':
      return down('inboxes_in_maintenance', false);
    case 'connection_error':
    case 'soft_bounce_error':
    case 'sending_error':
      return triageError(inbox);
  }
};

/** Decodes one inbox by SMTP class rather than by Instantly's −1, −2, −3, which blame innocent inboxes. */
export const triageInbox = (inbox: InboxFacts): InboxTriage => {
  const verdict = triageStatus(inbox);
  const { response, errorText, code } = inbox.smtpMessage ?? {};
  const isError = verdict.canSend === false && inbox.status !== 'paused';
  return { ...verdict, answer: isError ? (response ?? errorText ?? code ?? null) : null };
};
