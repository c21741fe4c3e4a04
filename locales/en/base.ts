import { basics } from './basics.ts';
import { zones } from './zones.ts';

/** Words that every surface needs: times, units, health, everyday names of Instantly's zones. */
export const base = { ...basics, ...zones } as const;
