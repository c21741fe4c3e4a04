import { parseCampaignId, parseInboxAddress, parseSubsequenceId, parseWorkspaceId } from '#model';
import { readCampaignDay, readInboxDay, readTotals } from './analytics-wire.ts';
import type { Answer } from './answer.ts';
import { type CallOptions, mustBe, mustFit, pageParameters, spanParameters } from './call.ts';
import { readCampaign } from './campaign-wire.ts';
import type { ClientOptions, InstantlyClient, StatusOptions } from './client.ts';
import { InstantlyError } from './error.ts';
import { readInbox } from './inbox-wire.ts';
import { checkKeyText } from './key-text.ts';
import { readArray, readOne, readPage } from './read-list.ts';
import { readStatus } from './read-status.ts';
import { readSubsequence } from './subsequence-wire.ts';
import { readTag, readTagMapping } from './tag-wire.ts';
import { createTransport } from './transport.ts';
import { apiUrl, type Parameter } from './url.ts';
import { readMember, readWorkspace } from './workspace-wire.ts';

const NONE: Answer<readonly never[]> = { value: [], oddities: 0 };

const aiParameters = ({ withAiSummary }: StatusOptions): Parameter[] =>
  withAiSummary ? [['with_ai_summary', 'true']] : [];

/** A client for one key. Throws `key_rejected` when the key could not even go into a header. */
export const createClient = ({
  key,
  fetch,
  now,
  timeoutMs = 10_000,
  maxBodyBytes: { status: mostStatusBytes = 1_048_576, list: mostListBytes = 8_388_608 } = {},
  workspaceId,
  asWorkspace,
}: ClientOptions): InstantlyClient => {
  const checked = checkKeyText(key);
  if (!checked.ok || checked.key !== key) throw new InstantlyError('key_rejected');
  const get = createTransport({
    key,
    fetch,
    now,
    timeoutMs,
    asWorkspace: asWorkspace && mustBe(parseWorkspaceId(asWorkspace)),
  });

  const getSmall = (path: readonly string[], parameters: Parameter[], call: CallOptions) =>
    get(apiUrl(path, parameters), mostStatusBytes, call.signal);
  const getList = (path: readonly string[], parameters: Parameter[], call: CallOptions) =>
    get(apiUrl(path, parameters), mostListBytes, call.signal);

  return {
    currentWorkspace: async (call = {}) =>
      readOne(await getSmall(['workspaces', 'current'], [], call), readWorkspace),

    workspaceMembers: async (cursor, call = {}) =>
      readPage(
        await getList(['workspace-group-members'], pageParameters(cursor, call), call),
        readMember,
      ),

    listCampaigns: async (cursor, call = {}) =>
      readPage(await getList(['campaigns'], pageParameters(cursor, call), call), (row, odd) =>
        readCampaign(row, workspaceId, odd),
      ),

    campaign: async (id, call = {}) => {
      const asked = mustBe(parseCampaignId(id));
      const body = await getList(['campaigns', asked], [], call);
      const answer = readOne(body, (row, odd) => readCampaign(row, workspaceId, odd));
      if (answer.value.id !== asked) throw new InstantlyError('bad_body');
      return answer;
    },

    sendingStatus: async (id, call = {}) => {
      const campaignId = mustBe(parseCampaignId(id));
      const path = ['campaigns', campaignId, 'sending-status'];
      return readStatus(await getSmall(path, aiParameters(call), call), { campaignId }, now());
    },

    subsequences: async (id, cursor, call = {}) => {
      const parameters = pageParameters(cursor, call);
      parameters.push(['parent_campaign', mustBe(parseCampaignId(id))]);
      return readPage(await getList(['subsequences'], parameters, call), readSubsequence);
    },

    subsequenceStatus: async (id, call = {}) => {
      const subsequenceId = mustBe(parseSubsequenceId(id));
      const path = ['subsequences', subsequenceId, 'sending-status'];
      return readStatus(await getSmall(path, aiParameters(call), call), { subsequenceId }, now());
    },

    listInboxes: async (call = {}) => {
      const parameters = pageParameters(call.cursor, call);
      if (call.onlyErrors) parameters.push(['filter', 'ACC_FILTER_ERROR']);
      if (call.tagIds?.length) parameters.push(['tag_ids', mustFit(call.tagIds).join(',')]);
      if (call.includeTags) parameters.push(['include_tags', 'true']);
      const body = await getList(['accounts'], parameters, call);
      const readAt = now();
      return readPage(body, (row, odd) => readInbox(row, workspaceId, readAt, odd));
    },

    campaignAnalytics: async (ids, call = {}) => {
      // No id at all would mean every campaign to Instantly.
      if (ids.length === 0) return NONE;
      const parameters =
        ids === 'all'
          ? []
          : mustFit(ids).map((id): Parameter => ['ids', mustBe(parseCampaignId(id))]);
      if (call.withoutLeads) parameters.push(['exclude_total_leads_count', 'true']);
      return readArray(await getList(['campaigns', 'analytics'], parameters, call), readTotals);
    },

    campaignDays: async (id, from, to, call = {}) => {
      const parameters = spanParameters(from, to);
      if (id !== 'all') parameters.push(['campaign_id', mustBe(parseCampaignId(id))]);
      const body = await getList(['campaigns', 'analytics', 'daily'], parameters, call);
      return readArray(body, readCampaignDay);
    },

    inboxDays: async (addresses, from, to, call = {}) => {
      // Without addresses Instantly answers 413.
      if (addresses.length === 0) return NONE;
      const parameters = spanParameters(from, to);
      for (const address of mustFit(addresses)) {
        parameters.push(['emails', mustBe(parseInboxAddress(address))]);
      }
      const body = await getList(['accounts', 'analytics', 'daily'], parameters, call);
      return readArray(body, readInboxDay);
    },

    tags: async (cursor, call = {}) =>
      readPage(await getList(['custom-tags'], pageParameters(cursor, call), call), readTag),

    tagMappings: async (call = {}) => {
      const parameters = pageParameters(call.cursor, call);
      if (call.resources?.length) {
        parameters.push(['resource_ids', mustFit(call.resources).join(',')]);
      }
      return readPage(await getList(['custom-tag-mappings'], parameters, call), readTagMapping);
    },
  };
};
