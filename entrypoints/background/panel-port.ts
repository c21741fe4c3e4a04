import type { AnswersPort } from '#answers';
import type { CampaignId, PlannedChange } from '#model';
import type { PanelTabs } from './panel-tabs.ts';

/** What the handlers of panels and marks work on. */
export interface PanelPort extends AnswersPort {
  readonly tabs: Pick<PanelTabs, 'add'>;
  /** Has a campaign checked more often for a while. */
  readonly look: (campaignId: CampaignId) => void;
  /** Opens the window that confirms a change; nothing is changed by it. */
  readonly openConfirm: (planned: PlannedChange) => Promise<boolean>;
  /** Switches all panels off. */
  readonly hide: () => Promise<void>;
}
