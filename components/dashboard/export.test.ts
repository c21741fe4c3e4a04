import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cause, fleet, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { COLUMNS } from './columns.ts';
import { csvField, exportCsv, exportJson, toCsv } from './export.ts';
import { rowsOf } from './rows.ts';
import { createDashboardWords } from './words.ts';

const words = createDashboardWords({ locale: 'en', timeZone: 'UTC' });
const rows = (verdicts = fleet) =>
  rowsOf(verdicts, new Map([[WORKSPACE, 'North, "wind"']]), words, NOW);

/** A reader by the letter of RFC 4180, to read back what was written. */
const parseCsv = (text: string): string[][] => {
  const lines: string[][] = [];
  let line: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (isQuoted) {
      if (char === '"' && text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else if (char === '"') isQuoted = false;
      else field += char;
    } else if (char === '"') isQuoted = true;
    else if (char === ',') {
      line.push(field);
      field = '';
    } else if (char === '\r' && text[at + 1] === '\n') {
      lines.push([...line, field]);
      line = [];
      field = '';
      at += 1;
    } else field += char;
  }
  return lines;
};

describe('a CSV field', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ])('is no formula: %j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('is quoted where it has to be: %j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  it('keeps numbers as numbers, the negative ones too, and leaves the unknown empty', () => {
    expect([csvField(-5), csvField(0), csvField(null)]).toEqual(['-5', '0', '']);
  });

  it('reads back as it was, but for the apostrophe in front of a formula', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'=@;,"\'\t\r\n a＝') }),
    );
    const table = fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 });
    const without = (lines: string[][]) =>
      lines.map((line) => line.map((cell) => cell.replaceAll("'", '')));
    fc.assert(
      fc.property(table, (lines) => {
        const read = parseCsv(toCsv(lines));
        expect(without(read)).toEqual(without(lines));
        for (const cell of read.flat()) {
          expect(cell).not.toMatch(/(?:^|[;\t\r\n])["\s]*[=+\-@＝＋－＠]/);
        }
      }),
    );
  });
});

describe('an export', () => {
  it('holds the shown rows and columns and nothing else', () => {
    const [head, ...lines] = parseCsv(exportCsv(rows(), ['campaign', 'today'], words));
    expect(head).toEqual(['campaign', 'workspace', 'sentToday', 'limitPerDay', 'campaignId']);
    expect(lines).toHaveLength(fleet.length);
    expect(lines.every((line) => line.length === 5)).toBe(true);
    expect(lines[0]?.[1]).toBe('North, "wind"');
  });

  it('has every column when every column is shown', () => {
    const [head] = parseCsv(exportCsv(rows(), COLUMNS, words));
    expect(head).toHaveLength(11);
  });

  it('neutralises a campaign named like a formula, and keeps a long name whole', () => {
    const long = `=cmd|' /C calc'!A0${'y'.repeat(3_000)}`;
    const [, line] = parseCsv(
      exportCsv(rows([verdict(1, 'blocked', { name: long })]), COLUMNS, words),
    );
    expect(line?.[0]).toBe(`'${long}`);
  });

  it('carries no direction marks around the names in a sentence', () => {
    const causes = [
      cause('inbox_login_lost', { params: { count: 1, addresses: ['anna@nw.co'], answer: '535' } }),
    ];
    const text = exportCsv(rows([verdict(1, 'blocked', { causes })]), COLUMNS, words);
    expect(text).toContain('anna@nw.co');
    expect(text).not.toMatch(/[\u2066-\u2069]/);
  });

  it('says the same as JSON, with numbers and nulls', () => {
    const all: unknown = JSON.parse(exportJson(rows(), ['campaign', 'today', 'lost'], words));
    expect(all).toHaveLength(fleet.length);
    expect(all).toContainEqual({
      campaign: 'E-com Shopify Plus',
      workspace: 'North, "wind"',
      sentToday: 100,
      limitPerDay: 100,
      lostToday: null,
      campaignId: fleet[3]?.campaignId,
    });
  });

  it('of nothing is an empty file', () => {
    expect(exportCsv([], COLUMNS, words)).toBe('');
    expect(JSON.parse(exportJson([], COLUMNS, words))).toEqual([]);
  });
});
