import { expect, test } from 'vitest';
import { COLUMNS, chosenColumns, toggleColumn } from './columns.ts';

test.each([null, undefined, 'why', 7, {}, [], ['campaign'], ['no such column']])(
  'a kept choice that names nothing shows every column: %j',
  (kept) => {
    expect(chosenColumns(kept)).toEqual(COLUMNS);
  },
);

test('a kept choice is shown in the order of the table, with the name always there', () => {
  expect(chosenColumns(['lost', 'state'])).toEqual(['campaign', 'state', 'lost']);
});

test('a column goes and comes back to its place', () => {
  const without = toggleColumn(COLUMNS, 'why');
  expect(without).not.toContain('why');
  expect(toggleColumn(without, 'why')).toEqual(COLUMNS);
});

test('the name and one more column stay', () => {
  expect(toggleColumn(['campaign', 'why'], 'why')).toEqual(['campaign', 'why']);
  expect(toggleColumn(['campaign', 'why'], 'campaign')).toEqual(['campaign', 'why']);
});
