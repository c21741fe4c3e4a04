import type { Around } from '../stage.ts';

const SUMMARY =
  'This campaign has stopped because both of its sending accounts lost their connection at 14:40. ' +
  'Reconnect them in Settings › Email accounts; 84 follow-ups will then go out first.';

/** What Instantly may say when it is asked for its AI summary; without an answer the page keeps asking. */
export const SUMMARIES: Readonly<Record<string, Partial<Around>>> = {
  answered: { answers: { 'ask.aiSummary': { ok: true, summary: SUMMARY } } },
  none: { answers: { 'ask.aiSummary': { ok: true, summary: null } } },
  refused: {
    answers: {
      'ask.aiSummary': {
        ok: false,
        problem: { kind: 'scope_missing', scopes: ['campaigns:read'] },
      },
    },
  },
  asking: {},
};
