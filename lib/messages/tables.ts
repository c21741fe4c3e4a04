import type { CampaignId, InstantMs, KeyAbilities, WorkspaceId } from '#model';
import type { SentDaysRecord } from '#store/read';
import type { Settings } from '#store/settings';
import type { AlertMessages } from './alert-messages.ts';
import type { AskProblem } from './ask-problem.ts';
import type { ChangeMessages } from './change-messages.ts';
import type { WebhookMessages } from './webhook-messages.ts';

/** Why a key was not accepted, in a form that can be worded. `message` is Instantly's own text. */
export type ConnectProblem =
  | {
      readonly code:
        | 'empty'
        | 'has_line_break'
        | 'not_printable'
        | 'too_long'
        | 'looks_like_placeholder';
    }
  | {
      /** `not_a_member`: the admin key may not act on this workspace, or not any more. */
      readonly code: 'key_rejected' | 'no_plan' | 'not_a_member' | 'server_fault' | 'bad_body';
      readonly message: string;
    }
  | { readonly code: 'scope_missing'; readonly scopes: readonly string[]; readonly message: string }
  | { readonly code: 'rate_limited'; readonly until: InstantMs }
  | { readonly code: 'offline' | 'timeout' | 'permission_missing' | 'storage_failed' | 'locked' };

export type ConnectAnswer =
  | {
      readonly ok: true;
      readonly workspaceId: WorkspaceId;
      readonly name: string;
      readonly abilities: KeyAbilities;
      /** Whether this key replaced the one of a workspace that was already connected. */
      readonly isReplaced: boolean;
    }
  | { readonly ok: false; readonly problem: ConnectProblem };

/** How keys are kept, as the options say it. */
export type VaultChoice =
  | { readonly mode: 'persistent' | 'session' }
  | {
      readonly mode: 'passphrase';
      readonly passphrase: string;
      /** 1 to 1,440; null: only with the browser. */
      readonly lockAfterMinutes: number | null;
    };

/** How the keys stand: which way they are kept, and which workspaces wait for a passphrase or for their key. */
export interface VaultAnswer {
  readonly mode: VaultChoice['mode'];
  readonly state: 'ready' | 'locked';
  readonly lockedWorkspaceIds: readonly WorkspaceId[];
  readonly lockAfterMinutes: number | null;
}

/** Why the vault did not do it. After any of them everything is as it was. */
export type VaultRefusal =
  | 'wrong_passphrase'
  | 'passphrase_too_short'
  | 'locked'
  | 'storage_failed';

export type VaultChanged =
  | { readonly ok: true; readonly vault: VaultAnswer }
  | { readonly ok: false; readonly problem: VaultRefusal };

/** Messages about how keys are kept. */
export interface VaultMessages {
  'vault.state': { request: Record<string, never>; answer: VaultAnswer };
  'vault.setMode': {
    /** `presentPassphrase`: needed to change or take away a passphrase. */
    request: { readonly choice: VaultChoice; readonly presentPassphrase?: string | undefined };
    answer: VaultChanged;
  };
  'vault.unlock': { request: { readonly passphrase: string }; answer: VaultChanged };
  'vault.lock': { request: Record<string, never>; answer: VaultChanged };
}

/** A workspace that a key may act on, as an agency's admin key may on every one of its group. */
export interface GroupMember {
  readonly id: WorkspaceId;
  /** Untrusted text; may be empty. */
  readonly name: string;
  readonly isWatched: boolean;
}

/** Messages about the further workspaces of an admin key. */
export interface GroupMessages {
  /** Asks Instantly which workspaces the key of a connected one may act on. None for a key of one workspace. */
  'workspace.members': {
    request: { readonly workspaceId: WorkspaceId };
    answer:
      | { readonly ok: true; readonly members: readonly GroupMember[] }
      | { readonly ok: false; readonly problem: ConnectProblem };
  };
  /** Watches one more workspace with the key of a connected one. `name`: what the key cannot read is called so. */
  'workspace.addMember': {
    request: {
      readonly workspaceId: WorkspaceId;
      readonly memberId: WorkspaceId;
      readonly name: string;
    };
    answer: ConnectAnswer;
  };
}

/** Messages about the list of workspaces. */
export interface WorkspaceListMessages {
  'workspace.rename': {
    request: { readonly workspaceId: WorkspaceId; readonly name: string };
    answer: { readonly ok: boolean };
  };
  /** All workspaces in the order that the user chose. */
  'workspace.reorder': {
    request: { readonly workspaceIds: readonly WorkspaceId[] };
    answer: { readonly ok: boolean };
  };
}

/** Messages about what is stored here and how Sendwatch behaves. `ok` false: the browser could not do it; nothing changed. */
export interface DataMessages {
  'settings.set': {
    request: { readonly name: keyof Settings; readonly value: Settings[keyof Settings] };
    answer: { readonly ok: boolean };
  };
  'demo.load': { request: Record<string, never>; answer: { readonly ok: boolean } };
  'demo.remove': { request: Record<string, never>; answer: { readonly ok: boolean } };
  /** One whole, small file as the options page splits a large one. */
  'data.import': {
    request: { readonly text: string };
    answer:
      | {
          readonly ok: true;
          /** How much was restored. */
          readonly restored: {
            readonly history: number;
            readonly incidents: number;
            readonly actions: number;
            readonly settings: number;
          };
        }
      | { readonly ok: false };
  };
  'data.erase': { request: Record<string, never>; answer: { readonly ok: boolean } };
}

/** Messages by which a person asks Instantly something that is not watched. Each costs one request or a few. */
export interface QuestionMessages {
  /** Instantly's own AI summary of a campaign, untrusted text; null when it has none. */
  'ask.aiSummary': {
    request: { readonly workspaceId: WorkspaceId; readonly campaignId: CampaignId };
    answer:
      | { readonly ok: true; readonly summary: string | null }
      | { readonly ok: false; readonly problem: AskProblem };
  };
  /** Mails sent per day; with null those of the whole workspace. What was known stands beside a problem. */
  'ask.sentDays': {
    request: { readonly workspaceId: WorkspaceId; readonly campaignId: CampaignId | null };
    answer: { readonly known: SentDaysRecord | null; readonly problem: AskProblem | null };
  };
  /** Reads which tags stand on campaigns, if that is not known well enough; the answer is in the store. */
  'ask.campaignTags': {
    request: { readonly workspaceId: WorkspaceId };
    answer: { readonly problem: AskProblem | null };
  };
}

/** Messages that only pages of the extension may send. Each entry: what goes in, what comes back. */
export interface ExtensionTable
  extends VaultMessages,
    GroupMessages,
    WorkspaceListMessages,
    DataMessages,
    QuestionMessages,
    WebhookMessages,
    AlertMessages,
    ChangeMessages {
  'workspace.connect': { request: { readonly key: string }; answer: ConnectAnswer };
  'workspace.checkKey': { request: { readonly workspaceId: WorkspaceId }; answer: ConnectAnswer };
  'workspace.remove': {
    request: { readonly workspaceId: WorkspaceId };
    answer: { readonly ok: true };
  };
  'check.now': { request: Record<string, never>; answer: { readonly ok: true } };
  /** A campaign's details are on the screen: it is asked about more often for the next minute. */
  'check.look': { request: { readonly campaignId: CampaignId }; answer: { readonly ok: true } };
}

/** What the background tells everyone after a commit. Carries no data: readers read again. */
export interface ChangedSignal {
  readonly kind: 'changed';
}

/** Channel on which pages of the extension hear `ChangedSignal`. */
export const CHANGED_CHANNEL = 'sendwatch-changed';
