import type { CauseParam } from '#model';
import type { Catalogue } from '#words';

interface Worded {
  readonly code: string;
  readonly params?: Readonly<Record<string, CauseParam>>;
}

/** How an hour ago, two inboxes and a health are said. */
const BASE = ['time', 'unit', 'health'];

/** What is said beside the causes: in a panel with its figures and report, or by marks in a list. */
const OWN = { panel: ['panel', 'popup', 'healthy'], marks: ['mark'] } as const;

/**
 * The part of a catalogue that is needed to word these causes. Keys begin with the cause's code (`daily_limit_met.…`);
 * the name of a zone is under the zone itself (`zone.America/Detroit`).
 */
export const pickTexts = (
  catalogue: Catalogue,
  asker: keyof typeof OWN,
  causes: readonly Worded[],
): Catalogue => {
  const wanted = new Set([
    ...BASE,
    ...OWN[asker],
    ...causes.flatMap(({ code, params }) => [code, `zone.${params?.['timeZone']}`]),
  ]);
  return Object.fromEntries(
    Object.entries(catalogue).filter(
      ([key]) => wanted.has(key) || wanted.has(key.slice(0, key.indexOf('.'))),
    ),
  );
};
