import type { Incident, InstantMs } from '#model';
import { isolate } from '#words';
import type { DashboardWords } from './words.ts';

/** What is said of one incident. */
export interface IncidentText {
  readonly headline: string;
  /** The evidence: which inboxes, what they answered. */
  readonly explanation: string;
  /** How many campaigns, and what it costs today. */
  readonly reach: string;
  /** What mending it would give; empty when nothing is known. */
  readonly lever: string;
}

const LEVERS = [
  'inbox_login_lost',
  'inboxes_disconnected',
  'inbox_bad_lead',
  'inbox_transient_error',
] as const;

const leverOf = (incident: Incident, headline: string, words: DashboardWords): string => {
  const { code, restores: count, subject, loss } = incident;
  if (count > 0) {
    const own = LEVERS.find((lever) => lever === code);
    if (own && subject.kind === 'inboxes') {
      return words.t(`incident.lever.${own}`, { count, inboxes: subject.addresses.length });
    }
    return code === 'empty_tag'
      ? words.t('incident.lever.empty_tag', { count })
      : words.t('incident.lever.other', { headline, count });
  }
  return loss ? words.t('incident.lever.volume', { headline, count: loss }) : '';
};

/** Words one incident for somebody who reads it at `now`. */
export const incidentText = (
  incident: Incident,
  words: DashboardWords,
  now: InstantMs,
): IncidentText => {
  const { params, campaignIds, loss, subject } = incident;
  const known =
    subject.kind === 'inboxes'
      ? { count: subject.addresses.length, addresses: subject.addresses, ...params }
      : params;
  const said = words.cause({ ...incident, params: known }, now);
  const headline = said.headline || isolate(incident.code);
  const reach = [
    words.t('unit.campaign', { count: campaignIds.length }),
    loss ? words.t('popup.lostToday', { count: loss }) : '',
  ];
  return {
    headline,
    explanation: said.explanation,
    reach: reach.filter(Boolean).join(' · '),
    lever: leverOf(incident, headline, words) || said.advice,
  };
};
