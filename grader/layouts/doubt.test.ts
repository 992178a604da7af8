import { expect, test } from 'vitest';
import { folderOf } from '../class/class-fixture.ts';
import { AUTO, type OpenClass, openClass, type WantedLayout } from './open-class.ts';

// A folder is a platform's only by what that platform alone writes; otherwise it is plain, and says why.

const CODE = 'export const relu = (z) => z;\n';

async function opened(names: readonly string[], wanted: WantedLayout = AUTO): Promise<OpenClass> {
  const result = await openClass(folderOf(Object.fromEntries(names.map((name) => [name, CODE]))), wanted);
  await result.close();
  return result;
}

const idsOf = ({ entries }: OpenClass): string[] => entries.map(({ id }) => id);

test('an ordinary class folder is plain without a doubt', async () => {
  const { layout, because, notes } = await opened(['ada.ts', 'bob/a.ts', 'softmax-07-typed_loops.ts', 'x_1_y.js']);
  expect({ layout, because, notes }).toEqual({
    layout: 'plain',
    because: 'a plain class folder: each entry in it is one submission',
    notes: [],
  });
});

test('a shared beginning alone does not make folders clones of GitHub Classroom', async () => {
  const folders = ['hw1-ada/relu.ts', 'hw1-bob/relu.ts'];
  const auto = await opened(folders);
  expect(auto.layout).toBe('plain');
  expect(idsOf(auto)).toEqual(['hw1-ada', 'hw1-bob']);
  expect(auto.notes).toEqual([
    'in doubt: it could be clones of GitHub Classroom (--layout github), but the folders share the beginning hw1-, but none has a repository (.git, .github) in it',
  ]);
  expect(idsOf(await opened(folders, { layout: 'github', nbgraderAssignment: null }))).toEqual(['ada', 'bob']);
});

test('numbers, dashes and a day without a year are not the names of Brightspace', async () => {
  expect((await opened(['1-2026 - Ada L - Nov 3/a.ts', '2-2026 - Bob H - Nov 3/a.ts'])).layout).toBe('plain');
});

test('repositories without a shared beginning are a plain class', async () => {
  expect((await opened(['ada/.git/HEAD', 'ada/relu.ts', 'bob/.git/HEAD', 'bob/relu.ts'])).layout).toBe('plain');
});

test.each([
  ['a file number of two students', ['ada_1234_5678_a.ts', 'bob_1235_5678_a.ts']],
  ['a user number with two names', ['ada_1234_5678_a.ts', 'bob_1234_5679_a.ts']],
  ['names that Canvas would not write', ['Ada_1234_5678_a.ts', 'Bob_1235_5679_a.ts']],
  ['small numbers', ['relu_1_2_final.ts', 'softmax_3_4_final.ts']],
  ['the files of a class as those of one', ['hw1_2026_4123_ada.ts', 'hw1_2026_4124_bob.ts', 'hw1_2026_4125_cy.ts']],
  ['one name for all', ['hw1_4123_9001_a.ts', 'hw1_4124_9002_a.ts', 'hw1_4125_9003_a.ts']],
  ['a beginning of all names', ['hw1_ada_4123_9001_a.ts', 'hw1_bob_4124_9002_a.ts']],
])('%s: the names are not those of Canvas', async (_, names) => {
  const { layout, notes } = await opened(names);
  expect(layout).toBe('plain');
  expect(notes[0]).toMatch(/^in doubt: it could be a Canvas download \(--layout canvas\), but /);
});

test('two students with one name are two in a Canvas download, also if there is nobody else', async () => {
  const both = await opened(['lovelaceada_12345_67890_a.ts', 'lovelaceada_12346_67891_a.ts']);
  expect(both.layout).toBe('canvas');
  expect(idsOf(both)).toEqual(['lovelaceada_12345', 'lovelaceada_12346']);
});

test('a download half of which is something else is plain, and says what the rest is', async () => {
  const half = await opened(['lovelaceada_12345_67890_a.ts', 'hopperbob_12346_67891_a.ts', 'cara.ts', 'dan.ts']);
  expect(half.layout).toBe('plain');
  expect(half.notes).toEqual([
    'in doubt: it could be a Canvas download (--layout canvas), but 2 of 4 entries are not: cara.ts, dan.ts',
  ]);
  const asked = await opened(['lovelaceada_12345_67890_a.ts', 'cara.ts'], {
    layout: 'canvas',
    nbgraderAssignment: null,
  });
  expect(idsOf(asked)).toEqual(['cara', 'lovelaceada_12345']);
  expect(asked.notes).toEqual(['read by the name alone, as in a plain class folder: cara.ts']);
});

