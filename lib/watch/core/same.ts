const areLists = (a: unknown, b: unknown): a is readonly unknown[] =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length;

/**
 * Whether two plain values are the same as they would be stored. Lists are compared one by one: of a fleet in which one
 * campaign changed, the others are the very objects they were and cost nothing. What is not a list is compared as JSON:
 * measured over 200 simulated hours, walking through the fields took longer.
 */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (areLists(a, b)) return a.every((one, place) => isSame(one, (b as typeof a)[place]));
  return JSON.stringify(a) === JSON.stringify(b);
};
