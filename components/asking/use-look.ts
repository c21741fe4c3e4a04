import { useEffect } from 'preact/hooks';
import type { ExtensionTable, Send } from '#messages';
import type { CampaignId } from '#model';

/** Half as long as the background takes a campaign for looked at. */
const AGAIN_MS = 30_000;

/** Tells the background, for as long as it is on the screen, that a campaign is looked at: it is then asked about more often. */
export const useLook = (send: Send<ExtensionTable>, campaignId: CampaignId): void => {
  useEffect(() => {
    const look = (): void => {
      // Without an answer it is checked in its usual turn, and its age is shown: nothing to say here.
      send('check.look', { campaignId }).catch((error: unknown) => console.warn(error));
    };
    look();
    const timer = setInterval(look, AGAIN_MS);
    return () => clearInterval(timer);
  }, [send, campaignId]);
};
