import { type Fetch, InstantlyError } from '#instantly';
import { MINUTE_MS, SECOND_MS } from '#model';
import { answerOf, type ModelAnswer, type ModelWorkspace } from './instantly-model.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/** What is wrong with everything for a while. `crowded`: other tools of the user eat up the limit. */
export type Outage = 'offline' | 'api_down' | 'crowded';

/** What a key is to Instantly. */
export interface ModelKey {
  readonly workspace: ModelWorkspace;
  readonly generation: number;
  /** 200 while it is good; 401 revoked, 402 no plan. */
  readonly status: 200 | 401 | 402;
}

/** One question on its way. */
export interface Request {
  readonly key: string;
  readonly known: ModelKey | undefined;
  readonly url: string;
  readonly sentAt: number;
  readonly workerId: number;
}

/** How a question ended. */
export interface Ending {
  readonly request: Request;
  /** HTTP status; 0 when nothing came. */
  readonly status: number;
  /** Whether what came is whole and as documented. */
  readonly isWhole: boolean;
}

/** What the network needs of the rest of the simulation. */
export interface NetworkWorld {
  readonly timeline: Timeline;
  /** Runs something on the user's computer, which may sleep. */
  readonly afterAwake: (delayMs: number, act: () => void) => void;
  readonly random: Random;
  /** Share of questions that go wrong on their own, 0 to 1. */
  readonly faults: number;
  readonly keys: ReadonlyMap<string, ModelKey>;
  readonly outage: () => Outage | null;
  readonly onSent: (request: Request) => void;
  readonly onEnded: (ending: Ending) => void;
}

interface Reply {
  readonly delayMs: number;
  readonly answer: (ModelAnswer & { readonly retryAfter?: string }) | 'reset' | 'timeout';
  readonly isWhole: boolean;
}

const RETRY_AFTER = ['1', '30', '120', '0', '-5', '1e12', 'soon', 'Thu, 19 Nov 2026 15:30:00 GMT'];
const TIMEOUT_MS = 10 * SECOND_MS;

const broken = (status: number, body: string, retryAfter?: string): Omit<Reply, 'delayMs'> => ({
  answer: { status, body, ...(retryAfter !== undefined && { retryAfter }) },
  isWhole: false,
});

/** Every way in which a single answer goes wrong. */
const FAULTS: readonly ((random: Random, whole: ModelAnswer) => Omit<Reply, 'delayMs'>)[] = [
  () => broken(429, '{"message":"Too Many Requests"}'),
  (random) => broken(429, '', random.pick(RETRY_AFTER)),
  () => broken(500, '{"message":"Internal Server Error"}'),
  () => broken(502, '<html>Bad Gateway</html>'),
  () => broken(503, '', '20'),
  (_, { body }) => broken(200, body.slice(0, body.length / 2)),
  () => broken(200, '<html>Welcome to the hotel</html>'),
  () => broken(200, ''),
  () => ({ answer: 'reset', isWhole: false }),
  () => ({ answer: 'reset', isWhole: false }),
  () => ({ answer: 'timeout', isWhole: false }),
];

const DURING: Readonly<Record<Outage, (random: Random) => Reply>> = {
  offline: () => ({ delayMs: 20, answer: 'reset', isWhole: false }),
  api_down: () => ({ delayMs: 200, ...broken(503, '<html>Unavailable</html>') }),
  crowded: (random) => ({
    delayMs: 100,
    ...broken(429, '', random.chance(0.5) ? '60' : undefined),
  }),
};

// A real Response hands out its body in turns of the event loop of which simulated time would know nothing.
const responseOf = ({ status, body, retryAfter }: ModelAnswer & { retryAfter?: string }) => {
  const pieces = [new TextEncoder().encode(body)];
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name: string) => (name === 'Retry-After' ? (retryAfter ?? null) : null) },
    body: {
      getReader: () => ({
        read: async () => {
          const value = pieces.shift();
          return { done: value === undefined, value };
        },
        cancel: async () => undefined,
      }),
    },
  } as unknown as Response;
};

const keyOf = (init: RequestInit): string =>
  String((init.headers as Record<string, string>)['Authorization']).slice('Bearer '.length);

/** The way from workers to Instantly. */
export const createNetwork = (world: NetworkWorld) => {
  const { timeline, random } = world;

  const replyTo = (request: Request): Reply => {
    const outage = world.outage();
    if (outage !== null) return DURING[outage](random);
    const delayMs = Math.round(60 + random.untilNext(80));
    const { known } = request;
    if (known === undefined || known.status !== 200) {
      const status = known?.status ?? 401;
      return {
        delayMs,
        answer: { status, body: '{"message":"Invalid API key"}' },
        isWhole: true,
      };
    }
    const whole = answerOf(known.workspace, request.url, timeline.now());
    const isWhole = !whole.isOfAnother;
    if (!random.chance(world.faults)) return { delayMs, answer: whole, isWhole };
    const fault = random.pick(FAULTS)(random, whole);
    return { delayMs: fault.answer === 'timeout' ? TIMEOUT_MS : delayMs, ...fault };
  };

  /** What reaches the worker of a reply; the connection may have been lost in the computer's sleep. */
  const endingOf = (request: Request, { delayMs, answer, isWhole }: Reply): Ending => {
    const isLost = timeline.now() - request.sentAt > delayMs + MINUTE_MS;
    const isAnswer = typeof answer === 'object' && !isLost;
    return { request, status: isAnswer ? answer.status : 0, isWhole: isAnswer && isWhole };
  };

  /** The fetch of one worker. Nothing that comes back reaches a dead one. */
  return (workerId: number, isDead: () => boolean): Fetch =>
    (url, init) =>
      new Promise((resolve, reject) => {
        const key = keyOf(init);
        const known = world.keys.get(key);
        const request: Request = { key, known, url, sentAt: timeline.now(), workerId };
        world.onSent(request);
        const reply = replyTo(request);
        world.afterAwake(reply.delayMs, () => {
          if (isDead()) return;
          const ending = endingOf(request, reply);
          world.onEnded(ending);
          if (ending.status !== 0 && typeof reply.answer === 'object') {
            resolve(responseOf(reply.answer));
          } else if (reply.answer === 'timeout') reject(new InstantlyError('timeout'));
          else reject(new TypeError('Failed to fetch'));
        });
      });
};
