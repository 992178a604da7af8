import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { RosterSheet } from '../../roster/read-roster.ts';
import { nameless, type Student } from '../../roster/student.ts';
import { classReport } from '../class-report.ts';
import { HOSTILE_NAMES, inventedRecord } from '../invented-records.ts';
import { blackboard } from './blackboard.ts';
import { brightspace } from './brightspace.ts';
import { canvas } from './canvas.ts';
import type { ClassFormat } from './format.ts';
import { called, inventedClass, RECORDS, SURROUNDINGS } from './report-fixture.ts';
import { sakai } from './sakai.ts';

const IMPORTED = [blackboard, brightspace, sakai] as const;

/** The header of a gradebook as its platform hands it out. */
const SHEETS: Readonly<Record<string, RosterSheet>> = {
  canvas: {
    gradebook: 'canvas',
    delimiter: ',',
    header: ['Student', 'ID', 'Section', 'Sheet 1 (4711)', 'Exam (4712)'],
  },
  blackboard: {
    gradebook: 'blackboard',
    delimiter: '\t',
    header: [
      'Username',
      'sheet 1 [Total Pts: 20 Score] |12',
      'Exam [Total Pts: 5,5 Score] |13',
      'All [Total Pts: up to 55 Letter] |14',
    ],
  },
  brightspace: {
    gradebook: 'brightspace',
    delimiter: ',',
    header: ['OrgDefinedId', 'Sheet 1 Points Grade <Numeric MaxPoints:20 Category:Homework>', 'Exam Points Grade'],
  },
  sakai: {
    gradebook: 'sakai',
    delimiter: ';',
    header: ['Student ID', 'Student Name', 'Sheet 1 [20]', '* Sheet 1', '#Test [7,5]', 'Exam [7,5]'],
  },
};

async function made(
  format: ClassFormat,
  { report = inventedClass(), sheet = null as RosterSheet | null } = {},
): Promise<{ rows: string[][]; notes: string[] }> {
  const surroundings = { ...SURROUNDINGS, sheet };
  const text = await format.render(report, surroundings);
  return {
    rows: parse(text, { delimiter: sheet?.delimiter === ';' ? ';' : ',' }),
    notes: format.notes?.(report, surroundings) ?? [],
  };
}

function student(id: string, known: Partial<Student> = {}): Student {
  return { ...nameless(id), ...known };
}

test('blackboard: the user name, and a new column has the title alone', async () => {
  const { rows, notes } = await made(blackboard);
  expect(rows).toEqual([
    ['Last Name', 'First Name', 'Username', 'Student ID', 'Sheet 1'],
    ['Lovelace', 'Ada', 'alove', 's1', '20'],
    ["'=cmd()", 'Bob', 'bob', 's2', '3.5'],
    ['Inés', '"V" <b>', 'inv', '', '0'],
  ]);
  expect(notes).toEqual([expect.stringMatching(/^Blackboard makes a new column .* give that with --roster/)]);
});

test('brightspace: its ids as it exports them, the points of a new item, and a mark at the end of each line', async () => {
  const { rows, notes } = await made(brightspace);
  expect(rows).toEqual([
    ['OrgDefinedId', 'Username', 'Sheet 1 Points Grade <Numeric MaxPoints:20>', 'End-of-Line Indicator'],
    ['#s1', '#alove', '20', '#'],
    ['#s2', '', '3.5', '#'],
  ]);
  expect(notes).toEqual([
    'graded, but without a row (Brightspace finds students by OrgDefinedId or user name; give its gradebook with --roster): inv',
  ]);
});

test('brightspace: a column of ids that are all empty is left out', async () => {
  const report = classReport(called('x'), RECORDS, [student('ada', { login: 'ada' })]);
  expect((await made(brightspace, { report })).rows[0]).not.toContain('OrgDefinedId');
});

test('sakai: user name and name in the first two columns, points behind the title, and comments', async () => {
  const { rows } = await made(sakai);
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Student ID', 'Student Name', 'Sheet 1 [20]'],
    ['alove', 'Lovelace, Ada', '20'],
    ['bob', "'=cmd(), Bob", '3.5'],
    ['inv', 'Inés, "V" <b>', '0'],
  ]);
  expect(rows[0]?.[3]).toBe('* Sheet 1');
  expect(rows[2]?.[3]).toMatch(/^softmax: wrong, 3\.5 of 10 points\n {2}the first row differs/);
});

test('sakai: a gradebook with semicolons is answered with semicolons and decimal commas', async () => {
  const { rows } = await made(sakai, { sheet: SHEETS['sakai'] ?? null });
  expect(rows[2]?.slice(0, 3)).toEqual(['bob', "'=cmd(), Bob", '3,5']);
});

test.each([
  [canvas, 'Sheet 1 (4711)'],
  [blackboard, 'sheet 1 [Total Pts: 20 Score] |12'],
  [brightspace, 'Sheet 1 Points Grade <Numeric MaxPoints:20 Category:Homework>'],
  [sakai, 'Sheet 1 [20]'],
])('$name: the column is called as in its gradebook', async (format, column) => {
  const { rows, notes } = await made(format, { sheet: SHEETS[format.name] ?? null });
  expect(rows[0]).toContain(column);
  expect(notes.filter((note) => note.includes('column'))).toEqual([]);
  const whole = await made(format, {
    report: { ...inventedClass(), title: column },
    sheet: SHEETS[format.name] ?? null,
  });
  expect(whole.rows[0]).toEqual(rows[0]);
});

