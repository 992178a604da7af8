import { expect, test } from 'vitest';
import { UsageError } from '../text/errors.ts';
import { readRosterSheet } from './read-roster.ts';
import { rosterFile } from './roster-fixture.ts';
import { nameless, type Student } from './student.ts';
import { withExcused } from './with-excused.ts';

const read = async (text: string): Promise<Student[]> => (await readRosterSheet(rosterFile(text))).students;

test('columns are found by name, in any case and order; others are ignored', async () => {
  expect(await read('\ufeffEMAIL, Name ,ID,shoe size,SIS_ID\r\na@x.org,"Lovelace, Ada",ada,37,s1\r\n\r\n')).toEqual([
    { ...nameless('ada'), email: 'a@x.org', name: 'Lovelace, Ada', sisId: 's1' },
  ]);
});

test.each([';', '\t'])('cells may be separated by %j', async (mark) => {
  const [student] = await read(['id', 'first name', 'last name'].join(mark) + `\nada${mark}Ada${mark}King, Countess\n`);
  expect(student).toMatchObject({ id: 'ada', firstName: 'Ada', lastName: 'King, Countess' });
});

test("a gradebook that Canvas exported is a roster: ID is Canvas's number, and the line of possible points is not a student", async () => {
  const text =
    'Student,ID,SIS User ID,SIS Login ID,Section,HW\n    Points Possible,,,,,10\n"Lovelace, Ada",11,s1,alove,A,\n';
  const { students, sheet } = await readRosterSheet(rosterFile(text));
  expect(students).toEqual([
    { ...nameless('11'), name: 'Lovelace, Ada', canvasId: '11', sisId: 's1', login: 'alove', section: 'A' },
  ]);
  expect(sheet.possible?.at(-1)).toBe('10');
});

test('who is excused from an assignment is excused by EX in its own column of a Canvas gradebook alone', async () => {
  const text =
    'Student,ID,Section,HW 1 (81),HW 2 (82),HW 2 (83)\n    Points Possible,,,10,10,10\n' +
    '"L, Ada",11,A,EX,,EX\n"H, Bob",12,A,3,EX,\nex,13,A,,,\n';
  const { students, sheet } = await readRosterSheet(rosterFile(text));
  const excused = (title: string): string[] =>
    withExcused(students, sheet, title).flatMap(({ id, excused: said }) => (said === null ? [] : [id]));
  expect([excused('hw 1'), excused('HW 2 (82)'), excused('HW 2'), excused('HW')]).toEqual([['11'], ['12'], [], []]);
});

test("a grading worksheet of Moodle is a roster: the participant's number is kept", async () => {
  const text = 'Identifier,Full name,ID number,Email address,Status,Grade\nParticipant 123,Ada Lovelace,s1,a@x.org,,\n';
  expect(await read(text)).toMatchObject([{ id: 's1', name: 'Ada Lovelace', moodleId: '123', email: 'a@x.org' }]);
});

test("Gradescope's scores are a roster: one submission for a group, none for who is absent, and not everybody has a SID", async () => {
  const text =
    'First Name,Last Name,SID,Email,Sections,Total Score,Status,Submission ID\n' +
    'Ada,Lovelace,s1,a@x,A,,Ungraded,11\nBob,Hopper,,b@x,A,,Ungraded,11\nCy,Pres,s3,c@x,B,,Missing,\n';
  expect(await read(text)).toEqual([
    { ...nameless('s1'), firstName: 'Ada', lastName: 'Lovelace', sisId: 's1', email: 'a@x', section: 'A' },
    { ...nameless('b@x'), firstName: 'Bob', lastName: 'Hopper', email: 'b@x', section: 'A' },
    { ...nameless('s3'), firstName: 'Cy', lastName: 'Pres', sisId: 's3', email: 'c@x', section: 'B' },
  ]);
  expect(await read('Submission ID,Name\n11,Ada\n')).toEqual([{ ...nameless('11'), name: 'Ada' }]);
});

test('a roster may say when each handed in, and who is excused', async () => {
  const text = 'id,submitted,excused\nada,2026-11-22 10:00,\nbob,,Yes\ncy,2026-11-20T22:00Z,no\n';
  expect(await read(text)).toEqual([
    { ...nameless('ada'), submitted: '2026-11-22 10:00' },
    { ...nameless('bob'), excused: 'Yes' },
    { ...nameless('cy'), submitted: '2026-11-20T22:00Z' },
  ]);
});

