import { readFileSync } from 'node:fs';
import { type Recording, readRecording } from './recording.ts';

// What the tests of this room share.

/** The packaged file, as the background gets it. */
export const fetchRecorded = async (): Promise<unknown> =>
  JSON.parse(readFileSync(new URL('../../public/demo/recorded.json', import.meta.url), 'utf8'));

export const recorded = async (): Promise<Recording> => readRecording(await fetchRecorded());

/** Every value that is no object, with the name of its field (of its list for an item). */
export const leavesOf = (value: unknown, name = ''): readonly (readonly [string, unknown])[] => {
  if (typeof value !== 'object' || value === null) return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, name));
  return Object.entries(value).flatMap(([field, item]) => leavesOf(item, field));
};
