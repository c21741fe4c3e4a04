/** Shortest run of the key that counts as a leak; shorter runs occur in ordinary text by chance. */
const SHORTEST_RUN = 8;

const STAND_IN = '[key]';

/**
 * Text without the key. Every run of at least eight characters of the key is replaced, so a key that was cut,
 * escaped in part or echoed twice goes as well. A key shorter than eight characters is replaced as a whole.
 */
export const redact = (text: string, key: string): string => {
  if (key === '') return text;
  const run = Math.min(SHORTEST_RUN, key.length);
  const runs = new Set<string>();
  for (let at = 0; at + run <= key.length; at += 1) runs.add(key.slice(at, at + run));

  let clean = '';
  let copied = 0;
  let leakedUntil = -1;
  for (let at = 0; at + run <= text.length; at += 1) {
    if (!runs.has(text.slice(at, at + run))) continue;
    // Overlapping runs are one leak and leave one stand-in.
    if (at > leakedUntil) clean += text.slice(copied, at) + STAND_IN;
    leakedUntil = at + run;
    copied = leakedUntil;
  }
  return clean + text.slice(copied);
};
