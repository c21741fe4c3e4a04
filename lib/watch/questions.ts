import type { InstantlyClient } from '#instantly';
import type { QuestionMessages } from '#messages';
import { type CampaignId, HOUR_MS, type InstantMs } from '#model';
import type { StoreWriter } from '#store/write';
import { type AskingPort, createAsking } from './asking.ts';
import { daysAfter, daysToAsk } from './sent-days.ts';

/** What answering a person's question needs. */
export interface QuestionsPort extends AskingPort {
  readonly store: StoreWriter;
}

/** Answers to what a person asks of Instantly beside the watching. None rejects for what Instantly or the network does. */
export type Questions = {
  readonly [Name in keyof QuestionMessages]: (
    request: QuestionMessages[Name]['request'],
  ) => Promise<QuestionMessages[Name]['answer']>;
};

const MOST_PER_CALL = 100;
const MOST_PAGES = 10;
/** People tag campaigns seldom. */
const TAGS_FRESH_MS = HOUR_MS;

const isFresh = (readAt: InstantMs | undefined, now: InstantMs): boolean =>
  readAt !== undefined && readAt <= now && now - readAt < TAGS_FRESH_MS;

const readTagIds = async (
  client: InstantlyClient,
  campaignIds: readonly CampaignId[],
): Promise<Record<CampaignId, string[]>> => {
  const tagIds: Record<CampaignId, string[]> = {};
  for (let done = 0; done < campaignIds.length; done += MOST_PER_CALL) {
    const resources = campaignIds.slice(done, done + MOST_PER_CALL);
    let cursor: string | undefined;
    // A cursor that never ends is cut off: no hundred campaigns have a thousand tags.
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const { value, rows, nextCursor } = await client.tagMappings({ cursor, resources });
      for (const mapping of value) {
        if (mapping.kind !== 'campaign') continue;
        tagIds[mapping.campaignId] = [...(tagIds[mapping.campaignId] ?? []), mapping.tagId];
      }
      if (rows === 0 || nextCursor === undefined) break;
      cursor = nextCursor;
    }
  }
  return tagIds;
};

/** The answers, over a store and the gateways of the living worker. */
export const createQuestions = (port: QuestionsPort, asking = createAsking(port)): Questions => ({
  'ask.aiSummary': async ({ workspaceId, campaignId }) => {
    const asked = await asking.request(workspaceId, (client) =>
      client.sendingStatus(campaignId, { withAiSummary: true }),
    );
    if (!asked.ok) return { ok: false, problem: asked.problem };
    const reading = asked.value.value;
    const summary = reading.kind === 'read' ? reading.snapshot.aiSummary : undefined;
    return { ok: true, summary: summary ?? null };
  },

  'ask.sentDays': async ({ workspaceId, campaignId }) => {
    const { store, now } = port;
    const known = (await store.sentDays(workspaceId, campaignId)) ?? null;
    const span = daysToAsk(known ?? undefined, now());
    if (span === null) return { known, problem: null };
    const asked = await asking.request(workspaceId, (client) =>
      client.campaignDays(campaignId ?? 'all', span.from, span.to),
    );
    if (!asked.ok) return { known, problem: asked.problem };
    const answered = asked.value.value.map(({ date, mailsSent }) => ({
      date,
      sent: mailsSent ?? null,
    }));
    const days = daysAfter(known?.days ?? [], answered, span, now());
    const record = { workspaceId, campaignId, days, readAt: now() };
    await store.putAsked([record]);
    return { known: record, problem: null };
  },

  'ask.campaignTags': async ({ workspaceId }) => {
    const { store, now } = port;
    const known = await store.campaignTags(workspaceId);
    if (isFresh(known?.readAt, now())) return { problem: null };
    const campaigns = (await store.fleet(workspaceId))?.verdicts ?? [];
    const asked = await asking.request(workspaceId, (client) =>
      readTagIds(
        client,
        campaigns.map(({ campaignId }) => campaignId),
      ),
    );
    if (!asked.ok) return { problem: asked.problem };
    await store.putAsked([{ workspaceId, tagIds: asked.value, readAt: now() }]);
    return { problem: null };
  },
});
