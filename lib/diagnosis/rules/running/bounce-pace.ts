import { cause, type Rule } from '../../cause.ts';

/** Instantly's own policy: below 3 % is fine, above 5 % stop and clean the list (INSTANTLY.md 2.6). */
const WATCH = 0.03;
const STOP = 0.05;
/** Below this many mails a rate is noise. */
const FEWEST_MAILS = 100;

/** Mails bounce at a rate at which bounce protection is near. */
export const bouncePace: Rule = ({ leads, campaign }) => {
  const { sent, bounced } = leads ?? {};
  if (sent === undefined || bounced === undefined || sent < FEWEST_MAILS) return null;
  const rate = bounced / sent;
  if (rate < WATCH || rate > 1) return null;
  const isHigh = rate > STOP;
  return cause('bounce_pace', isHigh ? 'amber' : 'blue', {
    needsPerson: isHigh,
    loss: 0,
    params: { rate, count: bounced, sent, isProtected: campaign.isBounceProtectOff !== true },
    actions: ['open_leads', 'pause_campaign'],
  });
};
