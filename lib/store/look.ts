export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];
/** Languages that there are words for; `system` is the browser's own as far as there are. */
export const LANGUAGES = ['system', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** How an hour is written; `system` is as the browser's language does. */
export const TIME_FORMATS = ['system', 'h23', 'h12'] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** The settings that a page needs before it paints. */
export interface Look {
  readonly theme: Theme;
  readonly density: Density;
  readonly language: Language;
  readonly timeFormat: TimeFormat;
}

/** A look as one short text, for where pages remember it. */
export const wordLook = ({ theme, density, language, timeFormat }: Look): string =>
  [theme, density, language, timeFormat].join(' ');

/** The look of such a text; what is missing or unknown in it is as by default. */
export const parseLook = (text: string | null): Look => {
  const chosen = text?.split(' ') ?? [];
  // No value stands in two lists, but for the defaults, which come first.
  const of = <Value extends string>(values: readonly [Value, ...Value[]]): Value => {
    const [otherwise, ...rest] = values;
    return rest.find((value) => chosen.includes(value)) ?? otherwise;
  };
  return {
    theme: of(THEMES),
    density: of(DENSITIES),
    language: of(LANGUAGES),
    timeFormat: of(TIME_FORMATS),
  };
};

/** How everything looks until the user chooses. */
export const DEFAULT_LOOK: Look = /* @__PURE__ */ parseLook(null);
