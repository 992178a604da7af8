import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Ran, run } from './command-fixture.ts';
import { newClass, RIGHT, WRONG } from './download-fixture.ts';

// From what a platform hands out, class and gradebook, to the gradebook that it imports, with nothing renamed by hand.

const BLACKBOARD = [
  [
    'Last Name',
    'First Name',
    'Username',
    'Student ID',
    'Last Access',
    'Availability',
    'HW 1 [Total Pts: 10 Score] |1281893',
  ],
  ['Lovelace', 'Ada', 'ada', '0442', '', 'Yes', ''],
  ['Söder', 'Bob', 'bob', '', '', 'Yes', '3'],
  ['Gone', 'Max', 'max', '', '', 'Yes', '4'],
];

const PLATFORMS = [
  {
    format: 'blackboard',
    files: {
      'HW1_ada_attempt_2026-11-01-12-00-00_relu.js': RIGHT,
      'HW1_ada_attempt_2026-11-01-12-00-00.txt': 'Name: Ada Lovelace (ada)\n',
      'HW1_bob_attempt_2026-11-01-12-00-00_relu.js': WRONG,
    },
    gradebook: Buffer.from(`\ufeff${BLACKBOARD.map((row) => row.join('\t')).join('\r\n')}`, 'utf16le'),
    absent: 'max',
    imported: [
      'Last Name,First Name,Username,Student ID,HW 1 [Total Pts: 10 Score] |1281893',
      'Lovelace,Ada,ada,0442,10',
      'Söder,Bob,bob,,0',
    ],
  },
  {
    format: 'brightspace',
    files: {
      'index.html': '<html>',
      '12345-67890 - Ada Lovelace - Nov 1, 2026 1159 PM/relu.js': RIGHT,
      '12346-67890 - Bob Söder - Nov 1, 2026 1159 PM/relu.js': WRONG,
    },
    gradebook:
      'OrgDefinedId,Username,Last Name,First Name,HW 1 Points Grade <Numeric MaxPoints:10 Weight:5>,End-of-Line Indicator\r\n' +
      '#0442,#ada,Lovelace,Ada,,#\r\n#0443,#bob,Söder,Bob,3,#\r\n#0444,#max,Gone,Max,4,#\r\n',
    absent: 'max',
    imported: [
      'OrgDefinedId,Username,HW 1 Points Grade <Numeric MaxPoints:10 Weight:5>,End-of-Line Indicator',
      '#0442,#ada,10,#',
      '#0443,#bob,0,#',
    ],
  },
  {
    format: 'sakai',
    files: {
      'HW 1/grades.csv': 'x',
      'HW 1/Lovelace, Ada(ada)/timestamp.txt': '20261101120000000',
      'HW 1/Lovelace, Ada(ada)/Submission attachment(s)/relu.js': RIGHT,
      'HW 1/Söder, Bob(bob)/timestamp.txt': '20261101120000000',
      'HW 1/Söder, Bob(bob)/Submission attachment(s)/relu.js': WRONG,
    },
    gradebook: Buffer.from(
      '"Student ID";"Student Name";"# Student Number";"HW 1 [10]";"* HW 1"\r\n' +
        '"ada";"Lovelace, Ada";"1";"";""\r\n"bob";"Söder, Bob";"2";"3,5";""\r\n"max";"Gone, Max";"3";"4";""\r\n',
      'latin1',
    ),
    absent: 'max',
    imported: [
      'Student ID;Student Name;HW 1 [10];* HW 1',
      'ada;Lovelace, Ada;10;"relu: correct, 10 of 10 points"',
      'bob;Söder, Bob;0;"relu: wrong, 0 of 10 points',
    ],
  },
];

test.each(PLATFORMS)(
  '$format: the grades go to its own column, and who handed nothing in has no row',
  async ({ format, files, gradebook, absent, imported }) => {
    const { folder, out, grade } = newClass(files);
    const roster = join(folder, 'gradebook');
    writeFileSync(roster, gradebook);
    expect((await grade('--roster', roster)).err).toContain(' (2 submissions)\n');
    const report = await run('report', out, '--format', format, '--roster', roster);
    expect(report).toMatchObject({ code: 0, err: `backproof: students without a submission (1 of 3): ${absent}\n` });
    expect(
      report.out
        .replaceAll('"', '')
        .split('\r\n')
        .slice(0, 3)
        .map((line) => line.split('\n')[0]),
    ).toEqual(imported.map((line) => line.replaceAll('"', '')));
    expect(report.out).not.toContain(absent);
  },
);

test('of two students with one name in Brightspace each is found by what the warning says', async () => {
  const { folder, out, grade } = newClass({
    '12345-67890 - Jo Doe - Nov 1, 2026 1159 PM/relu.js': RIGHT,
    '12346-67890 - Jo Doe - Nov 1, 2026 1159 PM/relu.js': WRONG,
  });
  await grade();
  const roster = join(folder, 'gradebook.csv');
  const reported = async (...rows: string[]): Promise<Ran> => {
    writeFileSync(roster, `${rows.join('\r\n')}\r\n`);
    return run('report', out, '--format', 'brightspace', '--roster', roster);
  };
  const rows = ['OrgDefinedId,Username,Last Name,First Name,Email', '#s1,#jo1,Doe,Jo,jo1@x', '#s2,#jo2,Doe,Jo,jo2@x'];
  expect((await reported(...rows)).err).toMatch(
    /submissions whose name several students of the roster have \(so they have no student; give the roster a column submission with what they are called here beside their students .*\): Jo Doe_12345, Jo Doe_12346\n/,
  );
  const names = ['submission', 'Jo Doe_12345', 'Jo Doe_12346'];
  const { out: csv, err } = await reported(...rows.map((row, at) => `${row},${names[at]}`));
  expect(err).not.toContain('no student');
  expect(csv.split('\r\n').slice(1, 3)).toEqual(['#s1,#jo1,10,#', '#s2,#jo2,0,#']);
});
