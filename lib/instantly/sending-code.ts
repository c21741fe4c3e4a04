import * as z from 'zod/mini';
import type { SendingCode, Unseen } from '#model';
import { isSendingCode } from '#model';
import { clip } from './clip.ts';

/**
 * A code of the closed list of 18, or the raw value under `unseen`. Even a number or an object is kept as unseen:
 * were it dropped, another field's "healthy" would take its place (INSTANTLY.md 3.3).
 */
export const sendingCode = z.pipe(
  z.unknown().check(z.refine((raw) => raw !== undefined && raw !== null)),
  z.transform((raw): SendingCode | Unseen => {
    if (typeof raw === 'string') return isSendingCode(raw) ? raw : { unseen: clip(raw, 100) };
    return { unseen: typeof raw === 'object' ? 'object' : String(raw) };
  }),
);
