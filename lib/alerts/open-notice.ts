import { browser } from 'wxt/browser';
import type { Notice } from '#model';

/** Where a notice leads: to its campaign, or where several are meant to the incidents. */
export const pageOfNotice = (notice: Notice | undefined): string => {
  const [campaignId, ...others] = notice?.campaignIds ?? [];
  const isOfOne = campaignId !== undefined && others.length === 0 && notice?.campaigns === 1;
  return isOfOne ? `/dashboard.html#/campaign/${campaignId}` : '/dashboard.html#/incidents';
};

/** Opens the page of a notice in front of everything else. */
export const openNotice = async (notice: Notice | undefined): Promise<void> => {
  const url = browser.runtime.getURL(pageOfNotice(notice) as '/dashboard.html');
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  if (windows.length === 0) {
    await browser.windows.create({ url });
    return;
  }
  const { windowId } = await browser.tabs.create({ url });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
};
