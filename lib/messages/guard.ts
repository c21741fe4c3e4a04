import * as z from 'zod/mini';
import type { InstantMs } from '#model';
import {
  classifySender,
  type OwnIdentity,
  type SenderClass,
  type SenderFacts,
} from './classify-sender.ts';
import type { PanelTable } from './panel-messages.ts';
import { NO_RATES, type TabRates, takeMessage } from './rate-cap.ts';
import { EXTENSION_SCHEMAS, PANEL_SCHEMAS } from './schemas.ts';
import type { ExtensionTable } from './tables.ts';

export type { OwnIdentity, SenderFacts } from './classify-sender.ts';
export { pickTexts } from './pick-texts.ts';
export { projectCampaign } from './project-campaign.ts';
export {
  type CampaignMark,
  type InboxMark,
  type MarksFacts,
  projectCampaigns,
  projectInboxes,
} from './project-marks.ts';

type Handlers<T> = {
  readonly [K in keyof T]: T[K] extends { request: infer Request; answer: infer Answer }
    ? (request: Request, tabId: number | undefined) => Promise<Answer>
    : never;
};

type Handler = (request: unknown, tabId: number | undefined) => Promise<unknown>;
interface Entry {
  readonly makeSchema: () => z.ZodMiniType;
  readonly handle: Handler;
}

/** Everything the background answers to: two tables that share no entry. */
export interface MessageHandlers {
  readonly extension: Handlers<ExtensionTable>;
  readonly panel: Handlers<PanelTable>;
}

const envelope = z.strictObject({
  type: z.string().check(z.maxLength(64)),
  request: z.unknown(),
});

// Maps have no prototype to reach: "constructor" or "__proto__" is just an unknown name.
const tableOf = (
  schemas: Record<string, () => z.ZodMiniType>,
  handlers: object,
): Map<string, Entry> => {
  const handles = new Map<string, Handler>(Object.entries(handlers));
  return new Map(
    Object.entries(schemas).flatMap(([type, makeSchema]) => {
      const handle = handles.get(type);
      return handle ? [[type, { makeSchema, handle }]] : [];
    }),
  );
};

/**
 * The security boundary (ARCHITECTURE.md 4): gives a function that answers a message, or undefined for one that is
 * dropped without a reply because its sender, name or payload is not one we know, or its tab sends too many.
 */
export const createGuard = (
  own: OwnIdentity,
  handlers: MessageHandlers,
  now: () => InstantMs = Date.now,
): ((message: unknown, sender: SenderFacts) => Promise<unknown> | undefined) => {
  const tables: Readonly<Record<SenderClass, Map<string, Entry>>> = {
    extension: tableOf(EXTENSION_SCHEMAS, handlers.extension),
    panel: tableOf(PANEL_SCHEMAS, handlers.panel),
  };
  let rates: TabRates = NO_RATES;

  const isWithinRate = (tabId: number | undefined): boolean => {
    const taken = takeMessage(rates, tabId, now());
    rates = taken.rates;
    return taken.isAllowed;
  };

  return (message, sender) => {
    const senderClass = classifySender(sender, own);
    if (!senderClass) return undefined;
    const tabId = sender.tab?.id;
    // Counted before anything is parsed: a flood of nonsense costs no more than one of sense.
    if (senderClass === 'panel' && !isWithinRate(tabId)) return undefined;
    const outer = envelope.safeParse(message);
    if (!outer.success) return undefined;
    const entry = tables[senderClass].get(outer.data.type);
    if (!entry) return undefined;
    const request = entry.makeSchema().safeParse(outer.data.request);
    return request.success ? entry.handle(request.data, tabId) : undefined;
  };
};
