import { MINUTE_MS, SECOND_MS } from '#model';
import type { Audit } from './audit.ts';
import type { Ending, Request } from './network.ts';

/** 5 a second and a burst of 5 (QUALITY.md B3). */
const OWN = { perSecond: 10, perMinute: 300 };
const INSTANTLYS = { perSecond: 100, perMinute: 6_000 };

interface Traffic {
  /** Of the last minute. */
  readonly sentAt: number[];
  readonly inFlight: Map<string, number>;
}

/** Counts every request where it arrives, in true time. */
export const createBudgetAudit = (audit: Audit) => {
  const traffics = new Map<string, Traffic>();
  let most = 0;

  const trafficOf = (workspaceId: string): Traffic => {
    const standing = traffics.get(workspaceId);
    if (standing) return standing;
    const fresh: Traffic = { sentAt: [], inFlight: new Map() };
    traffics.set(workspaceId, fresh);
    return fresh;
  };

  /** Two workers may ask the same: the first died and never hears the answer. */
  const questionOf = ({ workerId, url, key }: Request): string => `${workerId} ${key} ${url}`;

  return {
    /** Most requests seen in one minute of one workspace. */
    mostPerMinute: () => most,
    sent: (workspaceId: string, request: Request): void => {
      const { sentAt, inFlight } = trafficOf(workspaceId);
      const now = request.sentAt;
      sentAt.push(now);
      while ((sentAt[0] ?? now) <= now - MINUTE_MS) sentAt.shift();
      let perSecond = 0;
      for (let place = sentAt.length - 1; place >= 0; place -= 1) {
        if ((sentAt[place] ?? 0) <= now - SECOND_MS) break;
        perSecond += 1;
      }
      const perMinute = sentAt.length;
      most = Math.max(most, perMinute);
      const said = () => `${perSecond} in a second, ${perMinute} in a minute`;
      audit.check('ownBudget', perSecond <= OWN.perSecond && perMinute <= OWN.perMinute, said);
      audit.check(
        'instantlysLimit',
        perSecond <= INSTANTLYS.perSecond && perMinute <= INSTANTLYS.perMinute,
        said,
      );
      const question = questionOf(request);
      const isTwin = (inFlight.get(question) ?? 0) > 0;
      audit.check('noTwins', !isTwin, () => request.url);
      inFlight.set(question, (inFlight.get(question) ?? 0) + 1);
    },
    ended: (workspaceId: string, { request }: Ending): void => {
      const { inFlight } = trafficOf(workspaceId);
      const question = questionOf(request);
      const left = (inFlight.get(question) ?? 1) - 1;
      if (left > 0) inFlight.set(question, left);
      else inFlight.delete(question);
    },
    /** What the dead asked never ends. */
    workerDied: (): void => {
      for (const { inFlight } of traffics.values()) inFlight.clear();
    },
  };
};
