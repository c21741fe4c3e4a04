import type { ChangeProgress, Confirmation } from '#messages';
import { type ChangePlan, MINUTE_MS } from '#model';
import type { Scene } from '../scene.ts';
import type { Around } from '../stage.ts';
import { NOW } from '../stages.ts';
import { inTurn, press, type } from './acts.ts';
import {
  ABOVE_CAP,
  limit,
  MANY,
  MANY_EFFECT,
  PAUSE,
  RESUME,
  record,
  THROTTLED,
} from './confirm-plans.ts';

const CONFIRM = 'confirm';
const BUTTON = '[data-confirm]:enabled';

const opened = (
  plans: readonly ChangePlan[],
  answers: Readonly<Record<string, unknown>> = {},
): Partial<Around> => ({
  answers: {
    'change.confirmation': {
      kind: 'open',
      plans,
      typed: plans[0]?.typed ?? null,
      effect: plans.length > 1 ? MANY_EFFECT : (plans[0]?.effect ?? null),
    } satisfies Confirmation,
    'change.open': { ok: true },
    'change.stop': { ok: true },
    'change.undo': { ok: true },
    ...answers,
  },
});

const told = (progress: ChangeProgress) => ({ 'change.apply': { ok: true, ...progress } });

const made = (plan: ChangePlan, outcome: Parameters<typeof record>[2]) =>
  opened([plan], told({ records: [record(plan, 0, outcome)], waiting: 0, isStopped: false }));

const wanted = MANY.filter(({ refusal }) => refusal === null);
const partly = (waiting: number, isStopped = false) =>
  told({
    records: wanted
      .slice(0, wanted.length - waiting)
      .map((plan, place) =>
        record(
          plan,
          place,
          place === 3
            ? { kind: 'failed', note: { code: 'refused', params: { message: 'Not allowed' } } }
            : { kind: 'waiting', until: NOW + 12 * MINUTE_MS },
        ),
      ),
    waiting,
    isStopped,
  });

const plans: Readonly<Record<string, Omit<Scene, 'surface' | 'name' | 'stage'>>> = {
  pause: { around: opened([PAUSE]) },
  resume: { around: opened([RESUME]) },
  limit: { around: opened([limit(430)]) },
  'limit-other': {
    around: opened([limit(430)], { 'change.whatIf': { plan: limit(500), typed: null } }),
    act: type('#figure', '0'),
  },
  'limit-impossible': {
    around: opened([limit(430)], { 'change.whatIf': { plan: null, typed: null } }),
    act: type('#figure', '0'),
  },
  'above-cap': { around: opened([ABOVE_CAP]) },
  'above-cap-typed': { around: opened([ABOVE_CAP]), act: type('#typed', '80'), ready: '#typed' },
  refused: { around: opened([THROTTLED]) },
  many: { around: opened(MANY), act: type('#typed', '12') },
  'many-refused': { around: opened(MANY.filter(({ refusal }) => refusal)) },
  'no-figures': { around: opened([{ ...PAUSE, effect: null, inverse: null }]) },
  gone: { around: opened([], { 'change.confirmation': { kind: 'gone' } }) },
  'read-only': { around: opened([], { 'change.confirmation': { kind: 'read_only' } }) },
  'no-answer': { around: opened([], { 'change.confirmation': null }) },
  asking: { around: opened([], { 'change.confirmation': undefined }), isWaiting: true },
};

const applied: Readonly<Record<string, Partial<Around>>> = {
  applying: opened([PAUSE], { 'change.apply': undefined }),
  pending: made(PAUSE, { kind: 'pending' }),
  waiting: made(PAUSE, { kind: 'waiting', until: NOW + 12 * MINUTE_MS }),
  verified: made(PAUSE, { kind: 'verified' }),
  'not-verified': made(PAUSE, { kind: 'not_verified', found: PAUSE.before }),
  failed: made(PAUSE, {
    kind: 'failed',
    note: { code: 'scope_missing', params: { scopes: ['campaigns:update'] } },
  }),
  ...Object.fromEntries(
    ['gone', 'read_only', 'not_as_shown', 'not_typed', 'not_planned'].map((problem) => [
      `problem-${problem}`,
      opened([PAUSE], { 'change.apply': { ok: false, problem } }),
    ]),
  ),
  'problem-no_answer': opened([PAUSE], { 'change.apply': null }),
};

const scene = (name: string, rest: Omit<Scene, 'surface' | 'name' | 'stage'>): Scene => ({
  surface: CONFIRM,
  name,
  stage: 'problems',
  hash: '#ticket',
  ...rest,
});

/** The window that confirms a change, from its first moment to what became of it. */
export const confirmScenes: readonly Scene[] = [
  ...Object.entries(plans).map(([name, rest]) => scene(name, rest)),
  ...Object.entries(applied).map(([name, around]) =>
    scene(name, { around, act: press(BUTTON), isWaiting: name === 'applying' }),
  ),
  ...([4, 0] as const).map((waiting) =>
    scene(waiting > 0 ? 'many-under-way' : 'many-partly', {
      around: opened(MANY, partly(waiting)),
      act: inTurn(type('#typed', '12'), press(BUTTON)),
    }),
  ),
  scene('many-stopped', {
    around: opened(MANY, partly(4, true)),
    act: inTurn(type('#typed', '12'), press(BUTTON)),
  }),
  ...(['accented', 'mirrored'] as const).flatMap((locale) => [
    scene(`${locale}-limit`, { around: opened([limit(430)]), locale }),
    scene(`${locale}-many`, { around: opened(MANY), locale }),
    scene(`${locale}-refused`, { around: opened([THROTTLED]), locale }),
    scene(`${locale}-partly`, {
      around: opened(MANY, partly(0)),
      locale,
      act: inTurn(type('#typed', '12'), press(BUTTON)),
    }),
  ]),
  scene('forced-colors', { around: opened([RESUME]), wish: 'forced-colors' }),
  scene('forced-colors-limit', { around: opened([limit(430)]), wish: 'forced-colors' }),
  scene('zoom-200', { around: opened([RESUME]), wish: 'zoom-200' }),
  scene('compact', { around: { ...opened([RESUME]), settings: { density: 'compact' } } }),
];
