import type { CampaignId, Incident, InstantMs, Verdict } from '#model';
import type { Settings } from '#store/settings';
import type { Catalogue } from '#words';
import type { PanelChangeMessages } from './change-messages.ts';
import type { MarksAnswer, MarksRequest } from './marks.ts';

/** The incident that a campaign is part of: what it is and how many campaigns it stops, none of them by name. */
export interface PanelIncident extends Pick<Incident, 'code' | 'params' | 'loss' | 'clearsAt'> {
  /** Campaigns of the same workspace, this one included. */
  readonly campaigns: number;
}

/** What a panel can be told instead of something about its campaign. */
type PanelAbsence =
  /** `checking`: a first check is running and has not come to it yet. */
  | { readonly kind: 'not_connected' | 'checking' }
  | { readonly kind: 'not_known'; readonly workspaces: number };

/** What a panel is told about the campaign whose page it stands on, and nothing of any other. */
export type PanelAnswer =
  /** The user wants no panels. */
  | { readonly kind: 'hidden' }
  | ((
      | PanelAbsence
      | {
          readonly kind: 'known';
          readonly verdict: Verdict;
          readonly checkedAt: InstantMs | null;
          /** Why the answer is old or missing, where its workspace is not as it should be. */
          readonly trouble: { readonly text: string; readonly isMendedInOptions: boolean } | null;
          readonly incident: PanelIncident | null;
          /** How the panel is to write hours. */
          readonly timeFormat: Settings['timeFormat'];
          /** What is known as lines for colleagues. */
          readonly report: string;
        }
    ) & {
      /** The part of the packaged catalogue that this answer needs: the content script carries none of it. */
      readonly texts: Catalogue;
    });

/**
 * Messages that the content script may send: look up what its page shows, open pages of the extension, switch itself
 * off, open the window in which a person confirms a change. It reads and changes nothing else.
 */
export interface PanelTable extends PanelChangeMessages {
  'panel.campaign': { request: { readonly campaignId: CampaignId }; answer: PanelAnswer };
  'panel.marks': { request: MarksRequest; answer: MarksAnswer };
  'panel.openOptions': { request: Record<string, never>; answer: { readonly ok: true } };
  /** Opens the dashboard at one campaign, or at its start. */
  'panel.openDashboard': {
    request: { readonly campaignId: CampaignId | null };
    answer: { readonly ok: true };
  };
  /** Takes all panels away, until the user wants them back in the options. */
  'panel.hide': { request: Record<string, never>; answer: { readonly ok: true } };
}
