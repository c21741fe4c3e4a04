import type { InstantlyClient } from '#instantly';
import type { Change, InboxAddress, InboxFacts, WorkspaceId } from '#model';
import type { Subject } from './action-definition.ts';
import type { Asked, ChangesPort } from './port.ts';

/** Fewer inboxes are read one by one, more with the list. */
const MOST_ONE_BY_ONE = 10;
const MOST_PAGES = 200;

const eachOf = (client: InstantlyClient, addresses: readonly InboxAddress[]) =>
  Promise.all(addresses.map(async (address) => (await client.inbox(address)).value));

const outOfList = async (
  client: InstantlyClient,
  addresses: readonly InboxAddress[],
): Promise<readonly InboxFacts[]> => {
  const missing = new Set(addresses);
  const found = new Map<InboxAddress, InboxFacts>();
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES && missing.size > 0; pages += 1) {
    const { value, rows, nextCursor } = await client.listInboxes({ cursor });
    for (const inbox of value) {
      if (missing.delete(inbox.address)) found.set(inbox.address, inbox);
    }
    if (rows === 0 || nextCursor === undefined) break;
    cursor = nextCursor;
  }
  return addresses.flatMap((address) => found.get(address) ?? []);
};

/** Reads what a change is about from Instantly. Inboxes that are gone are missing from a list. */
export const readSubject = (
  { request }: Pick<ChangesPort, 'request'>,
  workspaceId: WorkspaceId,
  change: Change,
): Promise<Asked<Subject>> =>
  request(workspaceId, async (client): Promise<Subject> => {
    if ('campaignId' in change) {
      return { kind: 'campaign', campaign: (await client.campaign(change.campaignId)).value };
    }
    const addresses = 'inbox' in change ? [change.inbox] : change.inboxes;
    const isFew = addresses.length <= MOST_ONE_BY_ONE;
    return {
      kind: 'inboxes',
      inboxes: await (isFew ? eachOf(client, addresses) : outOfList(client, addresses)),
    };
  });
