const BYTES = 3;

/** The largest whole number that fits. */
export const MOST_24 = 2 ** (8 * BYTES) - 1;

/** Whole numbers from 0 to MOST_24, three bytes each: a list of numbers would take eight. */
export const toBytes24 = (numbers: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(numbers.length * BYTES);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, place) => {
    view.setUint8(place * BYTES, number >>> 16);
    view.setUint16(place * BYTES + 1, number & 0xffff);
  });
  return bytes;
};

/** The numbers again; a rest of fewer than three bytes is left out. */
export const fromBytes24 = (bytes: Uint8Array): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from(
    { length: Math.floor(bytes.length / BYTES) },
    (_, place) => view.getUint8(place * BYTES) * 0x10000 + view.getUint16(place * BYTES + 1),
  );
};
