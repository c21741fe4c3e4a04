import type { AuditEntry } from '#messages';
import type { Scene } from '../scene.ts';
import type { Around } from '../stage.ts';
import { NOW, PAUSED } from '../stages.ts';
import { inTurn, press, type } from './acts.ts';

const logOf = (entry: Partial<AuditEntry>): Partial<Around> => ({
  answers: {
    'ask.auditLog': {
      entries: [
        {
          at: NOW - 60 * 60_000,
          kind: 'campaign_paused',
          by: null,
          isFromApi: true,
          campaignId: PAUSED.campaignId,
          ...entry,
        },
      ],
      problem: null,
    },
  },
});
const REFUSED = {
  answers: {
    'ask.auditLog': {
      entries: [],
      problem: { kind: 'scope_missing', scopes: ['audit_logs:read'] },
    },
  },
};

const ask = press('[data-ask-who]');
const openRow = inTurn(
  type('input[type=search]', PAUSED.name.slice(0, 12)),
  press(`[data-campaign-id="${PAUSED.campaignId}"] > button`),
);

type Rest = Pick<Scene, 'around' | 'act' | 'locale'>;

const SCENES_OF: Readonly<Record<string, Rest>> = {
  paused: {},
  'paused-told': { around: logOf({}), act: ask },
  'paused-told-by': { around: logOf({ by: 'Ann', isFromApi: false }), act: ask },
  'paused-refused': { around: REFUSED, act: ask },
  'accented-paused': { around: logOf({}), act: ask, locale: 'accented' },
};

/** Who paused a campaign, where it says that it is paused. */
export const pauseScenes: readonly Scene[] = [
  ...Object.entries(SCENES_OF).map(
    ([name, rest]): Scene => ({
      surface: 'dashboard',
      name,
      stage: 'problems',
      hash: `#/campaign/${PAUSED.campaignId}`,
      ...rest,
    }),
  ),
  {
    surface: 'popup',
    name: 'row-open-paused',
    stage: 'problems',
    size: { width: 400, height: 900 },
    around: logOf({}),
    act: inTurn(openRow, ask),
  },
];
