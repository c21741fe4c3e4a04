import type { Scene } from '../scene.ts';
import type { Around } from '../stage.ts';
import { workspaceIdOf } from '../stage.ts';
import { NOW, STAGE_OF_STATE } from '../stages.ts';
import { inTurn, press, scrollTo, type } from './acts.ts';
import { alertsScenes } from './alerts.ts';
import { LOCKED } from './locked.ts';

const OPTIONS = 'options';
const KEY = 'a-key-that-nobody-has-0123456789';
const connect = inTurn(type('#key', KEY), press('#connect button[type=submit]'));

/** The sections of the page; the gallery's test compares them with the page's own links. */
export const OPTION_SECTIONS = [
  'workspaces',
  'checking',
  'alerts',
  'changes',
  'appearance',
  'data',
  'about',
] as const;

const refused = (problem: unknown): Partial<Around> => ({
  answers: { 'workspace.connect': { ok: false, problem } },
});

const PROBLEMS = {
  key_rejected: { code: 'key_rejected', message: 'Invalid API key' },
  no_plan: { code: 'no_plan', message: 'Your plan has no API access' },
  scope_missing: {
    code: 'scope_missing',
    scopes: ['campaigns:read'],
    message: 'Insufficient scope',
  },
  permission_missing: { code: 'permission_missing' },
  offline: { code: 'offline' },
  rate_limited: { code: 'rate_limited', until: NOW + 60_000 },
  empty: { code: 'empty' },
  locked: { code: 'locked' },
} as const;

const sections: readonly Scene[] = OPTION_SECTIONS.flatMap((section) => [
  {
    surface: OPTIONS,
    name: `section-${section}`,
    stage: 'problems',
    act: scrollTo(`#${section}`),
  } as const,
]);

const states: readonly Scene[] = Object.values(STAGE_OF_STATE).map((stage) => ({
  surface: OPTIONS,
  name: stage,
  stage,
  around: stage === 'locked' ? LOCKED : {},
}));

const changes: readonly Scene[] = [
  {
    surface: OPTIONS,
    name: 'changes-allowed',
    stage: 'problems',
    around: { settings: { areChangesAllowed: true } },
    act: scrollTo('#changes'),
  },
  {
    surface: OPTIONS,
    name: 'changes-switched',
    stage: 'problems',
    act: inTurn(scrollTo('#changes'), press('#set-areChangesAllowed')),
  },
];

const problems: readonly Scene[] = Object.entries(PROBLEMS).map(([name, problem]) => ({
  surface: OPTIONS,
  name: `connect-${name}`,
  stage: 'empty',
  around: refused(problem),
  act: connect,
}));

const openMembers = press('[data-opens=members]');
const member = (place: number, name: string, isWatched = false) => ({
  id: workspaceIdOf(place),
  name,
  isWatched,
});
const MEMBERS = [
  member(0, 'Northwind Outbound', true),
  member(4, 'Adatum Recruiting'),
  member(5, 'Contoso Growth — DACH and Benelux, second brand'),
  member(6, ''),
  member(7, '<b>Fabrikam</b> \u202eDE'),
  member(8, 'Litware'),
  member(9, 'Proseware'),
  member(10, 'Tailspin Toys'),
  member(11, 'Wingtip'),
];
const ofGroup = (answers: Around['answers']): Partial<Around> => ({
  answers: { 'workspace.members': { ok: true, members: MEMBERS }, ...answers },
});
const addMembers = inTurn(
  openMembers,
  press('.members .all input'),
  press('form:has(.members) [type=submit]'),
);

/** The further workspaces of an admin key. */
const members: readonly Scene[] = [
  { name: 'members', around: ofGroup({}), act: openMembers } as const,
  {
    name: 'members-asking',
    around: ofGroup({ 'workspace.members': undefined }),
    act: openMembers,
    isWaiting: true,
  } as const,
  {
    name: 'members-none',
    around: ofGroup({ 'workspace.members': { ok: true, members: [] } }),
    act: openMembers,
  } as const,
  {
    name: 'members-refused',
    around: ofGroup({
      'workspace.members': {
        ok: false,
        problem: {
          code: 'scope_missing',
          scopes: ['workspace_group_members:read'],
          message: 'Insufficient scope',
        },
      },
    }),
    act: openMembers,
  } as const,
  {
    name: 'members-adding',
    around: ofGroup({ 'workspace.addMember': undefined }),
    act: addMembers,
    isWaiting: true,
  } as const,
  {
    name: 'members-failed',
    around: ofGroup({
      'workspace.addMember': { ok: false, problem: { code: 'not_a_member', message: 'Forbidden' } },
    }),
    act: addMembers,
  } as const,
  {
    name: 'members-added',
    around: ofGroup({
      'workspace.addMember': {
        ok: true,
        workspaceId: workspaceIdOf(4),
        name: 'Adatum Recruiting',
        abilities: {},
        isReplaced: false,
      },
    }),
    act: addMembers,
  } as const,
].map((scene) => ({ surface: OPTIONS, stage: 'problems', ...scene }));

