import { healthRank, type Verdict } from '#model';

/** Worst first; within one health: what was worse when last known, then the greatest loss, then what lasts longest, then by name so that rows do not jump. */
export const compareWorst = (a: Verdict, b: Verdict): number =>
  healthRank(a.health) - healthRank(b.health) ||
  healthRank(a.lastKnown?.health ?? a.health) - healthRank(b.lastKnown?.health ?? b.health) ||
  (b.causes[0]?.loss ?? 0) - (a.causes[0]?.loss ?? 0) ||
  a.since - b.since ||
  (a.name < b.name ? -1 : Number(a.name > b.name));