test.each([canvas, ...IMPORTED])(
  '$name: a column that its gradebook lacks is named, with those that it has',
  async (format) => {
    const report = { ...inventedClass(), title: 'Sheet 2' };
    const { notes } = await made(format, { report, sheet: SHEETS[format.name] ?? null });
    expect(notes[0]).toMatch(/^the roster has no column Sheet 2, so \w+ makes a new one; .* --title: sheet 1, Exam$/i);
  },
);

test.each([
  [blackboard, 'Exam [Total Pts: 5,5 Score] |13', '5.5'],
  [brightspace, 'Exam Points Grade <Numeric MaxPoints:50>', '50'],
  [sakai, 'Exam [7,5]', '7.5'],
])('$name: a column that is out of other points is named', async (format, column, points) => {
  const sheet = { ...(SHEETS[format.name] as RosterSheet), header: [column] };
  const { notes } = await made(format, { report: { ...inventedClass(), title: 'Exam' }, sheet });
  expect(notes[0]).toContain(`the column ${column} is out of ${points} points in`);
  expect(notes[0]).toContain('the assignment out of 20');
});

test('canvas: the points of its column are in the line below the header', async () => {
  const sheet = { ...(SHEETS['canvas'] as RosterSheet), possible: ['Points Possible', '', '', '25', '(read only)'] };
  const { notes } = await made(canvas, { sheet });
  expect(notes).toEqual([
    'the column Sheet 1 (4711) is out of 25 points in Canvas, the assignment out of 20: change it there before the import',
  ]);
  const exam = await made(canvas, { report: { ...inventedClass(), title: 'Exam' }, sheet });
  expect(exam.notes).toEqual([]);
});

test('blackboard: a column that was downloaded with its comments goes back with the feedback', async () => {
  const comments = ['Grading Notes', 'Notes Format', 'Feedback to Learner', 'Feedback Format'];
  const [user = '', own = '', exam = ''] = SHEETS['blackboard']?.header ?? [];
  const sheet = { ...(SHEETS['blackboard'] as RosterSheet), header: [user, own, ...comments, exam] };
  const { rows } = await made(blackboard, { sheet });
  expect(rows[0]?.slice(4)).toEqual([own, 'Feedback to Learner', 'Feedback Format']);
  expect(rows[2]?.slice(4)).toEqual(['3.5', expect.stringContaining('softmax: '), 'SMART_TEXT']);
  const other = await made(blackboard, { sheet: { ...sheet, header: [user, own, exam, ...comments] } });
  expect(other.rows[0]?.slice(4)).toEqual([own]);
});

test('two columns of one title: the title does not say which', async () => {
  const sheet = { ...(SHEETS['canvas'] as RosterSheet), header: ['Sheet 1 (1)', 'Sheet 1 (2)'] };
  await expect(made(canvas, { sheet })).rejects.toThrow(
    'the roster has several columns Sheet 1: name one with --title: Sheet 1 (1), Sheet 1 (2)',
  );
});

test("sakai: a column of another tool is refused, as the gradebook's import passes it over", async () => {
  const report = { ...inventedClass(), title: 'Test' };
  await expect(made(sakai, { report, sheet: SHEETS['sakai'] ?? null })).rejects.toThrow(
    /^the column #Test \[7,5\] belongs to another tool of Sakai/,
  );
});

test.each(IMPORTED)(
  '$name: no row for who is excused, handed nothing in or met a failure of the grader',
  async (format) => {
    const records = RECORDS.map((record) => (record.submission === 'bob' ? { ...record, excused: true } : record));
    const roster = ['ada', 'bob', 'unlucky', 'gone'].map((id) => student(id, { login: id }));
    const excusedToo = student('max', { login: 'max', excused: 'yes' });
    const report = classReport(called('x'), records, [...roster, excusedToo]);
    const { rows, notes } = await made(format, { report });
    expect(rows).toHaveLength(2);
    expect(rows[1]?.join()).toContain('ada');
    expect(notes[0]).toMatch(/^excused, so without a row \(\w+'s import cannot say so; mark them there\): bob, max$/);
  },
);

test.each(IMPORTED)('$name: no cell starts a formula, and no id is changed', async (format) => {
  const records = HOSTILE_NAMES.map((submission) => inventedRecord({ submission, message: submission }));
  const roster = HOSTILE_NAMES.map((id) => student(id, { login: id, name: id }));
  const { rows } = await made(format, { report: classReport(called('=1+1'), records, roster) });
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@]|^-\D/);
  const known = new Set(HOSTILE_NAMES.flatMap((name) => [name, `#${name}`]));
  const at = rows[0]?.findIndex((cell) => cell === 'Username' || cell === 'Student ID') ?? -1;
  for (const row of rows.slice(1)) expect(known).toContain(row[at]);
});
