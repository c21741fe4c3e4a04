import { browser } from 'wxt/browser';
import { badge as badgeWords } from '#locales/en/badge';
import { createWords } from '#words';
import type { Badge } from './badge.ts';

// Dark enough for white text, and the same in both colour schemes: the toolbar's own theme is unknown.
const COLOURS: Readonly<Record<Badge['tone'], string>> = {
  blocked: '#c22b32',
  degraded: '#b3520b',
  unknown: '#7a4fb5',
  none: '#565d6b',
};

/** Puts the badge on the toolbar icon. */
export const showBadge = async ({ text, tone, title }: Badge): Promise<void> => {
  const words = createWords(badgeWords, { locale: browser.i18n.getUILanguage(), timeZone: 'UTC' });
  const { key, ...params } = title;
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: COLOURS[tone] }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title: words.t(key, { count: 0, ...params }) }),
  ]);
};
