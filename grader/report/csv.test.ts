import { expect, test } from 'vitest';
import type { Records } from '../record/records.ts';
import { csvReport as csvPieces, csvText, defused, exactCell } from './csv.ts';
import { HOSTILE_NAMES, inventedExercise, inventedRecord } from './invented-records.ts';

/** RFC 4180, read by its grammar and not by the library that wrote it. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

function csvReport(records: Records): string {
  return [...csvPieces(records)].join('');
}

test('a row per submission, a pair of columns per exercise', () => {
  const exercises = [
    inventedExercise({ status: 'unstable', points: 8.5 }),
    inventedExercise({ name: 'adam', status: 'missing', points: 0 }),
  ];
  const csv = csvReport([inventedRecord({ exercises, points: 8.5, maxPoints: 20 })]);
  expect(csv).toBe(
    'submission,status,softmax status,softmax points,adam status,adam points,total,max,message,late,excused\r\n' +
      'ada,graded,unstable,8.5,missing,0,8.5,20,,,\r\n',
  );
});

test('if the grader failed, the total is empty; it is not 0', () => {
  const [, row] = parsed(
    csvReport([inventedRecord({ status: 'infra_error', points: null, exercises: [], message: 'no worker' })]),
  );
  expect(row).toEqual(['ada', 'infra_error', '', '10', 'no worker', '', '']);
});

test('an empty class has a header', () => {
  expect(csvReport([])).toBe('submission,status,total,max,message,late,excused\r\n');
});

test('no cell starts a formula, and numbers stay numbers', () => {
  expect(['=cmd()', '+a', '-a', '@a', '\ta', '\ra', ' =a', '＝a', '-2+3'].map(defused)).toEqual([
    "'=cmd()",
    "'+a",
    "'-a",
    "'@a",
    "'\ta",
    "'\ra",
    "' =a",
    "'＝a",
    "'-2+3",
  ]);
  expect(['-5', '+1.5e-3', 'ada', 'a=b', -5].map(defused)).toEqual(['-5', '+1.5e-3', 'ada', 'a=b', -5]);
});

test('hostile names and messages come out as one cell each', () => {
  const message = 'first "line"\r\nsecond, line\ralone';
  const rows = parsed(csvReport(HOSTILE_NAMES.map((submission) => inventedRecord({ submission, message }))));
  expect(rows).toHaveLength(HOSTILE_NAMES.length + 1);
  for (const row of rows) {
    expect(row).toHaveLength(9);
    expect(row[0]).not.toMatch(/^[=+@\-\t\r]|[^\P{Cc}\t\r\n]/u);
  }
  expect(rows[1]?.[6]).toBe(message);
});

/** PHP's fgetcsv, by which Moodle reads: inside of quotes a backslash takes the next character with it, and stays itself. */
function readByPhp(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < csv.length; at++) {
    const character = csv[at] as string;
    if (isQuoted && character === '\\') cell += character + (csv[++at] ?? '');
    else if (isQuoted && character === '"' && csv[at + 1] === '"') cell += csv[++at];
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === ',' || character === '\n')) {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  return rows.slice(0, -1);
}

/** Moodle keeps what it has read by fputcsv, which writes a backslash as it is and quotes the cell, and reads that once more. */
function readByMoodle(csv: string): string[][] {
  const kept = readByPhp(csv).map((row) =>
    row.map((cell) => `"${cell.replace(/(\\.)|"/gs, (found, escaped) => escaped ?? found + found)}"`),
  );
  return readByPhp(kept.map((row) => `${row.join(',')}\n`).join(''));
}

const ENDS = ['C:\\', 'C:\\\\', 'a \\" b', '\\","=1+1', 'comma, C:\\', '"\\"', 'line\nC:\\', '\\'];

test.each(ENDS)('a cell with a backslash where it hurts ends where it should: %j', (text) => {
  const rows = [
    ['id', 'message', 'more'],
    ['ada', text, 'x'],
    ['bob', 'plain', text],
    ['cleo', '', ''],
  ];
  const read = readByMoodle(csvText(rows));
  expect(read.map((row) => row.length)).toEqual([3, 3, 3, 3]);
  expect(read.map(([id]) => id)).toEqual(['id', 'ada', 'bob', 'cleo']);
  expect(csvText(rows)).not.toMatch(/\\"?(?:,|\r|$)/);
});

test('what an importer finds a student by is as it is, or is not there', () => {
  expect(['ada', '-5', 'a b', 'Inés'].map(exactCell)).toEqual(['ada', '-5', 'a b', 'Inés']);
  expect(['=ada', '+ada', '-ada', '@ada', 'ada\\', '\tada', '::ada', null].map(exactCell)).toEqual(Array(8).fill(null));
});
