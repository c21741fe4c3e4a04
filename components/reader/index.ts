import type { Reader } from '#words';

/** How this reader's numbers and times are written: their own kind of English, since the words are English. */
export const readerOf = (languages: readonly string[], timeZone: string): Reader => ({
  locale: languages.find((language) => /^en(-|$)/i.test(language)) ?? 'en',
  timeZone,
});
