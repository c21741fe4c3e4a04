import type { CauseParam } from '#model';
import type { Catalogue } from '#words';

interface Worded {
  readonly code: string;
  readonly params?: Readonly<Record<string, CauseParam>>;
}

/** How an hour ago, two inboxes and a health are said; and what a panel says beside the causes, its figures and report. */
const OWN = ['time', 'unit', 'health', 'panel', 'popup', 'healthy'];

/**
 * The part of a catalogue that a panel needs to word these causes. Keys begin with the cause's code (`daily_limit_met.…`);
 * the name of a zone is under the zone itself (`zone.America/Detroit`).
 */
export const pickTexts = (catalogue: Catalogue, causes: readonly Worded[]): Catalogue => {
  const wanted = new Set([
    ...OWN,
    ...causes.flatMap(({ code, params }) => [code, `zone.${params?.['timeZone']}`]),
  ]);
  return Object.fromEntries(
    Object.entries(catalogue).filter(
      ([key]) => wanted.has(key) || wanted.has(key.slice(0, key.indexOf('.'))),
    ),
  );
};
