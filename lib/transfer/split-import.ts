import { APP, FORMAT, type ImportData } from './export-file.ts';

/** The longest part that a background takes: far below what one message may carry in any browser. */
export const MOST_PART_LENGTH = 8_000_000;
/** A part is closed once it is as long as this; a single record is at most a few MB longer. */
const FULL_LENGTH = 1_000_000;

type Piece = Pick<ImportData, 'history' | 'incidents' | 'actions'>;

const cut = function* <T>(list: readonly T[]): Generator<readonly T[]> {
  let piece: T[] = [];
  let length = 0;
  for (const one of list) {
    piece.push(one);
    length += JSON.stringify(one).length;
    if (length < FULL_LENGTH) continue;
    yield piece;
    piece = [];
    length = 0;
  }
  if (piece.length > 0) yield piece;
};

const pieces = function* ({ history, incidents, actions }: ImportData): Generator<Piece> {
  for (const piece of cut(history)) yield { history: piece, incidents: [], actions: [] };
  for (const piece of cut(incidents)) yield { history: [], incidents: piece, actions: [] };
  for (const piece of cut(actions)) yield { history: [], incidents: [], actions: piece };
};

/**
 * An import as messages carry it: texts that are each a whole, small file, so that the background checks them as it
 * would any file. What the user chose comes last: it shows that all went well.
 */
export const splitImport = (data: ImportData): readonly string[] => {
  const file = { app: APP, format: FORMAT, exportedAt: data.exportedAt, workspaces: [] };
  const parts = [...pieces(data)].map((piece) =>
    JSON.stringify({ ...file, settings: {}, ...piece }),
  );
  return [
    ...parts,
    JSON.stringify({
      ...file,
      settings: data.settings,
      alertRules: data.alertRules,
      silences: data.silences,
      history: [],
      incidents: [],
      actions: [],
    }),
  ];
};
