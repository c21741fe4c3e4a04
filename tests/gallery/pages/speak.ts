import type { Catalogue, Message } from '#words';

/** The languages of the gallery that nobody speaks. */
export type TestLocale = 'accented' | 'mirrored';

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, place) => [
    letter,
    [...'àƀçđéƒğĥíĵķłɱñóþɋŕšťúṽŵẋýžÀƁÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŔŠŤÚṼŴẊÝŽ'][place] ?? letter,
  ]),
);
const MIRRORED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, place) => [
    letter,
    [...'אבצדעפגהיקכלמנופחרסתוששזית'][place] ?? letter,
  ]),
);

// Doubled vowels make a text about 40 % longer and leave it its words to break between.
const longer = (text: string): string => text.replace(/[aeiouy]/gi, '$&$&');

const SPEAKERS: Readonly<Record<TestLocale, (text: string) => string>> = {
  accented: (text) => longer(text).replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter),
  mirrored: (text) =>
    longer(text.toLowerCase()).replace(/[a-z]/g, (letter) => MIRRORED[letter] ?? letter),
};

const spoken = (text: string, locale: TestLocale): string => {
  // Addresses of help articles are for the browser.
  if (text.startsWith('https://')) return text;
  const parts = text.split(/(\{[^}]*\})/);
  return `[${parts.map((part) => (part.startsWith('{') ? part : SPEAKERS[locale](part))).join('')}]`;
};

const spokenMessage = (message: Message, locale: TestLocale): Message =>
  typeof message === 'string'
    ? spoken(message, locale)
    : ({
        ...Object.fromEntries(
          Object.entries(message).map(([form, text]) => [form, spoken(text, locale)]),
        ),
      } as Message);

/** A catalogue in a language that nobody speaks: every text in brackets, so that one that is not from here shows. */
export const speak = (catalogue: Catalogue, locale: TestLocale): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, message]) => [key, spokenMessage(message, locale)]),
  );
