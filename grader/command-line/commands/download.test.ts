import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './command-fixture.ts';
import { newClass, RIGHT, WRONG, zipped } from './download-fixture.ts';

// From the zip that a platform hands out to the file that it imports, with nothing renamed by hand.

const HELPED = `import { top } from './helper';\nexport function relu(z) { return top(z, 0); }\n`;

const CANVAS = {
  'lovelaceada_12345_678901_softmax-2.js': RIGHT,
  'hopperbob_LATE_12346_678902_softmax.js': WRONG,
  'twofilescara_12347_678903_softmax.js': HELPED,
  'twofilescara_12347_678904_helper.js': 'export const top = (a, b) => (a > b ? a : b);\n',
  'pdfeve_12349_678905_report.pdf': '%PDF',
  'pdfeve_12349_678906_softmax.js': RIGHT,
};

test('a Canvas zip becomes a Canvas gradebook; a new download grades what changed alone', async () => {
  const { folder, out, grade, records } = newClass(CANVAS);
  const first = await grade();
  expect(first.code).toBe(0);
  expect(first.err).toMatch(/class\.zip is read as a Canvas download: .* 1 of them marked LATE \(4 submissions\)\n/);
  expect(first.err).toMatch(/ {2}hopperbob_12346 \(late\): hopperbob_LATE_12346_678902_softmax\.js\n/);
  expect(first.err).toMatch(/not graded, beside the code: 1\n {2}pdfeve_12349: report\.pdf \(not code\)\n/);
  expect(records().map(({ submission, points }) => [submission, points])).toEqual([
    ['hopperbob_12346', 0],
    ['lovelaceada_12345', 10],
    ['pdfeve_12349', 10],
    ['twofilescara_12347', 10],
  ]);

  const roster = join(folder, 'roster.csv');
  writeFileSync(
    roster,
    'Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Lovelace, Ada",12345,s1,ada,A\n' +
      '"Hopper, Bob",12346,s2,bob,A\n"Two, Cara",12347,s3,cara,A\n"Pdf, Eve",12349,s5,eve,A\n"Gone, Max",12350,s6,max,A\n',
  );
  const report = await run('report', out, '--format', 'canvas', '--roster', roster);
  expect(report.err).toBe('backproof: students without a submission (1 of 5): 12350\n');
  expect(report.out.split('\r\n')).toEqual([
    'Student,ID,SIS User ID,SIS Login ID,Section,HW 1',
    '    Points Possible,,,,,10',
    '"Lovelace, Ada",12345,s1,ada,A,10',
    '"Hopper, Bob",12346,s2,bob,A,0',
    '"Two, Cara",12347,s3,cara,A,10',
    '"Pdf, Eve",12349,s5,eve,A,10',
    '"Gone, Max",12350,s6,max,A,',
    '',
  ]);

  const before = readFileSync(join(out, 'results.jsonl'), 'utf8');
  const again = JSON.parse((await grade('--json')).out);
  expect(again).toMatchObject({ graded: 0, kept: 4, class: { layout: 'canvas', notes: [] } });
  expect(again.class.submissions[2]).toMatchObject({
    id: 'pdfeve_12349',
    from: ['pdfeve_12349_678905_report.pdf', 'pdfeve_12349_678906_softmax.js'],
    leftOut: [{ name: 'report.pdf', why: 'not code' }],
  });
  expect(readFileSync(join(out, 'results.jsonl'), 'utf8')).toBe(before);

  const { 'hopperbob_LATE_12346_678902_softmax.js': _, ...rest } = CANVAS;
  zipped(join(folder, 'class.zip'), { ...rest, 'hopperbob_LATE_12346_679999_softmax-1.js': RIGHT });
  expect(JSON.parse((await grade('--json')).out)).toMatchObject({ graded: 1, kept: 3, absent: [] });
  expect(records()[0]).toMatchObject({ submission: 'hopperbob_12346', points: 10 });

  const replayed = await run('replay', 'twofilescara_12347', '--out', out, '--exercise', 'relu');
  expect(replayed).toMatchObject({ code: 0, out: expect.stringContaining('reproduced, bit for bit') });
  const regraded = await run('regrade', out, '--json');
  expect(JSON.parse(regraded.out).rows.map(({ kept }: { kept: unknown }) => kept)).toEqual([null, null, null, null]);
});

test('whom the Canvas gradebook excuses from the assignment is excused, and is so still after the import', async () => {
  const { folder, out, grade, records } = newClass(CANVAS);
  const roster = join(folder, 'roster.csv');
  writeFileSync(
    roster,
    'Student,ID,Section,HW 1 (81)\n    Points Possible,,,10\n"Lovelace, Ada",12345,A,EX\n"Hopper, Bob",12346,A,\n"Gone, Max",12350,A,EX\n',
  );
  await grade('--roster', roster);
  expect(records().map(({ submission, excused }) => [submission, excused])).toContainEqual(['lovelaceada_12345', true]);
  const report = await run('report', out, '--format', 'canvas', '--roster', roster);
  expect(report.out.split('\r\n').slice(2, 5)).toEqual([
    '"Lovelace, Ada",12345,,,A,EX',
    '"Hopper, Bob",12346,,,A,0',
    '"Gone, Max",12350,,,A,EX',
  ]);
});

test("the submitters in Gradescope's metadata are the students of the roster, each member of a group", async () => {
  const { folder, out, grade } = newClass({
    'assignment_1_export/submission_metadata.yml':
      'submission_11:\n  :submitters:\n  - :name: Ada L\n    :email: ada@x.org\n  - :name: Bob H\n    :email: BOB@x.org\n',
    'assignment_1_export/submission_11/relu.js': RIGHT,
  });
  await grade();
  const roster = join(folder, 'roster.csv');
  writeFileSync(roster, 'id,name,email\na1,Ada Lovelace,ada@x.org\nb1,Bob Hopper,bob@x.org\n');
  const { out: table } = await run('report', out, '--format', 'csv', '--roster', roster);
  expect(table.split('\r\n').slice(1, 3)).toEqual([
    'a1,Ada Lovelace,ada@x.org,submission_11,graded,correct,10,10,10,,,',
    'b1,Bob Hopper,bob@x.org,submission_11,graded,correct,10,10,10,,,',
  ]);
  const { out: moodle } = await run('report', out, '--format', 'moodle');
  expect(moodle).toContain('Ada L,ada@x.org,ada@x.org,10');
});

test('a layout without a name, or of another class, is wrong usage', async () => {
  const { grade } = newClass(CANVAS);
  expect(await grade('--layout', 'canvsa')).toMatchObject({ code: 2, err: expect.stringContaining('Allowed choices') });
  expect(await grade('--layout', 'moodle')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^backproof: .*class\.zip is not a Moodle download: expected names such as /),
  });
});
