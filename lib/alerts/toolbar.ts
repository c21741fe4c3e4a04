import { browser } from 'wxt/browser';
import { badge as badgeWords } from '#locales/en/badge';
import { createWords } from '#words';
import type { Badge } from './badge.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

// Dark enough for white text, and the same in both colour schemes: the toolbar's own theme is unknown.
const COLOURS: Readonly<Record<Badge['tone'], Colour>> = {
  blocked: [0xc2, 0x2b, 0x32, 255],
  degraded: [0xb3, 0x52, 0x0b, 255],
  unknown: [0x7a, 0x4f, 0xb5, 255],
  none: [0x56, 0x5d, 0x6b, 255],
};

const isShown = async (text: string, title: string, colour: Colour): Promise<boolean> => {
  const { action } = browser;
  const [shownText, shownTitle, shownColour] = await Promise.all([
    action.getBadgeText({}),
    action.getTitle({}),
    action.getBadgeBackgroundColor({}),
  ]);
  return (
    shownText === text &&
    shownTitle === title &&
    colour.every((part, place) => shownColour[place] === part)
  );
};

/** Puts the badge on the toolbar icon, unless it stands there: a worker that wakes knows of no other by itself. */
export const showBadge = async ({ text, tone, title }: Badge): Promise<void> => {
  const words = createWords(badgeWords, { locale: browser.i18n.getUILanguage(), timeZone: 'UTC' });
  const { key, ...params } = title;
  const sentence = words.t(key, { count: 0, silenced: 0, ...params });
  const colour = COLOURS[tone];
  if (await isShown(text, sentence, colour)) return;
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: [...colour] }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title: sentence }),
  ]);
};
