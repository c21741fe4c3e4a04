/**
 * Untrusted text cut to at most `most` code points and made well formed.
 * A pair of surrogates at the cut is kept or dropped as a whole.
 */
export const clip = (text: string, most: number): string => {
  const whole = text.slice(0, most * 2).toWellFormed();
  // A string no longer than `most` units cannot hold more points than that.
  return whole.length <= most ? whole : [...whole].slice(0, most).join('');
};
