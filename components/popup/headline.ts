import type { HealthCounts, Incident, Verdict } from '#model';
import { HEALTHS, needsPerson } from '#model';
import { nameText } from '#words';
import type { PopupWords } from './words.ts';

const total = (counts: HealthCounts): number =>
  HEALTHS.reduce((sum, health) => sum + counts[health], 0);

/** The answer in one line: how many need a person, or that none does. `silenced`: of those, how many nobody is told of. */
export const headlineOf = (counts: HealthCounts, words: PopupWords, silenced = 0): string => {
  const all = total(counts);
  const needing = counts.blocked + counts.degraded - silenced;
  const switchedOn = all - counts.inactive;
  if (all === 0) return words.t('popup.noCampaigns');
  if (needing > 0) return words.t('popup.needYou', { count: needing });
  if (switchedOn === 0) return words.t('popup.allOff');
  if (counts.unknown === switchedOn) return words.t('popup.allUnknown');
  if (counts.unknown > 0) return words.t('popup.someUnknown', { count: counts.unknown });
  if (counts.healthy === switchedOn) return words.t('popup.allSending', { count: switchedOn });
  const isAtRest = counts.healthy === 0 && silenced === 0;
  return words.t(isAtRest ? 'popup.resting' : 'popup.noneNeedsYou');
};

/** "27 sending, 6 limited and 11 off." */
const tally = (counts: HealthCounts, words: PopupWords): string => {
  const parts = HEALTHS.filter((health) => counts[health] > 0).map((health) =>
    words.t(`popup.tally.${health}`, { count: counts[health] }),
  );
  return words.t('popup.tally', { parts: new Intl.ListFormat(words.locale).format(parts) });
};

/** The lever: what helps most campaigns at once, else the first campaign to look at, else how the fleet stands. */
export const adviceOf = (
  counts: HealthCounts,
  incidents: readonly Incident[],
  verdicts: readonly Verdict[],
  words: PopupWords,
): string => {
  if (total(counts) === 0) return words.t('popup.noCampaignsText');
  const isNeeded = counts.blocked + counts.degraded > 0;
  // While nothing is known for sure, nothing is advised.
  if (!isNeeded && counts.unknown > 0 && counts.unknown === total(counts) - counts.inactive) {
    return words.t('popup.allUnknownText');
  }
  const incident = isNeeded && incidents.find(({ restores }) => restores > 0);
  if (incident) {
    const { subject, params, restores, actions } = incident;
    const count = restores;
    if (subject.kind === 'inboxes' && actions.includes('open_accounts')) {
      // The head has not room for all addresses, but keeps how many there are.
      const inboxes = Math.max(Number(params['inboxes'] ?? 0), subject.addresses.length);
      return words.t('popup.advice.reconnect', { count, inboxes });
    }
    const { headline } = words.cause(incident, incident.since);
    if (headline) return words.t('popup.advice.restores', { count, headline });
  }
  const costly = incidents.find(({ loss }) => (loss ?? 0) >= 1);
  if (costly) {
    const { headline } = words.cause(costly, costly.since);
    const count = Math.round(costly.loss ?? 0);
    if (headline) return words.t('popup.advice.volume', { count, headline });
  }
  const worst = verdicts.find(({ health }) => needsPerson(health));
  const cause = worst?.causes[0];
  const headline = cause && words.cause(cause, worst.observedAt).headline;
  return worst && headline
    ? words.t('popup.advice.first', {
        name: nameText(worst.name, words.t('popup.unnamed'), 60),
        headline,
      })
    : tally(counts, words);
};
