// The floors of docs/architecture.md: a file imports only from lower floors, of another room only its face,
// and rooms on one floor do not import each other.

const FLOORS = [
  { rooms: ['lib/model'] },
  { rooms: ['lib/forecast', 'lib/words'] },
  { rooms: ['lib/diagnosis', 'lib/instantly', 'lib/incidents'] },
  { rooms: ['lib/store', 'lib/vault'] },
  { rooms: ['lib/gateway', 'lib/messages', 'lib/demo', 'lib/transfer'] },
  { rooms: ['components', 'lib/overlay', 'lib/watch', 'lib/alerts', 'lib/actions'] },
  { rooms: ['lib/answers'] },
  { rooms: ['entrypoints'] },
  { rooms: ['sandbox', 'tools', 'tests', 'bench'] },
];

// Rooms with more than one face name them here; every other room has index.ts alone.
const FACES = {
  'lib/store': '(read|write|settings|look|first-head)\\.ts$',
  'lib/messages': '(index|guard)\\.ts$',
  components: '[a-z-]+/(index|model)\\.tsx?$|^components/[a-z-]+/[a-z-]+\\.css$',
};

// A planted mistake stands in tests/floors/planted/<room>/… and is judged as if it stood in the room itself.
const at = (path) => `^(tests/floors/planted/)?${path}/`;

// What stands on the top floor may use all of the house.
const TOP = FLOORS.length - 1;

const ROOMS = FLOORS.flatMap(({ rooms }, floor) => rooms.map((room) => ({ room, floor })));

const floorRules = ROOMS.map(({ room, floor }) => ({
  name: `floor-${room.replace('/', '-')}`,
  comment: 'Imports go down only, and never sideways on one floor.',
  severity: 'error',
  from: { path: at(room) },
  to: {
    path: ROOMS.filter((other) => other.room !== room && other.floor >= floor && floor < TOP)
      .map((other) => at(other.room))
      .concat('^a-room-that-is-nowhere/'),
  },
}));

const faceRules = ROOMS.filter(({ room, floor }) => floor < TOP && room !== 'entrypoints').map(
  ({ room }) => ({
    name: `face-${room.replace('/', '-')}`,
    comment: 'Another room is entered by its face only.',
    severity: 'error',
    from: {
      path: '.',
      // The faces import what this tool writes.
      pathNot: [
        at(room),
        '\\.test\\.tsx?$',
        '^tests/(?!floors/planted)',
        '^tools/rule-index\\.ts$',
      ],
    },
    to: {
      path: at(room),
      pathNot: `^(tests/floors/planted/)?${room}/${FACES[room] ?? 'index\\.ts$'}`,
    },
  }),
);

const ban = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: to },
});

const NPM = (name) => `(^|/)node_modules/${name}/`;

export default {
  forbidden: [
    ...floorRules,
    ...faceRules,
    ban(
      'surfaces-neither-call-nor-write',
      'Surfaces neither call the API nor write.',
      [at('components'), at('lib/overlay')],
      [at('lib/instantly'), at('lib/gateway'), at('lib/vault'), '^lib/store/write\\.ts$'],
    ),
    ban(
      'overlay-has-no-store',
      'In a content script IndexedDB is the page’s own.',
      at('lib/overlay'),
      at('lib/store'),
    ),
    {
      ...ban(
        'no-zod-on-surfaces',
        'The background has validated; popup and panel stay small.',
        [
          at('components'),
          at('lib/overlay'),
          at('lib/words'),
          at('lib/store'),
          '^lib/messages/index\\.ts$',
          at('entrypoints/(popup|options|dashboard|confirm|instantly\\.content)'),
        ],
        NPM('zod'),
      ),
      to: { path: NPM('zod'), reachable: true },
    },
    ban(
      'simulation-knows-no-answers',
      'Its agreement with the engine would prove nothing.',
      at('sandbox'),
      [at('lib/forecast'), at('lib/diagnosis'), at('lib/incidents')],
    ),
    ban(
      'pure-rooms',
      'Pure rooms know neither browser nor Preact nor zod.',
      [
        at('lib/model'),
        at('lib/words'),
        at('lib/forecast'),
        at('lib/diagnosis'),
        at('lib/incidents'),
      ],
      [NPM('(wxt|webextension-polyfill|@wxt-dev|preact|@preact|zod|idb)')],
    ),
    ban(
      'only-zod-mini',
      'Full zod probes eval and is 20 kB larger.',
      '^',
      '(^|/)node_modules/zod/(index|v4/classic|v4/index|v3)',
    ),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      comment: 'A rule cannot judge an import it cannot find.',
      severity: 'error',
      from: { pathNot: '^tests/floors/planted/' },
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.output/', '^\\.wxt/', '^artifacts/', '^\\.stryker-tmp/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'browser', 'default'],
    },
  },
};
