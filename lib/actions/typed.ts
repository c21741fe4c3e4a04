import type { Change } from '#model';

/** From so many mails a day of one inbox on a click is not enough (DIAGNOSIS.md 3.5). */
export const SAFE_INBOX_LIMIT = 50;

/** More than so many changes at once are confirmed by typing how many. */
const MOST_BY_CLICK = 10;

/** What has to be typed to confirm these changes together: how many they are, or the boldest limit; null for a click. */
export const typedFor = (changes: readonly Change[]): string | null => {
  if (changes.length > MOST_BY_CLICK) return String(changes.length);
  const limits = changes.flatMap((change) =>
    change.kind === 'set_inbox_limit' ? [change.limitPerDay ?? 0] : [],
  );
  const boldest = Math.max(0, ...limits);
  return boldest > SAFE_INBOX_LIMIT ? String(boldest) : null;
};
