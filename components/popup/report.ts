import type { InstantMs, Verdict } from '#model';
import { tidy, type Words } from '#words';

/** What is known of a campaign as plain lines, to be pasted into a ticket or a chat. */
export const reportOf = (verdict: Verdict, words: Words, now: InstantMs): string => {
  const lines = [`${tidy(verdict.name, 200)}: ${words.healthWord(verdict.health)}`];
  verdict.causes.forEach((cause, index) => {
    const { headline, explanation, advice } = words.cause(cause, now);
    const sentences = [headline || cause.code, explanation, advice].filter(Boolean);
    lines.push(`${index + 1}. ${sentences.join(' · ')}`);
  });
  lines.push(verdict.campaignId);
  return lines.join('\n');
};
