import { signal } from '@preact/signals';
import { MINUTE_MS } from '#model';
import type { WorkspaceRecord } from '#store/read';
import type { MemberSources } from './members.ts';
import type { PopupPorts } from './ports.ts';

type Read = Pick<MemberSources, 'inboxes' | 'campaigns' | 'campaignTags'>;

const NONE: Read = { inboxes: [], campaigns: [], campaignTags: [] };
/** Who belongs to whom changes seldom, and the facts of two thousand campaigns take a while to read. */
const KEPT_MS = MINUTE_MS;

/** Reads inboxes, campaigns and tags for the first search or grouping that needs them, and has Instantly asked for tags. */
export const createMemberSources = (ports: PopupPorts) => {
  const found = signal<Read>(NONE);
  let readAt: number | null = null;
  let isAsked = false;

  const readAll = async (): Promise<void> => {
    readAt = ports.now();
    const [inboxes, observations, campaignTags] = await Promise.all([
      ports.readInboxes(),
      ports.readObservations(),
      ports.readCampaignTags(),
    ]);
    const campaigns = observations.map(({ campaign }) => campaign);
    found.value = { inboxes, campaigns, campaignTags };
  };
  /** Without an answer the tags that are known stay: the settings say which scope is missing. */
  const askTags = async (workspaces: readonly WorkspaceRecord[]): Promise<void> => {
    isAsked = true;
    const real = workspaces.filter(({ isDemo }) => !isDemo);
    const asked = await Promise.allSettled(
      real.map(({ id }) => ports.send('ask.campaignTags', { workspaceId: id })),
    );
    if (asked.length > 0)
      found.value = { ...found.value, campaignTags: await ports.readCampaignTags() };
  };

  return {
    found,
    isNeeded: (): boolean => readAt !== null,
    /** Reads what may have changed since it was read last. */
    read: async (workspaces: readonly WorkspaceRecord[] | null): Promise<void> => {
      if (readAt === null || ports.now() - readAt >= KEPT_MS) await readAll();
      else found.value = { ...found.value, inboxes: await ports.readInboxes() };
      if (!isAsked && workspaces !== null) await askTags(workspaces);
    },
  };
};
