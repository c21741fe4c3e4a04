import type {
  CampaignId,
  CauseCode,
  Incident,
  InstantMs,
  Silence,
  SilenceKind,
  SilenceScope,
  Verdict,
  WorkspaceId,
} from '#model';
import { nameText, tidy } from '#words';
import { causeName, type SilenceWords } from './words.ts';

/** What a person can do with a problem that they do not want to hear of, in the order of the buttons. */
export const ACTS = ['acknowledge', 'snooze', 'mute', 'expect'] as const;
export type Act = (typeof ACTS)[number];

/** The kind of silence that each makes. */
export const KIND_OF: Readonly<Record<Act, SilenceKind>> = {
  acknowledge: 'acknowledged',
  snooze: 'snoozed',
  mute: 'muted',
  expect: 'expected',
};

/** One way to say what is to be silenced. Several scopes: each of several campaigns. */
export interface Place {
  readonly label: string;
  readonly scopes: readonly SilenceScope[];
}

/** What can be silenced from one spot, and what is. */
export interface SilenceSubject {
  /** Unlike that of every other one in the page. */
  readonly id: string;
  /** Acts without a place are not offered. */
  readonly places: Readonly<Partial<Record<Act, readonly Place[]>>>;
  readonly nextWindowAt: InstantMs | null;
  readonly clearsAt: InstantMs | null;
  /** The silences that cover it now, first the one that counts. */
  readonly silences: readonly Silence[];
}

/** What is needed beside a verdict. */
export interface Around {
  readonly workspaceName: string;
  readonly tags: readonly { readonly id: string; readonly label: string }[];
  readonly silences: readonly Silence[];
}

const causePlace = (
  workspaceIds: readonly WorkspaceId[],
  code: CauseCode,
  words: SilenceWords,
): Place => ({
  label: words.t('silence.scope.cause', { cause: causeName(words, code) }),
  scopes: workspaceIds.map((workspaceId) => ({ kind: 'cause', workspaceId, code })),
});

/** A campaign as something to silence. One that was paused can be called so on purpose; of one that sends there is nothing to see. */
export const campaignSubject = (
  verdict: Verdict,
  { workspaceName, tags, silences }: Around,
  words: SilenceWords,
): SilenceSubject => {
  const { workspaceId, campaignId, causes, health, nextSendAt, clearsAt } = verdict;
  const own: Place = {
    label: words.t('silence.scope.campaign'),
    scopes: [{ kind: 'campaign', workspaceId, campaignId }],
  };
  const isPaused = causes.some(
    ({ code }) => code === 'campaign_paused' || code === 'unexpected_pause',
  );
  const [cause] = causes;
  const mute: readonly Place[] = [
    own,
    ...(cause ? [causePlace([workspaceId], cause.code, words)] : []),
    ...tags.map(
      ({ id, label }): Place => ({
        label: words.t('silence.scope.tag', { name: tidy(label, 60) }),
        scopes: [{ kind: 'tag', workspaceId, tagId: id }],
      }),
    ),
    {
      label: words.t('silence.scope.workspace', { name: nameText(workspaceName, '–', 60) }),
      scopes: [{ kind: 'workspace', workspaceId }],
    },
  ];
  const isTrouble = health !== 'healthy' && health !== 'inactive';
  return {
    id: campaignId,
    places: {
      ...(isTrouble && { acknowledge: [own], snooze: [own] }),
      mute,
      ...(isPaused && { expect: [own] }),
    },
    nextWindowAt: nextSendAt,
    clearsAt,
    silences,
  };
};

/** An incident as something to silence: its cause in each of its workspaces, or each of its campaigns. */
export const incidentSubject = (
  { id, code, since, clearsAt }: Incident,
  workspaceIds: readonly WorkspaceId[],
  campaigns: readonly { readonly workspaceId: WorkspaceId; readonly campaignId: CampaignId }[],
  silences: readonly Silence[],
  words: SilenceWords,
): SilenceSubject => {
  const ofCampaigns: Place = {
    label: words.t('silence.scope.campaigns', { count: campaigns.length }),
    scopes: campaigns.map(({ workspaceId, campaignId }) => ({
      kind: 'campaign',
      workspaceId,
      campaignId,
    })),
  };
  const ofCause = causePlace(workspaceIds, code, words);
  const places = campaigns.length > 0 ? [ofCause, ofCampaigns] : [ofCause];
  return {
    id: `${id}-${since}`.replace(/[^\w-]/g, '_'),
    places: { acknowledge: places, snooze: places, mute: places },
    nextWindowAt: null,
    clearsAt,
    silences,
  };
};
