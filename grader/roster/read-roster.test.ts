import { expect, test } from 'vitest';
import { UsageError } from '../text/errors.ts';
import { readRoster } from './read-roster.ts';
import { rosterFile } from './roster-fixture.ts';
import { nameless } from './student.ts';

const read = (text: string): ReturnType<typeof readRoster> => readRoster(rosterFile(text));

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
  expect(await read(text)).toEqual([
    { ...nameless('11'), name: 'Lovelace, Ada', canvasId: '11', sisId: 's1', login: 'alove', section: 'A' },
  ]);
});

test("a grading worksheet of Moodle is a roster: the participant's number is kept", async () => {
  const text = 'Identifier,Full name,ID number,Email address,Status,Grade\nParticipant 123,Ada Lovelace,s1,a@x.org,,\n';
  expect(await read(text)).toMatchObject([{ id: 's1', name: 'Ada Lovelace', moodleId: '123', email: 'a@x.org' }]);
});

test.each([
  ['', /:1: expected a header/],
  ['id,name\n', /expected at least one student/],
  ['colour,shoe\nred,37\n', /:1: expected a column id .* got "colour", "shoe"/],
  ['id,name,Student ID\na,b,c\n', /:1: the columns id and Student ID mean the same/],
  ['id,name\nada,Ada\n,Bob\n', /:3: the column id is empty/],
  ['id,email\nada,a@x\nbob,b@x\n\nADA,c@x\n', /:5: the column id holds "ADA" again \(first on line 2\)/],
  ['id,email\nada,a@x\nbob,a@x\n', /:3: the column email holds "a@x" again/],
  ['id,name\nada,Lovelace, Ada\n', /:2: 3 cells where the header has 2: put a cell with a comma in it in quotes/],
  ['id,name\nada,"Ada\n', /roster\.csv.*not CSV/],
])('%j is refused with line and column', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
  await expect(read(text)).rejects.toThrow(UsageError);
});

test('what is not UTF-8, or missing, is named', async () => {
  await expect(readRoster(rosterFile(new Uint8Array([0x69, 0x64, 0x0a, 0xe9])))).rejects.toThrow(/not UTF-8/);
  await expect(readRoster('/nowhere/roster.csv')).rejects.toThrow(/cannot be read \(ENOENT\)/);
});
