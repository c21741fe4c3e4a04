import { createClient, type InstantlyClient, InstantlyError } from '#instantly';
import {
  type CampaignFacts,
  type InboxDay,
  type InboxFacts,
  type InstantMs,
  type LeadFacts,
  type Observation,
  parseWorkspaceId,
  type SentSample,
  type SubsequenceFacts,
  type WorkspaceId,
} from '#model';
import { UsageError } from './usage-error.ts';

/** One campaign of the file with everything that was given about it, in our words. */
export interface Case {
  readonly workspaceId: WorkspaceId;
  readonly observation: Observation;
  /** Undefined: no accounts were given, so nothing is known of them. */
  readonly inboxes: readonly InboxFacts[] | undefined;
  readonly inboxDays: readonly InboxDay[];
  readonly leads: LeadFacts | undefined;
  readonly subsequences: readonly SubsequenceFacts[] | undefined;
  readonly series: readonly SentSample[];
  /** Other campaigns that draw on the same inboxes. */
  readonly peers: readonly Observation[];
}

type Raw = Readonly<Record<string, unknown>>;

const STAND_IN = '00000000-0000-4000-8000-000000000000' as WorkspaceId;
const MOST_BYTES = 1_073_741_824;

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The project's own client, answered from the file: what it would make of these bodies is what counts. */
const clientFor = (body: unknown, workspaceId: WorkspaceId, now: InstantMs): InstantlyClient =>
  createClient({
    key: 'no-key-is-needed',
    now: () => now,
    workspaceId,
    maxBodyBytes: { status: MOST_BYTES, list: MOST_BYTES },
    fetch: () => Promise.resolve(new Response(JSON.stringify(body))),
  });

const rowsOf = (raw: unknown, name: string): readonly unknown[] => {
  const rows = isObject(raw) && Array.isArray(raw['items']) ? raw['items'] : raw;
  if (Array.isArray(rows)) return rows;
  throw new UsageError(`"${name}" must be a list`);
};

const readCampaign = async (
  raw: unknown,
  where: string,
  now: InstantMs,
): Promise<CampaignFacts> => {
  if (!isObject(raw)) throw new UsageError(`${where}: "campaign" must be an object`);
  const workspaceId = parseWorkspaceId(raw['organization']) ?? STAND_IN;
  const { value } = await clientFor({ items: [raw] }, workspaceId, now).listCampaigns();
  const [campaign] = value;
  if (!campaign) throw new UsageError(`${where}: "campaign" has no valid id`);
  return campaign;
};

/** Belonging together is the caller's word here: a status copied from an example keeps the example's id. */
const ofCampaign = (raw: Raw, id: string): Raw => {
  const { diagnostics } = raw;
  return isObject(diagnostics) ? { ...raw, diagnostics: { ...diagnostics, campaign_id: id } } : raw;
};

const readReading = async (
  raw: unknown,
  campaign: CampaignFacts,
  where: string,
  now: InstantMs,
): Promise<Observation['reading']> => {
  if (raw === undefined) return { kind: 'not_asked' };
  if (raw === null) return { kind: 'empty', readAt: now };
  if (!isObject(raw)) throw new UsageError(`${where}: "sendingStatus" must be an object`);
  try {
    const client = clientFor(ofCampaign(raw, campaign.id), campaign.workspaceId, now);
    return (await client.sendingStatus(campaign.id)).value;
  } catch (error) {
    if (!(error instanceof InstantlyError)) throw error;
    // What the watcher would store of such an answer.
    return { kind: 'failed', readAt: now, problem: error.message };
  }
};

const readObservation = async (raw: Raw, where: string, now: InstantMs): Promise<Observation> => {
  const campaign = await readCampaign(raw['campaign'], where, now);
  const reading = await readReading(raw['sendingStatus'], campaign, where, now);
  return { campaign, listedAt: now, reading };
};

