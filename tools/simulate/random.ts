/** Chance that is the same for the same seed. Each concern draws from its own stream, so that none disturbs another. */
export interface Random {
  /** 0 to 1, as Math.random. */
  next(): number;
  chance(probability: number): boolean;
  /** A number from `least` up to, not including, `most`. */
  between(least: number, most: number): number;
  /** A waiting time with the given mean: events that know nothing of each other. */
  untilNext(mean: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

const hash = (text: string): number => {
  let value = 2_166_136_261;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619);
  }
  return value >>> 0;
};

/** A stream of chance for a seed and a concern. */
export const createRandom = (seed: number, concern: string): Random => {
  let state = (Math.imul(seed, 2_654_435_761) ^ hash(concern)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (least, most) => least + next() * (most - least),
    untilNext: (mean) => -Math.log(1 - next()) * mean,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
};
