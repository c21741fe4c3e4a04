/** A list with one item moved by a number of places; the same list when it would leave it. */
export const moveItem = <T>(list: readonly T[], item: T, by: number): readonly T[] => {
  const from = list.indexOf(item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
};
