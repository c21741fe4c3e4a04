import { createRandom } from './random.ts';

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** A UUID of version 7, as Instantly's own: its time is `createdMs`, the rest comes from seed and label. */
export function uuidFrom(seed: string | number, label: string, createdMs: number): string {
  const random = createRandom(seed, `uuid:${label}`);
  const time = hex(createdMs, 12);
  const tail = hex(random.int(0, 0xffffff), 6) + hex(random.int(0, 0xffffff), 6);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex(random.int(0, 0xfff), 3)}`,
    hex(0x8000 | random.int(0, 0x3fff), 4),
    tail,
  ].join('-');
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An API key in the shape seen in the wild: 68 characters of base64 over `<uuid>:<12 characters>` (INSTANTLY.md 1.1). */
export function apiKeyFrom(seed: string | number, label: string): string {
  const random = createRandom(seed, `key:${label}`);
  const secret = Array.from({ length: 12 }, () => random.pick([...BASE64])).join('');
  return btoa(`${uuidFrom(seed, `key:${label}`, 1_760_000_000_000)}:${secret}`);
}
