/** Share of white in a computed CSS colour, 0 to 1; undefined where it is transparent or written in a way unknown here. */
const lightnessOf = (colour: string): number | undefined => {
  const [a = 0, b = 0, c = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (alpha < 0.5) return undefined;
  if (colour.startsWith('ok')) return a;
  // Weights of red, green and blue (Rec. 709).
  return colour.startsWith('rgb') ? (0.21 * a + 0.72 * b + 0.07 * c) / 255 : undefined;
};

/**
 * Whether a page is light or dark, by what it paints behind its text, and else by what it declares; empty where it
 * leaves that to the system.
 */
export const pageScheme = ({ body, documentElement }: Document): 'light' | 'dark' | '' => {
  for (const element of [body as HTMLElement | null, documentElement]) {
    // A document may have lost its body.
    if (!element) continue;
    const lightness = lightnessOf(getComputedStyle(element).backgroundColor);
    if (lightness !== undefined) return lightness < 0.5 ? 'dark' : 'light';
  }
  const declared = getComputedStyle(documentElement).colorScheme;
  if (!declared.includes('dark')) return 'light';
  return declared.includes('light') ? '' : 'dark';
};
