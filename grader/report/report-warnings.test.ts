import { expect, test } from 'vitest';
import { nameless } from '../roster/student.ts';
import { nameList } from '../text/name-list.ts';
import { classReport } from './class-report.ts';
import { called, rendered } from './formats/report-fixture.ts';
import { table } from './formats/table.ts';
import { inventedRecord } from './invented-records.ts';
import { reportWarnings } from './report-warnings.ts';

test('twenty thousand names are ten, and how many more', () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `s${n}`);
  expect(nameList(names)).toBe('s0, s1, s2, s3, s4, s5, s6, s7, s8, s9 and 19,990 more');
});

test('what is said of a large class stays short, whatever is wrong with it', async () => {
  const ids = Array.from({ length: 2000 }, (_, n) => `s${n}`);
  const roster = ids.map(nameless);
  const records = ids.map((submission) =>
    inventedRecord({ submission, status: 'infra_error', points: null, exercises: [] }),
  );
  const contested = roster.map((student) => ({ student, submissions: ids }));
  const report = { ...classReport(called('x'), records, [nameless('other')]), contested };
  const lines = reportWarnings(report, [], ids);
  expect(lines.length).toBeLessThan(20);
  for (const line of lines) expect(line.length).toBeLessThan(1000);
  const [absent = ''] = (await rendered(table, classReport(called('x'), [], roster))).split('\n').slice(-2);
  expect(absent).toMatch(/^No submission \(2000\): s0, .* and 1,990 more$/);
});

test('who has no row is named with the reason', () => {
  const report = classReport(called('x'), [], [nameless('=ada')]);
  expect(reportWarnings(report, [], ['=ada'])[0]).toMatch(
    /^backproof: students without a row in the report \(.*\): =ada$/,
  );
});

test('who is excused only since the class was graded has a grade in the report, and is named', () => {
  const records = ['ada', 'bob'].map((submission) => inventedRecord({ submission, excused: submission === 'bob' }));
  const roster = ['ada', 'bob', 'gone'].map((id) => ({ ...nameless(id), excused: 'EX' }));
  expect(reportWarnings(classReport(called('x'), records, roster), [])).toContainEqual(
    expect.stringMatching(
      /^backproof: excused in the roster, but not when they were graded, .*with this --roster\): ada$/,
    ),
  );
});
