import { parseCampaignId, parseInboxAddress, parseSubsequenceId } from '#model';
import { readCampaignDay, readInboxDay, readTotals } from './analytics-wire.ts';
import type { Answer } from './answer.ts';
import { readAuditRow } from './audit-wire.ts';
import { type CallOptions, mustBe, mustFit, pageParameters, spanParameters } from './call.ts';
import { readCampaign } from './campaign-wire.ts';
import type { ClientOptions, InstantlyClient, StatusOptions } from './client.ts';
import { InstantlyError } from './error.ts';
import { readInbox } from './inbox-wire.ts';
import { parseJobId, readJob } from './job-wire.ts';
import { parseDate } from './moment.ts';
import { openTransport } from './open-transport.ts';
import { readArray, readOne, readPage } from './read-list.ts';
import { readStatus } from './read-status.ts';
import { readSubsequence } from './subsequence-wire.ts';
import { readTag, readTagMapping } from './tag-wire.ts';
import { apiUrl, type Parameter } from './url.ts';
import { readTrackingDomain, readVitals } from './vitals-wire.ts';
import { readWarmups } from './warmup-wire.ts';
import { readMember, readWorkspace } from './workspace-wire.ts';

const NONE: Answer<readonly never[]> = { value: [], oddities: 0 };

const aiParameters = ({ withAiSummary }: StatusOptions): Parameter[] =>
  withAiSummary ? [['with_ai_summary', 'true']] : [];

/** A client for one key, which only reads. Throws `key_rejected` when the key could not even go into a header. */
export const createClient = (options: ClientOptions): InstantlyClient => {
  const {
    now,
    maxBodyBytes: { status: mostStatusBytes = 1_048_576, list: mostListBytes = 8_388_608 } = {},
    workspaceId,
  } = options;
  const get = openTransport(options);

  const getSmall = (path: readonly string[], parameters: Parameter[], call: CallOptions) =>
    get(apiUrl(path, parameters), mostStatusBytes, call.signal);
  const getList = (path: readonly string[], parameters: Parameter[], call: CallOptions) =>
    get(apiUrl(path, parameters), mostListBytes, call.signal);
  /** A question with a body: it changes nothing, although it is a POST. */
  const post = (path: readonly string[], body: unknown, call: CallOptions) =>
    get(apiUrl(path), mostListBytes, call.signal, { method: 'POST', body });

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

    inbox: async (address, call = {}) => {
      const asked = mustBe(parseInboxAddress(address));
      const body = await getSmall(['accounts', asked], [], call);
      const answer = readOne(body, (row, odd) => readInbox(row, workspaceId, now(), odd));
      if (answer.value.address !== asked) throw new InstantlyError('bad_body');
      return answer;
    },

    inboxVitals: async (addresses, call = {}) => {
      if (addresses.length === 0) return NONE;
      const accounts = mustFit(addresses).map((address) => mustBe(parseInboxAddress(address)));
      return readVitals(await post(['accounts', 'test', 'vitals'], { accounts }, call));
    },

    trackingDomain: async (host, call = {}) =>
      readOne(
        await getSmall(['accounts', 'ctd', 'status'], [['host', host]], call),
        readTrackingDomain,
      ),

    warmups: async (addresses, call = {}) => {
      if (addresses.length === 0) return NONE;
      const emails = mustFit(addresses).map((address) => mustBe(parseInboxAddress(address)));
      return readWarmups(await post(['accounts', 'warmup-analytics'], { emails }, call));
    },

    backgroundJob: async (id, call = {}) =>
      readOne(await getSmall(['background-jobs', mustBe(parseJobId(id))], [], call), readJob),

    auditLog: async (from, cursor, call = {}) => {
      const parameters = pageParameters(cursor, call);
      parameters.push(['start_date', mustBe(parseDate(from))]);
      return readPage(await getList(['audit-logs'], parameters, call), readAuditRow);
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
