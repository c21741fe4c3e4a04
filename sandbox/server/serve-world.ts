import { createHash } from 'node:crypto';
import type { InstantMs } from '#model';
import { createWebApp, type WebAppWorkspace } from '../web-app/index.ts';
import { type Audit, createAudit } from './audit.ts';
import { makeCertificate } from './certificate.ts';
import { type Delivery, jsonReply, type Reply, spoil, textReply } from './delivery.ts';
import { createFaultScript, type FaultScript } from './faults.ts';
import { type ReceivedRequest, startHttpsServer } from './https-server.ts';
import { bearerKey, keyTail, type LoggedRequest } from './request-log.ts';
import type { World } from './world.ts';
import { createWorldClock, type WorldClock } from './world-clock.ts';

/** The hosts that the sandbox stands in for. */
export const API_HOST = 'api.instantly.ai';
export const APP_HOST = 'app.instantly.ai';

/** A running stand-in for Instantly: API and web app on one local port, told apart by the host name. */
export interface Sandbox {
  readonly port: number;
  readonly apiOrigin: string;
  readonly appOrigin: string;
  readonly clock: WorldClock;
  readonly faults: FaultScript;
  /** Of the API's requests only. */
  readonly audit: Audit;
  /** All requests so far, of both hosts, oldest first. */
  readonly requests: readonly LoggedRequest[];
  close(): Promise<void>;
}

/** `startMs` is the world's time now, by default the real time; `port` 0 or absent takes a free one. */
export interface ServeOptions {
  readonly world: World;
  readonly startMs?: InstantMs;
  readonly port?: number;
}

const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// The audit tells keys apart without holding them.
const digest = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);

const webAppWorkspace = (world: World, key: string, clock: WorldClock): WebAppWorkspace => {
  const ask = (path: string, query: URLSearchParams): unknown =>
    world.answer(
      { method: 'GET', path, query, headers: { authorization: `Bearer ${key}` } },
      clock.now(),
    ).body;
  const { name } = ask('/api/v2/workspaces/current', new URLSearchParams()) as { name?: string };
  return { name: name ?? 'Workspace', ask };
};

/** Serves a world over HTTPS. The API sends no CORS headers: only host permission can read it. */
export const serveWorld = async ({ world, startMs, port }: ServeOptions): Promise<Sandbox> => {
  const clock = createWorldClock(startMs ?? Date.now(), Date.now);
  const faults = createFaultScript();
  const audit = createAudit();
  const requests: LoggedRequest[] = [];
  const webApp = await createWebApp(
    world.webAppKeys.map((key) => webAppWorkspace(world, key, clock)),
  );

  const answerApi = (request: ReceivedRequest): Reply => {
    const { method, url, headers, body } = request;
    const parsed = parseBody(body);
    const answer = world.answer(
      {
        method,
        path: url.pathname,
        query: url.searchParams,
        headers,
        ...(parsed !== undefined && { body: parsed }),
        receivedAtMs: Date.now(),
      },
      clock.now(),
    );
    return jsonReply(answer.status, answer.body, answer.headers);
  };

  const answerApp = ({ url }: ReceivedRequest): Reply => {
    if (url.pathname === '/') {
      return { status: 302, headers: { location: '/app/campaigns' }, body: Buffer.alloc(0) };
    }
    const { status, contentType, body } = webApp.answer(url.pathname, url.searchParams);
    return textReply(status, contentType, body);
  };

  const route = (request: ReceivedRequest): Reply => {
    if (request.host === API_HOST) return answerApi(request);
    if (request.host === APP_HOST) return answerApp(request);
    return textReply(421, 'text/plain', 'The sandbox stands in for Instantly only.\n');
  };

  const handle = async (request: ReceivedRequest): Promise<Delivery> => {
    const key = bearerKey(request.headers['authorization']);
    const logged: LoggedRequest = {
      at: clock.now(),
      host: request.host,
      method: request.method,
      path: request.url.pathname,
      query: request.url.search,
      authTail: keyTail(key),
      httpVersion: request.httpVersion,
    };
    requests.push(logged);
    if (request.host === API_HOST) {
      // An admin key acts on many workspaces, each with a limit of its own.
      const actsOn = request.headers['x-as-workspace'] ?? '';
      const caller = key === undefined ? 'none' : digest(key) + actsOn;
      audit.record(caller, logged.path, performance.now());
    }
    return spoil(route(request), faults.take(logged));
  };

  const certificate = await makeCertificate([APP_HOST, API_HOST]);
  const server = await startHttpsServer(certificate, port ?? 0, handle);
  return {
    port: server.port,
    apiOrigin: `https://${API_HOST}`,
    appOrigin: `https://${APP_HOST}`,
    clock,
    faults,
    audit,
    requests,
    close: server.close,
  };
};
