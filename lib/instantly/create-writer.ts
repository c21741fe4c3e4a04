import {
  type CampaignFacts,
  type CampaignId,
  type InboxAddress,
  type InboxFacts,
  parseCampaignId,
  parseInboxAddress,
} from '#model';
import type { Answer } from './answer.ts';
import { mustBe, mustFit } from './call.ts';
import { readCampaign } from './campaign-wire.ts';
import type { ClientOptions } from './client.ts';
import { createClient } from './create-client.ts';
import { InstantlyError } from './error.ts';
import { readInbox } from './inbox-wire.ts';
import { readJob } from './job-wire.ts';
import { openTransport } from './open-transport.ts';
import { readOne } from './read-list.ts';
import type { Sent } from './transport.ts';
import { apiUrl } from './url.ts';
import type { CampaignSetting, InboxSetting, InstantlyWriter } from './writer.ts';

const MOST_BYTES = 8_388_608;

// Only ever the one field: what is not sent stays as it is, and arrays would replace (INSTANTLY.md 2.3).
const campaignBody = (setting: CampaignSetting): object => {
  if ('limitPerDay' in setting) return { daily_limit: setting.limitPerDay };
  if ('newLeadsPerDay' in setting) return { daily_max_leads: setting.newLeadsPerDay };
  return { match_lead_esp: setting.isEspMatching };
};

const inboxBody = (setting: InboxSetting): object => {
  if ('limitPerDay' in setting) return { daily_limit: setting.limitPerDay };
  if ('gapMinutes' in setting) return { sending_gap: setting.gapMinutes };
  return { enable_slow_ramp: setting.isSlowRamp };
};

/** A client that also changes things. Throws `key_rejected` when the key could not even go into a header. */
export const createWriter = (options: ClientOptions): InstantlyWriter => {
  const send = openTransport(options);
  const { workspaceId, now } = options;
  const exchange = (path: readonly string[], sent: Sent) =>
    send(apiUrl(path), MOST_BYTES, undefined, sent);

  const onCampaign = async (
    id: CampaignId,
    path: readonly string[],
    sent: Sent,
  ): Promise<Answer<CampaignFacts>> => {
    const asked = mustBe(parseCampaignId(id));
    const body = await exchange(['campaigns', asked, ...path], sent);
    const answer = readOne(body, (row, odd) => readCampaign(row, workspaceId, odd));
    if (answer.value.id !== asked) throw new InstantlyError('bad_body');
    return answer;
  };

  const onInbox = async (
    address: InboxAddress,
    path: readonly string[],
    sent: Sent,
  ): Promise<Answer<InboxFacts>> => {
    const asked = mustBe(parseInboxAddress(address));
    const body = await exchange(['accounts', asked, ...path], sent);
    const answer = readOne(body, (row, odd) => readInbox(row, workspaceId, now(), odd));
    if (answer.value.address !== asked) throw new InstantlyError('bad_body');
    return answer;
  };

  const POST: Sent = { method: 'POST' };
  return {
    ...createClient(options),
    pauseCampaign: (id) => onCampaign(id, ['pause'], POST),
    activateCampaign: (id) => onCampaign(id, ['activate'], POST),
    changeCampaign: (id, setting) =>
      onCampaign(id, [], { method: 'PATCH', body: campaignBody(setting) }),
    pauseInbox: (address) => onInbox(address, ['pause'], POST),
    resumeInbox: (address) => onInbox(address, ['resume'], POST),
    markInboxFixed: (address) => onInbox(address, ['mark-fixed'], POST),
    changeInbox: (address, setting) =>
      onInbox(address, [], { method: 'PATCH', body: inboxBody(setting) }),
    setWarmup: async (addresses, isOn) => {
      // Without a name it would be for all of them to Instantly (INSTANTLY.md 2.7).
      if (addresses.length === 0) throw new InstantlyError('bad_request');
      const emails = mustFit(addresses).map((address) => mustBe(parseInboxAddress(address)));
      const path = ['accounts', 'warmup', isOn ? 'enable' : 'disable'];
      return readOne(await exchange(path, { method: 'POST', body: { emails } }), readJob);
    },
  };
};
