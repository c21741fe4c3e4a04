// The sandbox has these to hurt the surfaces; a demo is to please.
const TAME_NAMES: ReadonlyMap<string, string> = new Map([
  ['', 'Untitled campaign'],
  ['<img src=x onerror=alert(1)>', 'Biotech founders — Cambridge'],
  ['Marketing leads \u202Egnihctip\u202C Q4', 'Marketing leads — Q4'],
]);

const HOSTILE = /[<>\p{Cc}\p{Cf}\p{Cs}]/u;

/** A campaign's name as the demo shows it. Throws when one would not do there. */
export const tameName = (name: string): string => {
  const tame = TAME_NAMES.get(name) ?? name;
  if (tame.trim() === '' || HOSTILE.test(tame)) throw new Error(`a demo cannot show ${tame}`);
  return tame;
};