const readLeads = async (
  raw: unknown,
  campaign: CampaignFacts,
  now: InstantMs,
): Promise<LeadFacts | undefined> => {
  if (raw == null) return undefined;
  const rows = (isObject(raw) ? [raw] : rowsOf(raw, 'analytics')).map((row) =>
    isObject(row) && row['campaign_id'] === undefined ? { ...row, campaign_id: campaign.id } : row,
  );
  const { value } = await clientFor(rows, campaign.workspaceId, now).campaignAnalytics([
    campaign.id,
  ]);
  const totals = value.find(({ campaignId }) => campaignId === campaign.id);
  return (
    totals && {
      campaignId: campaign.id,
      leads: totals.leads,
      contacted: totals.contacted,
      completed: totals.completed,
      sent: totals.mailsSent,
      bounced: totals.bounced,
      newLeadsContacted: totals.newLeadsContacted,
      readAt: now,
    }
  );
};

const readSubsequences = async (
  raw: unknown,
  campaign: CampaignFacts,
  now: InstantMs,
): Promise<readonly SubsequenceFacts[] | undefined> => {
  if (raw == null) return undefined;
  const rows = rowsOf(raw, 'subsequences');
  const { workspaceId } = campaign;
  return Promise.all(
    rows.map(async (row, at): Promise<SubsequenceFacts> => {
      const where = `"subsequences" ${at + 1}`;
      const { value } = await clientFor({ items: [row] }, workspaceId, now).subsequences(
        campaign.id,
      );
      const [found] = value;
      if (!found || !isObject(row)) throw new UsageError(`${where} has no valid id`);
      const { id, name, lifecycle } = found;
      const own = row['sendingStatus'];
      const answer = isObject(own)
        ? (await clientFor(own, workspaceId, now).subsequenceStatus(id)).value
        : ({ kind: 'not_asked' } as const);
      return { id, parentId: campaign.id, name, lifecycle, reading: answer };
    }),
  );
};

/** One look of the past: `{at, sent}`, or a sending status of that time. */
const readSample = (raw: unknown, at: number): SentSample => {
  const problem = new UsageError(
    `"history" ${at + 1} needs "at" and "sent", or must be a sending status`,
  );
  if (!isObject(raw)) throw problem;
  const { diagnostics } = isObject(raw['sendingStatus']) ? raw['sendingStatus'] : raw;
  const limit = isObject(diagnostics) ? diagnostics['campaign_daily_limit'] : undefined;
  const when = raw['at'] ?? (isObject(diagnostics) ? diagnostics['last_updated'] : undefined);
  const sent = raw['sent'] ?? (isObject(limit) ? limit['sent'] : undefined);
  const instant = typeof when === 'string' ? Date.parse(when) : Number.NaN;
  if (!Number.isFinite(instant) || typeof sent !== 'number' || !Number.isFinite(sent))
    throw problem;
  return { at: instant, sent };
};

/** Brings one entry of the file into our words. Throws UsageError when its shape is not the documented one. */
export const readCase = async (raw: unknown, where: string, now: InstantMs): Promise<Case> => {
  if (!isObject(raw))
    throw new UsageError(`${where} must be an object with "campaign" and "sendingStatus"`);
  const observation = await readObservation(raw, where, now);
  const { campaign } = observation;
  const { workspaceId } = campaign;
  const accounts = raw['accounts'] == null ? undefined : rowsOf(raw['accounts'], 'accounts');
  const daily = raw['accountsDaily'] == null ? [] : rowsOf(raw['accountsDaily'], 'accountsDaily');
  const peers = raw['peers'] == null ? [] : rowsOf(raw['peers'], 'peers');
  const history = raw['history'] == null ? [] : rowsOf(raw['history'], 'history');
  const inboxes =
    accounts && (await clientFor({ items: accounts }, workspaceId, now).listInboxes()).value;
  // The client asks only for named inboxes; whose days come back is up to the file.
  const [anyone] = inboxes ?? [];
  const day = new Date(now).toISOString().slice(0, 10);
  const days =
    daily.length > 0 && anyone
      ? (await clientFor(daily, workspaceId, now).inboxDays([anyone.address], day, day)).value
      : [];
  return {
    workspaceId,
    observation,
    inboxes,
    inboxDays: days,
    leads: await readLeads(raw['analytics'], campaign, now),
    subsequences: await readSubsequences(raw['subsequences'], campaign, now),
    series: history.map(readSample),
    peers: await Promise.all(
      peers.map((peer, at) =>
        readObservation(
          isObject(peer) && isObject(peer['campaign']) ? peer : { campaign: peer },
          `"peers" ${at + 1}`,
          now,
        ),
      ),
    ),
  };
};