const more: readonly Scene[] = [
  ...(['full', 'refused'] as const).map(
    (trouble): Scene => ({
      surface: OPTIONS,
      name: `storage-${trouble}`,
      stage: 'problems',
      around: { trouble },
      ready: `[data-state=storage_${trouble}]`,
    }),
  ),
  {
    surface: OPTIONS,
    name: 'compact-hours-12',
    stage: 'several',
    around: { settings: { density: 'compact', timeFormat: 'h12' } },
  },
  { surface: OPTIONS, name: 'first-run', stage: 'empty', isWhole: true },
  { surface: OPTIONS, name: 'first-run-checking', stage: 'first_check_start' },
  { surface: OPTIONS, name: 'connecting', stage: 'empty', isWaiting: true, act: connect },
  {
    surface: OPTIONS,
    name: 'first-run-done',
    stage: 'problems',
    around: {
      answers: {
        'workspace.connect': {
          ok: true,
          workspaceId: workspaceIdOf(0),
          name: 'Northwind Outbound',
          abilities: {},
          isReplaced: false,
        },
      },
    },
    act: connect,
  },
  { surface: OPTIONS, name: 'whole', stage: 'problems', isWhole: true },
  { surface: OPTIONS, name: 'demo', stage: 'demo' },
  { surface: OPTIONS, name: 'several', stage: 'several' },
  { surface: OPTIONS, name: 'hostile', stage: 'hostile' },
  {
    surface: OPTIONS,
    name: 'loading',
    stage: 'problems',
    around: { isStoreHanging: true, answers: {} },
    isWaiting: true,
  },
  {
    surface: OPTIONS,
    name: 'no-answer',
    stage: 'problems',
    around: { answers: { 'vault.state': null, 'workspace.checkKey': null } },
    act: press('[data-workspace-id] .actions button, [data-workspace-id] button.button'),
  },
  {
    surface: OPTIONS,
    name: 'this-computer-offline',
    stage: 'problems',
    around: { isOffline: true },
  },
  { surface: OPTIONS, name: 'remove', stage: 'problems', act: press('[data-opens=remove]') },
  { surface: OPTIONS, name: 'rename', stage: 'problems', act: press('[data-opens=rename]') },
  {
    surface: OPTIONS,
    name: 'unlock-wrong',
    stage: 'locked',
    around: LOCKED,
    act: inTurn(type('.unlock input', 'not it'), press('.unlock button')),
  },
  {
    surface: OPTIONS,
    name: 'passphrase',
    stage: 'problems',
    act: inTurn(press('#keep-passphrase'), scrollTo('[data-mode]')),
  },
  {
    surface: OPTIONS,
    name: 'erase',
    stage: 'problems',
    act: inTurn(press('#data .card:last-child button.danger'), scrollTo('#data .card:last-child')),
  },
  { surface: OPTIONS, name: 'forced-colors', stage: 'problems', wish: 'forced-colors' },
  { surface: OPTIONS, name: 'zoom-200', stage: 'problems', wish: 'zoom-200' },
  { surface: OPTIONS, name: 'narrow', stage: 'several', size: { width: 320, height: 800 } },
  { surface: OPTIONS, name: 'narrow-first-run', stage: 'empty', size: { width: 400, height: 800 } },
  ...(['accented', 'mirrored'] as const).flatMap((locale): readonly Scene[] => [
    { surface: OPTIONS, name: `${locale}-first-run`, stage: 'empty', locale, isWhole: true },
    { surface: OPTIONS, name: `${locale}-whole`, stage: 'several', locale, isWhole: true },
    {
      surface: OPTIONS,
      name: `${locale}-remove`,
      stage: 'problems',
      locale,
      act: press('[data-opens=remove]'),
    },
    {
      surface: OPTIONS,
      name: `${locale}-refused`,
      stage: 'empty',
      locale,
      around: refused(PROBLEMS.permission_missing),
      act: connect,
    },
    {
      surface: OPTIONS,
      name: `${locale}-members-refused`,
      stage: 'problems',
      locale,
      around: members.find(({ name }) => name === 'members-refused')?.around ?? {},
      act: openMembers,
    },
    { surface: OPTIONS, name: `${locale}-locked`, stage: 'locked', locale, around: LOCKED },
  ]),
];

export const optionsScenes: readonly Scene[] = [
  ...sections,
  ...states,
  ...problems,
  ...changes,
  ...members,
  ...alertsScenes,
  ...more,
];
