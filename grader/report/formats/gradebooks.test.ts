import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { nameless } from '../../roster/student.ts';
import type { KeptClass } from '../../run/kept-class.ts';
import { classReport } from '../class-report.ts';
import { HOSTILE_NAMES, inventedExercise, inventedRecord } from '../invented-records.ts';
import { canvas } from './canvas.ts';
import { csv } from './csv.ts';
import { moodle } from './moodle.ts';
import { nbgrader } from './nbgrader.ts';
import { called, RECORDS, rendered, SURROUNDINGS } from './report-fixture.ts';

function rows(text: string): string[][] {
  return parse(text);
}

// The rules of instructure/canvas-lms, lib/gradebook_importer.rb: row_has_student_headers?, update_column_count, Points
// Possible.
test('canvas: the header and the second row are those that its importer looks for', async () => {
  const [header = [], possible = [], ...students] = rows(await rendered(canvas));
  expect(header).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Sheet 1']);
  expect(possible[0]).toContain('Points Possible');
  expect(possible[5]).toBe('20');
  expect(students).toEqual([
    ['Lovelace, Ada', '11', 's1', 'alove', 'A', '20'],
    ["'=cmd(), Bob", '', 's2', '', '', '3.5'],
    ['Inés, "V" <b>', '', '', '', '', '0'],
    ['Away, Gone', '', '', '', '', ''],
  ]);
});

test.each([
  { format: canvas, at: 5 },
  { format: moodle, at: 5 },
  { format: nbgrader, at: 10 },
])(
  '$format.name: the points possible are those of the assignment, not of records left over',
  async ({ format, at }) => {
    const [, first] = rows(await rendered(format, classReport({ ...called('x'), maxPoints: 8 }, RECORDS, null)));
    expect(first?.[at]).toBe('8');
  },
);

test('canvas: without a roster the number in a downloaded name is the ID, and no other', async () => {
  const ids = ['lovelaceada_LATE_12345_678_softmax', '4711'];
  const records = ids.map((submission) => inventedRecord({ submission }));
  const [, , plain, late] = rows(await rendered(canvas, classReport(called('x'), records, null)));
  expect(late?.[1]).toBe('12345');
  expect(plain?.[1]).toBe('');
});

// The columns that moodle/moodle, mod/assign/feedback/offline/importgradeslib.php (init, next) looks for.
test('moodle: identifier, grade and comment, for every student that has or may get a grade', async () => {
  const [header = [], ...students] = rows(await rendered(moodle));
  for (const name of ['Identifier', 'Grade', 'Last modified (grade)', 'Feedback comments'])
    expect(header).toContain(name);
  expect(students.map((row) => row.slice(0, 6))).toEqual([
    ['Participant 901', 'Ada Lovelace', 's1', 'ada@example.org', '20', '20'],
    ['', 'Bob =cmd()', 's2', '', '3.5', '20'],
    ['', '"V" <b> Inés', 'inv', '', '0', '20'],
    ['', 'Gone Away', 'gone', '', '', '20'],
  ]);
  expect(students[1]?.at(-1)).toMatch(/^softmax: wrong, 3.5 of 10 points<br>the first row differs/);
});

test('moodle: comments are HTML there, so what a student wrote is escaped', async () => {
  const record = inventedRecord({ message: '<script>alert(1)</script>' });
  expect(await rendered(moodle, classReport(called('x'), [record], null))).not.toContain('<script');
});

test('nbgrader: the time that the download noted, also of who was not late', async () => {
  const submissions = { ada: { from: ['submitted/ada/hw1'], submittedAt: '2026-11-01T12:00:00Z' } };
  const cameFrom: KeptClass = { layout: 'nbgrader', because: 'a test', nbgraderAssignment: null, submissions };
  const report = classReport(called('x'), [inventedRecord({ submission: 'ada' })], null);
  const [, ada] = rows(await nbgrader.render(report, { ...SURROUNDINGS, cameFrom }));
  expect(ada?.[2]).toBe('2026-11-01T12:00:00Z');
});

