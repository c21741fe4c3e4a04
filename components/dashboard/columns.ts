/** The columns of the table of campaigns, in their order. */
export const COLUMNS = [
  'campaign',
  'state',
  'why',
  'last24h',
  'today',
  'couldSend',
  'lost',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

/** Columns whose values are figures, written at the end of their cell. */
export const FIGURE_COLUMNS: ReadonlySet<ColumnId> = new Set(['today', 'couldSend', 'lost']);

/** Without its name a row says nothing. */
const ALWAYS: ColumnId = 'campaign';

/** The columns that a stored choice names, in the order of the table; all of them when it names none. */
export const chosenColumns = (stored: unknown): readonly ColumnId[] => {
  if (!Array.isArray(stored)) return COLUMNS;
  const chosen = COLUMNS.filter((column) => column === ALWAYS || stored.includes(column));
  return chosen.length > 1 ? chosen : COLUMNS;
};

/** The choice with one column more or less. The last one beside the name stays. */
export const toggleColumn = (
  chosen: readonly ColumnId[],
  column: ColumnId,
): readonly ColumnId[] => {
  const next = chosen.includes(column)
    ? chosen.filter((one) => one !== column)
    : [...chosen, column];
  const inOrder = COLUMNS.filter((one) => one === ALWAYS || next.includes(one));
  return inOrder.length > 1 ? inOrder : chosen;
};
