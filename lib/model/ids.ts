declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Id of a workspace at Instantly (UUID), or the stand-in made when the key cannot read it. */
export type WorkspaceId = Branded<string, 'WorkspaceId'>;
/** Id of a campaign at Instantly: always a lower-case UUID. */
export type CampaignId = Branded<string, 'CampaignId'>;
/** Id of a subsequence at Instantly: always a lower-case UUID. */
export type SubsequenceId = Branded<string, 'SubsequenceId'>;
/** Address of a sending inbox; the key under which Instantly knows it. */
export type InboxAddress = Branded<string, 'InboxAddress'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const parseUuid = (text: unknown): string | undefined =>
  typeof text === 'string' && UUID.test(text) ? text.toLowerCase() : undefined;

/** A campaign id from untrusted text; undefined unless it is a whole UUID. */
export const parseCampaignId = (text: unknown): CampaignId | undefined =>
  parseUuid(text) as CampaignId | undefined;

/** A workspace id from untrusted text; undefined unless it is a whole UUID. */
export const parseWorkspaceId = (text: unknown): WorkspaceId | undefined =>
  parseUuid(text) as WorkspaceId | undefined;

/** A subsequence id from untrusted text; undefined unless it is a whole UUID. */
export const parseSubsequenceId = (text: unknown): SubsequenceId | undefined =>
  parseUuid(text) as SubsequenceId | undefined;

/** An inbox address from untrusted text, lower-cased; undefined unless it looks like one (at most 254 characters). */
export const parseInboxAddress = (text: unknown): InboxAddress | undefined =>
  typeof text === 'string' && text.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(text)
    ? (text.toLowerCase() as InboxAddress)
    : undefined;
