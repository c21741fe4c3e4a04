import type { OwnCauseCode } from '#model';
import { cause, type Rule } from '../../cause.ts';

const RESTING: readonly OwnCauseCode[] = [
  'inboxes_paused',
  'inboxes_in_maintenance',
  'inbox_setup_pending',
];

/** Inboxes that are off without being broken: paused by a person, in maintenance, not set up yet. */
export const restingInboxes: Rule = ({ downInboxes, totalInboxes, inboxes }) =>
  RESTING.flatMap((code) => {
    const group = downInboxes.filter(({ triage }) => triage.code === code);
    if (group.length === 0) return [];
    const isAll = inboxes.isComplete && group.length === inboxes.each.length;
    const needsPerson = isAll && code !== 'inboxes_in_maintenance';
    return [
      cause(code, isAll ? (needsPerson ? 'red' : 'amber') : 'blue', {
        needsPerson,
        params: {
          count: group.length,
          inboxes: totalInboxes ?? null,
          addresses: group.map(({ facts }) => facts.address).slice(0, 100),
        },
        actions: code === 'inboxes_paused' ? ['resume_inbox', 'open_accounts'] : ['open_accounts'],
      }),
    ];
  });