test('one file that somebody put into a large download is a submission by its own name; lists are left out', async () => {
  const many = Array.from({ length: 30 }, (_, i) => `student${i}x_${12_000 + i}_${67_000 + i}_a.ts`);
  const { layout, notes, entries } = await opened([...many, 'late by mail.ts', 'roster.csv']);
  expect(layout).toBe('canvas');
  expect(entries).toHaveLength(31);
  expect(notes).toEqual([
    'read by the name alone, as in a plain class folder: late by mail.ts',
    'left out, since no submission has such a name: roster.csv',
  ]);
});

test('folders submission_1 without metadata are plain, with the same ids', async () => {
  const plain = await opened(['submission_1/a.ts', 'submission_2/a.ts']);
  expect(plain.layout).toBe('plain');
  expect(idsOf(plain)).toEqual(['submission_1', 'submission_2']);
});

test('a layout that was asked for and is not there is wrong usage', async () => {
  await expect(opened(['ada.ts'], { layout: 'canvas', nbgraderAssignment: null })).rejects.toThrow(
    /is not a Canvas download: expected names such as lovelaceada_LATE_12345_67890_softmax\.ts, got ada\.ts: leave --layout out$/,
  );
  await expect(opened(['ada.ts'], { layout: 'plain', nbgraderAssignment: 'hw1' })).rejects.toThrow(
    /^--nbgrader-assignment is for nbgrader, and .* is read as a plain class folder$/,
  );
});

test('what operating systems leave behind is nobody’s submission, and is named', async () => {
  const { notes, entries } = await opened(['ada.ts', 'Thumbs.db', 'desktop.ini', '~$ada.docx', '.DS_Store']);
  expect(entries.map(({ id }) => id)).toEqual(['ada']);
  expect(notes).toEqual(['left out, since an operating system put it there: Thumbs.db, desktop.ini, ~$ada.docx']);
});

test('names in NFC and NFD are one student', async () => {
  const canvas = await opened(['obrienseán_12345_67890_a.ts', 'obriensea\u0301n_12345_67891_b.ts']);
  expect(canvas.entries.map(({ id, parts }) => [id, parts.length])).toEqual([['obrienseán_12345', 2]]);
  const plain = await opened(['Seán.ts', 'Sea\u0301n.ts']);
  expect(plain.entries).toMatchObject([
    { id: 'Seán', problem: expect.stringMatching(/more than once: .*accents in two spellings, NFC and NFD/) },
  ]);
});

test.each([
  ['moodle', 'Ada L_9_assignsubmission_file_Bob H_10_assignsubmission_file_a.ts', 'Ada L_9'],
  ['blackboard', 'HW1_ada_attempt_2026-11-01-12-00-00_HW1_bob_attempt_2027-11-01-12-00-00_a.ts', 'ada'],
  ['brightspace', '1-2 - Ada L - Nov 1, 2026 1159 PM - 3-4 - Bob H - Nov 2, 2026 1159 PM - a.ts', 'Ada L'],
  ['sakai', 'L, Ada(ada)_Submission attachment(s)_H, Bob(bob)_Submission attachment(s)_a.ts', 'ada'],
  ['autolab', 'ada@x.org_1_bob@x.org_2_a.ts', 'ada@x.org'],
  ['canvas', 'lada_12345_67890_hbob_12346_67891_a.ts', 'lada_12345'],
])('%s: nobody hands in for somebody else by the name of a file', async (layout, name, id) => {
  const result = await opened([name]);
  expect([result.layout, idsOf(result)]).toEqual([layout, [id]]);
});

test('a clone that was changed does not change the ids of the others', async () => {
  const mark = (user: string, assignment: string): Record<string, string> => ({
    [`cs-hw1-${user}/.classroom50.yaml`]: `classroom: cs\nassignment: ${assignment}\n`,
    [`cs-hw1-${user}/a.ts`]: CODE,
  });
  const result = await openClass(
    folderOf({ ...mark('ada', 'hw1'), ...mark('jo-ada', 'hw1-jo'), ...mark('bob', 'hw1') }),
  );
  await result.close();
  expect(idsOf(result)).toEqual(['ada', 'bob', 'jo-ada']);
});

test('a class whose only entry is a zip may be a zip in a zip, and says so', async () => {
  expect((await opened(['submissions.zip'])).notes).toEqual([
    'the only entry is submissions.zip: if that is the class, unpack what is around it and name it itself',
  ]);
});

test('times in another language are named, since the last attempt cannot be told by them', async () => {
  const { notes, entries } = await opened([
    '1-2 - Ada L - 1 novembre 2026 23h59/a.ts',
    '3-2 - Bob H - Nov 1, 2026 1159 PM/a.ts',
  ]);
  expect(entries.map(({ id, submittedAt }) => [id, submittedAt])).toEqual([
    ['Ada L', undefined],
    ['Bob H', '2026-11-01T23:59:00'],
  ]);
  expect(notes[0]).toMatch(/^times that are not in English cannot be read \(1, as 1 novembre 2026 23h59\)/);
});