// The columns of jupyter/nbgrader, nbgrader/plugins/export.py, in their order.
test('nbgrader: the columns of its exporter; students who handed nothing in have 0 as there', async () => {
  const [header, ...students] = rows(await rendered(nbgrader));
  expect(header?.join()).toBe(
    'assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score',
  );
  expect(students.map((row) => [row[3], row[4], row[5], row[7], row[9]])).toEqual([
    ['ada', 'Lovelace', 'Ada', '20', '20'],
    ['bob', "'=cmd()", 'Bob', '3.5', '3.5'],
    ['inv', 'Inés', '"V" <b>', '0', '0'],
    ['gone', 'Away', 'Gone', '0', '0'],
  ]);
});

test('csv: everybody is there: the absent, the ungraded with empty points, and submissions without a student', async () => {
  const [, ...lines] = rows(await rendered(csv));
  const shown = lines.map((row) => [row[0], row[3], row[4], row[9]]);
  expect(shown).toEqual([
    ['ada', 'ada', 'graded', '20'],
    ['bob', 'bob', 'graded', '3.5'],
    ['inv', 'inv', 'invalid', '0'],
    ['unlucky', 'unlucky', 'infra_error', ''],
    ['gone', '', 'absent', ''],
    ['', 'zz-stray', 'graded', '20'],
  ]);
});

test.each([canvas, moodle, nbgrader, csv])(
  '$name: no cell starts a formula, with any name of a student',
  async (format) => {
    const records = HOSTILE_NAMES.map((submission) => inventedRecord({ submission, message: submission }));
    const text = await rendered(format, classReport(called('=1+1'), records, null));
    for (const cell of rows(text).flat()) expect(cell).not.toMatch(/^\s*[=+@]|^-\D/);
  },
);

test('moodle: a message that ends in a backslash, as of a path, ends its cell all the same', async () => {
  const exercise = inventedExercise({ status: 'wrong', points: 0, message: 'not done, see C:\\' });
  const records = ['ada', 'bob'].map((submission) => inventedRecord({ submission, exercises: [exercise] }));
  const text = await rendered(moodle, classReport(called('x'), records, null));
  expect(text).not.toMatch(/\\"?(?:,|\r|$)/m);
  expect(text).toContain('see C:');
});

test('moodle: an id that a spreadsheet would run is left out, and its student where nothing else is known', async () => {
  const roster = [
    { ...nameless('=ada'), moodleId: '901' },
    { ...nameless('@bob'), email: '+bob@example.org' },
    { ...nameless('cleo\\'), email: 'cleo@example.org' },
    nameless('dan'),
  ];
  const [, ...students] = rows(await rendered(moodle, classReport(called('x'), [], roster)));
  expect(students.map((row) => row.slice(0, 4))).toEqual([
    ['Participant 901', "'=ada", '', ''],
    ['', 'cleo\\ ', '', 'cleo@example.org'],
    ['', 'dan', 'dan', ''],
  ]);
});

test.each([
  { format: canvas, roster: [{ ...nameless('ada'), sisId: '=s1' }] },
  { format: nbgrader, roster: [nameless('=ada')] },
])('$format.name: a student whose only id would be changed has no row', async ({ format, roster }) => {
  const text = await rendered(format, classReport(called('x'), [], [...roster, nameless('bob')]));
  expect(text).not.toContain('ada');
  expect(text).toContain('bob');
});

test('canvas: no student sets the points of the assignment', async () => {
  const text = await rendered(
    canvas,
    classReport(called('x'), [inventedRecord({ submission: 'Points  possible' })], null),
  );
  expect(text.match(/points\s+possible/gi)).toHaveLength(1);
});

test.each([canvas, moodle, nbgrader])('$name: a submission that the grader failed on has no row', async (format) => {
  expect(await rendered(format)).not.toContain('unlucky');
  expect(RECORDS.some(({ submission }) => submission === 'unlucky')).toBe(true);
});