test.each([
  ['', /:1: expected a header/],
  ['id,excused\nada,maybe\n', /:2: the column excused: expected yes or no, got "maybe"/],
  [
    'id,Submitted at\nada,\nbob,last night\n',
    /:3: the column Submitted at: expected a date and a time .* got "last night"/,
  ],
  ['id,name\n', /expected at least one student/],
  ['colour,shoe\nred,37\n', /:1: expected a column id .* got "colour", "shoe"/],
  ['id,name,Student ID\na,b,c\n', /:1: the columns id and Student ID mean the same/],
  ['id,name\nada,Ada\n,Bob\n', /:3: the column id is empty/],
  ['id,email\nada,a@x\nbob,b@x\n\nADA,c@x\n', /:5: the column id holds "ADA" again \(first on line 2\)/],
  ['id,email\nada,a@x\nbob,a@x\n', /:3: the column email holds "a@x" again/],
  ['id,name\nada,Lovelace, Ada\n', /:2: 3 cells where the header has 2: put a cell with a comma in it in quotes/],
  ['id,name\nada,a"A"\n', /roster\.csv:2: not CSV: Invalid Opening Quote/],
  ['id,name\nada,"Ada\n', /roster\.csv:2: a cell that begins with a quote never ends: was the file cut off\?/],
  ['id,name,email\nada,Ada,a@x\nbo', /:3: the last line ends after 1 of 3 cells: was the file cut off\?/],
])('%j is refused with line and column', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
  await expect(read(text)).rejects.toThrow(UsageError);
});

test('what is not UTF-8, or missing, is named', async () => {
  await expect(readRosterSheet(rosterFile(new Uint8Array([0x69, 0x64, 0x0a, 0xe9])))).rejects.toThrow(/not UTF-8/);
  await expect(readRosterSheet('/nowhere/roster.csv')).rejects.toThrow(/cannot be read \(ENOENT\)/);
});

// The columns of a download from the Full Grade Center; the title has what separates cells in other files.
const BLACKBOARD = [
  [
    'Last Name',
    'First Name',
    'Username',
    'Student ID',
    'Last Access',
    'Availability',
    'A, B; C, D [Total Pts: 10 Score] |12',
  ],
  ['Lovelace', 'Ada', 'ada', '0442', '2026-09-01 20:20:47', 'Yes', ''],
  ['Søren', 'Bob', 'bob', '', '2026-09-01 20:20:47', 'Yes', '7'],
];

test.each([
  ['UTF-8 with commas', `\ufeff${BLACKBOARD.map((row) => row.map((cell) => `"${cell}"`).join()).join('\r\n')}`],
  ['UTF-16 with tabs', Buffer.from(`\ufeff${BLACKBOARD.map((row) => row.join('\t')).join('\r\n')}`, 'utf16le')],
])("Blackboard's gradebook is a roster, %s: found by user name, as not everybody has a student ID", async (_, file) => {
  const { students, sheet } = await readRosterSheet(rosterFile(file));
  expect(students).toEqual([
    { ...nameless('ada'), firstName: 'Ada', lastName: 'Lovelace', login: 'ada', sisId: '0442' },
    { ...nameless('bob'), firstName: 'Bob', lastName: 'Søren', login: 'bob' },
  ]);
  expect(sheet).toMatchObject({ gradebook: 'blackboard', header: BLACKBOARD[0] });
});

test("Brightspace's gradebook is a roster: the # before its ids is not theirs", async () => {
  const text =
    'OrgDefinedId,Username,Last Name,First Name,HW 1 Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator\n#007,#ada,Lovelace,Ada,,#\n';
  expect(await read(text)).toEqual([
    { ...nameless('ada'), firstName: 'Ada', lastName: 'Lovelace', login: 'ada', sisId: '007' },
  ]);
});

test("Sakai's gradebook is a roster, in the Latin-1 that it writes and with semicolons where the comma is decimal", async () => {
  const text = '"Student ID";"Student Name";"# Student Number";"HW 1 [7,5]"\n"soe";"Søren, Bob";"1";"3,5"\n';
  const { students, sheet } = await readRosterSheet(rosterFile(Buffer.from(text, 'latin1')));
  expect(students).toEqual([{ ...nameless('soe'), name: 'Søren, Bob' }]);
  expect(sheet).toMatchObject({ gradebook: 'sakai', delimiter: ';' });
});

test('a column with what submissions are called may be empty for those who are found in another way', async () => {
  const text =
    'OrgDefinedId,Username,Last Name,First Name,submission\n#s1,#jo1,Doe,Jo,Jo Doe_12347\n#s2,#ada,Lovelace,Ada,\n';
  expect(await read(text)).toMatchObject([
    { id: 'Jo Doe_12347', sisId: 's1', login: 'jo1' },
    { id: 'ada', sisId: 's2', login: 'ada' },
  ]);
  await expect(read('name,submission\nAda,\n')).rejects.toThrow(/:2: the column submission is empty$/);
});
