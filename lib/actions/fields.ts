import type { CauseParam, ChangeFields, ChangeNote, ChangeNoteCode } from '#model';

const isSameValue = (a: CauseParam | undefined, b: CauseParam | undefined): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((item, at) => item === b[at])
    : a === b;

/** Whether two sets of fields say the same. */
export const isSameFields = (a: ChangeFields, b: ChangeFields): boolean =>
  Object.keys({ ...a, ...b }).every((name) => isSameValue(a[name], b[name]));

/** A note with its figures. */
export const note = (code: ChangeNoteCode, params: ChangeFields = {}): ChangeNote => ({
  code,
  params,
});

/** A refusal unless a figure is a whole number in a range, both ends included. */
export const refuseBeyond = (value: number, least: number, most: number): ChangeNote | null =>
  Number.isInteger(value) && value >= least && value <= most
    ? null
    : note('out_of_range', { least, most });
