import { expect, test } from 'vitest';
import { folderOf, LIMITS } from '../class/class-fixture.ts';
import { makeZip } from '../class/zip-fixture.ts';
import type { LayoutName } from './layout-names.ts';
import { AUTO, openClass, type WantedLayout } from './open-class.ts';

// Small folders as the platforms hand them out: what each is taken for, and what of whom is graded.

const CODE = 'export const relu = (z) => (z > 0 ? z : 0);\n';
const OTHER = 'export const softmax = (z) => z;\n';

interface Read {
  layout: LayoutName;
  /** by id, the files that are graded, or why none is */
  ids: Record<string, string[] | string>;
}

async function read(files: Readonly<Record<string, string | Buffer>>, wanted: WantedLayout = AUTO): Promise<Read> {
  const opened = await openClass(folderOf(files), wanted);
  try {
    const ids: Read['ids'] = {};
    for (const entry of opened.entries) {
      const { files: graded, problem } = await opened.read(entry, LIMITS);
      ids[entry.id] = problem ?? graded.map(({ path }) => path);
    }
    return { layout: opened.layout, ids };
  } finally {
    await opened.close();
  }
}

const NOT_CODE = 'hand in a .ts, .js or .mjs file, a folder or a .zip of such files';

test('Canvas: late, several files, attempts, text and link entries, groups, documents beside code, zips, anonymous', async () => {
  expect(
    await read({
      'lovelaceada_12345_678901_softmax-2.ts': CODE,
      'lovelaceada_12345_678911_softmax-3.ts': CODE,
      'hopperbob_LATE_12346_678902_softmax.ts': CODE,
      'twofilescara_12347_678903_softmax-1.ts': `import { top } from './helper';\n${CODE}`,
      'twofilescara_12347_678904_helper-1.ts': 'export const top = Math.max;\n',
      'textdan_12348_text.html': '<p>my answer</p>',
      'urlgus_12352_link.html': '<meta>',
      'pdfeve_12349_678905_report.pdf': '%PDF',
      'pdfeve_12349_678906_softmax.ts': CODE,
      'zipfay_12350_678907_hw.zip': makeZip([{ name: 'hw/relu.ts', data: CODE }]),
      'obrienseán_12351_678908_soft_max_1_2.ts': CODE,
      'projectgroup1_98_678920_hw.ts': CODE,
      'anon_aB3x9_678930_hw.ts': CODE,
    }),
  ).toEqual({
    layout: 'canvas',
    ids: {
      anon_aB3x9: ['hw.ts'],
      hopperbob_12346: ['softmax.ts'],
      lovelaceada_12345: ['softmax.ts'],
      obrienseán_12351: ['soft_max_1_2.ts'],
      pdfeve_12349: ['softmax.ts'],
      projectgroup1_98: ['hw.ts'],
      textdan_12348: `text.html is not code: ${NOT_CODE}`,
      twofilescara_12347: ['helper.ts', 'softmax.ts'],
      urlgus_12352: `link.html is not code: ${NOT_CODE}`,
      zipfay_12350: ['relu.ts'],
    },
  });
});

test('Canvas: a name that ends in numbers, a file that begins with some, and a name of which nothing is left', async () => {
  expect(
    await read({
      'lovelaceada1_12345_67890_hw.ts': CODE,
      'hopperbob_12346_67891_hw.ts': CODE,
      'group_1_12347_67892_hw.ts': CODE,
      'group_1_12347_67893_helper.ts': OTHER,
      'group_2_LATE_12348_67894_hw.ts': CODE,
      'group_3_12349_text.html': '<p>',
      'eve_12350_67895_1_2_hw.ts': CODE,
      'fay_12351_67896_20261120_hw.ts': CODE,
      'guy_12352_67897_text.html': '<p>',
      '_12353_67898_hw.ts': CODE,
      '_LATE_12354_67899_hw.ts': CODE,
      '_12355_text.html': '<p>',
      '王小明_12356_67900_hw.ts': CODE,
    }),
  ).toEqual({
    layout: 'canvas',
    ids: {
      _12353: ['hw.ts'],
      _12354: ['hw.ts'],
      _12355: `text.html is not code: ${NOT_CODE}`,
      eve_12350: ['1_2_hw.ts'],
      fay_12351: ['20261120_hw.ts'],
      group_1_12347: ['helper.ts', 'hw.ts'],
      group_2_12348: ['hw.ts'],
      group_3_12349: `text.html is not code: ${NOT_CODE}`,
      guy_12352: `text.html is not code: ${NOT_CODE}`,
      hopperbob_12346: ['hw.ts'],
      lovelaceada1_12345: ['hw.ts'],
      王小明_12356: ['hw.ts'],
    },
  });
  const groups = { 'lions_1_98_678920_hw.ts': CODE, 'tigers_2_99_678921_hw.ts': CODE };
  expect(await read(groups)).toEqual({ layout: 'canvas', ids: { lions_1_98: ['hw.ts'], tigers_2_99: ['hw.ts'] } });
});

test.each([
  [
    'folders',
    {
      'Ada Lovelace_900001_assignsubmission_file/hw.ts': CODE,
      'Ada Lovelace_900001_assignsubmission_onlinetext/onlinetext.html': '<p>',
      'Cara Two_900003_assignsubmission_file_/a/hw.ts': CODE,
    },
    { 'Ada Lovelace_900001': ['hw.ts'], 'Cara Two_900003': ['a/hw.ts'] },
  ],
  [
    'no folders',
    {
      'Ada Lovelace_900001_assignsubmission_file_hw.ts': CODE,
      'Bob Hopper_900002_assignsubmission_file_hw.ts': CODE,
      'Bob Hopper_900002_assignsubmission_file_helper.ts': OTHER,
    },
    { 'Ada Lovelace_900001': ['hw.ts'], 'Bob Hopper_900002': ['helper.ts', 'hw.ts'] },
  ],
  [
    'blind marking',
    {
      'Participant_900001_assignsubmission_file/hw.ts': CODE,
      'Participant 12_assignsubmission_file_/hw.ts': CODE,
      'Participant 13_900003_assignsubmission_file_/hw.ts': CODE,
    },
    { 'Participant 12': ['hw.ts'], 'Participant 13_900003': ['hw.ts'], Participant_900001: ['hw.ts'] },
  ],
  [
    'groups, and those who are in none',
    {
      'Group 1_45_assignsubmission_file/hw.ts': CODE,
      'Default group_assignsubmission_file/hw.ts': CODE,
      'Default group_assignsubmission_onlinetext/onlinetext.html': '<p>',
    },
    { 'Default group': ['hw.ts'], 'Group 1_45': ['hw.ts'] },
  ],
])('Moodle, %s', async (_, files, ids) => {
  expect(await read(files)).toEqual({ layout: 'moodle', ids });
});

test('Moodle: the number of a group is not taken for that of a participant', async () => {
  const peopleIn = async (...names: string[]): Promise<unknown> => {
    const files = names.map((name) => [`${name}_assignsubmission_file/hw.ts`, CODE]);
    const opened = await openClass(folderOf(Object.fromEntries(files)));
    return [[...opened.people.values()].flat(), opened.notes];
  };
  const notes = [expect.stringMatching(/^these are submissions of groups: .* a roster with a column group/)];
  expect(await peopleIn('Lions_45', 'Default group')).toEqual([[{ name: 'Default group' }, { name: 'Lions' }], notes]);
  expect(await peopleIn('Group A_45', 'Lions_46')).toEqual([[{ name: 'Group A' }, { name: 'Lions' }], notes]);
  const members = ['Group A-Ada Lovelace', 'Group B-Bob Hopper'] as const;
  expect(await peopleIn(`${members[0]}_900001`, `${members[1]}_900002`)).toEqual([
    [
      { moodleId: '900001', name: members[0] },
      { moodleId: '900002', name: members[1] },
    ],
    [],
  ]);
});

test('Gradescope: a folder of metadata and submissions, with or without a folder around it', async () => {
  const files = {
    'submission_metadata.yml': ':submission_11:\n  :submitters:\n  - :name: Ada Lovelace\n',
    'submission_11/relu.ts': CODE,
    'submission_12/src/relu.ts': CODE,
    'submission_12/metadata.yml': 'x',
  };
  const ids = { submission_11: ['relu.ts'], submission_12: ['src/relu.ts'] };
  expect(await read(files)).toEqual({ layout: 'gradescope', ids });
  const wrapped = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`assignment_5_export/${path}`, text]),
  );
  expect(await read(wrapped)).toEqual({ layout: 'gradescope', ids });
});

test('GitHub Classroom: tests, builds, packages and configuration are not the submission', async () => {
  const clone = (user: string): Record<string, string> => ({
    [`relu-${user}/src/relu.ts`]: CODE,
    [`relu-${user}/README.md`]: '#',
    [`relu-${user}/.git/HEAD`]: 'x',
    [`relu-${user}/.github/workflows/x.yml`]: 'x',
    [`relu-${user}/tests/relu.test.ts`]: 'import "vitest";',
    [`relu-${user}/src/relu.spec.ts`]: 'import "vitest";',
    [`relu-${user}/vitest.config.ts`]: 'export default {};',
    [`relu-${user}/node_modules/a/index.js`]: 'export const relu = 1;',
    [`relu-${user}/dist/relu.js`]: CODE,
  });
  expect(
    await read({ ...clone('ada'), ...clone('bob-h'), 'relu-cy/.git/HEAD': '', 'relu-cy/tests/a.test.ts': CODE }),
  ).toEqual({
    layout: 'github',
    ids: {
      ada: ['src/relu.ts'],
      'bob-h': ['src/relu.ts'],
      cy: 'relu-cy holds no .ts, .js or .mjs file but tests, builds or configuration (tests), which are not graded',
    },
  });
});

test('one clone of GitHub Classroom is told by the folder around it', async () => {
  expect(await read({ 'hw1-submissions/hw1-ada-b/relu.ts': CODE, 'hw1-submissions/hw1-ada-b/.git/HEAD': '' })).toEqual({
    layout: 'github',
    ids: { 'ada-b': ['relu.ts'] },
  });
});

test('Classroom 50: each clone says what stands before the user name', async () => {
  const mark = 'classroom: "CS"\nassignment: "hw1"\n';
  const files = {
    'cs-hw1-jo-a/.classroom50.yaml': mark,
    'cs-hw1-jo-a/.git/HEAD': '',
    'cs-hw1-jo-a/relu.ts': CODE,
    'cs-hw1-jo-b/.classroom50.yml': mark,
    'cs-hw1-jo-b/.git/HEAD': '',
    'cs-hw1-jo-b/.github/workflows/autograde.yml': '',
    'cs-hw1-jo-b/relu.ts': CODE,
    'cs-hw1-jo-b/autograder.test.ts': OTHER,
    'cs-hw1-jo-b/result.json': '{}',
    'scores.csv': 'username,first_name,email,datetime,late\njo-a,Jo,jo@x.org,2026-11-01T12:00:00Z,true\n',
  };
  expect(await read(files)).toEqual({ layout: 'classroom50', ids: { 'jo-a': ['relu.ts'], 'jo-b': ['relu.ts'] } });
  const opened = await openClass(folderOf(files));
  expect(opened.entries[0]).toMatchObject({ id: 'jo-a', submittedAt: '2026-11-01T12:00:00Z', late: true });
  expect(opened.people.get('jo-a')).toEqual([{ login: 'jo-a', firstName: 'Jo', email: 'jo@x.org' }]);
});

test('Blackboard: the last attempt counts, and a receipt tells the user name from the assignment', async () => {
  const files = {
    'My HW_1_ada_b_attempt_2026-11-22-10-00-00_relu.ts': CODE,
    'My HW_1_ada_b_attempt_2026-11-22-10-00-00.txt': 'Name: Ada Lovelace (ada_b)\nAssignment: My HW_1\n',
    'My HW_1_bob99_attempt_2026-11-22-10-00-01_relu.ts': OTHER,
    'My HW_1_bob99_attempt_2026-11-23-10-00-01_new.ts': CODE,
    'My HW_1_bob99_attempt_2026-11-23-10-00-01.txt': 'Name',
    'My HW_1_cy_attempt_2026-11-23-10-00-01.txt': 'Name: Cy (cy)\nComments: (nobody)\n',
  };
  expect(await read(files)).toEqual({
    layout: 'blackboard',
    ids: {
      ada_b: ['relu.ts'],
      bob99: ['new.ts'],
      cy: `a receipt without files (.txt) is not code: ${NOT_CODE}`,
    },
  });
  const opened = await openClass(folderOf(files));
  expect(opened.people.get('ada_b')).toEqual([{ login: 'ada_b', name: 'Ada Lovelace' }]);
  expect(opened.entries[1]).toMatchObject({
    submittedAt: '2026-11-23T10:00:01',
    attempt: 2,
    leftOut: [{ name: 'relu.ts', why: 'an earlier attempt (2026-11-22T10:00:01)' }],
  });
});

test('Brightspace: the last time counts, and two students with one name stay two', async () => {
  const files = {
    'index.html': '<html>',
    '12345-67890 - Ada Lovelace - Nov 1, 2026 1159 PM/relu.ts': OTHER,
    '12345-67890 - Ada Lovelace - Nov 2, 2026 1201 AM/new.ts': CODE,
    '12346-67890 - Bob O. Hopper-Smith - 22 November, 2026 10:00 PM/relu.ts': CODE,
    '12347-67890 - Jo Doe - Nov 1, 2026 1159 PM/relu.ts': CODE,
    '12348-67890 - Jo Doe - Nov 1, 2026 1159 PM/relu.ts': CODE,
  };
  expect(await read(files)).toEqual({
    layout: 'brightspace',
    ids: {
      'Ada Lovelace': ['new.ts'],
      'Bob O. Hopper-Smith': ['relu.ts'],
      'Jo Doe_12347': ['relu.ts'],
      'Jo Doe_12348': ['relu.ts'],
    },
  });
  const opened = await openClass(folderOf(files));
  expect(opened.entries[0]).toMatchObject({ submittedAt: '2026-11-02T00:01:00', attempt: 2 });
  expect(opened.notes).toEqual([
    "several students are called Jo Doe: their ids have Brightspace's number of the student behind the name",
  ]);
});

test('Brightspace without folders', async () => {
  expect(
    await read({
      'index.html': '<html>',
      '12345-67890 - Ada Lovelace - Nov 1, 2026 1159 PM - relu.ts': CODE,
      '12345-67890 - Ada Lovelace - Nov 1, 2026 1159 PM - my - notes.pdf': '%PDF',
    }),
  ).toEqual({ layout: 'brightspace', ids: { 'Ada Lovelace': ['relu.ts'] } });
});

test('Sakai: attachments of a student or a group, with the time, and late by the list of grades', async () => {
  const files = {
    'HW 1/Lovelace, Ada(ada123)/Submission attachment(s)/relu.ts': CODE,
    'HW 1/Lovelace, Ada(ada123)/Feedback Attachment(s)/old.ts': OTHER,
    'HW 1/Lovelace, Ada(ada123)/Lovelace, Ada(ada123)_submissionText.html': '<p>',
    'HW 1/Lovelace, Ada(ada123)/timestamp.txt': '2026-11-01T12:00:00Z',
    'HW 1/Hopper, Bob(bob); Two, Cara(cara)/Submission attachment(s)/relu.ts': CODE,
    'HW 1/Hopper, Bob(bob); Two, Cara(cara)/timestamp.txt': '20261101120000000',
    'HW 1/grades.csv': 'HW 1,Points\n\nDisplay ID,ID,Last,First,grade,date,Late\nada123,ada123,Lovelace,Ada,,,Late\n',
  };
  expect(await read(files)).toEqual({ layout: 'sakai', ids: { ada123: ['relu.ts'], 'bob; cara': ['relu.ts'] } });
  const opened = await openClass(folderOf(files));
  expect(opened.entries).toMatchObject([
    { submittedAt: '2026-11-01T12:00:00Z', late: true },
    { submittedAt: '2026-11-01T12:00:00Z' },
  ]);
  expect(opened.people.get('bob; cara')).toEqual([
    { login: 'bob', firstName: 'Bob', lastName: 'Hopper' },
    { login: 'cara', firstName: 'Cara', lastName: 'Two' },
  ]);
});

test('Sakai: who handed nothing in has a folder and no submission; a draft, a text and an empty form are some', async () => {
  const files = {
    'HW 1/L, Ada(ada)/Submission attachment(s)/relu.ts': CODE,
    'HW 1/L, Ada(ada)/timestamp.txt': '20261101120000000',
    'HW 1/H, Bob(bob)/comments.txt': '',
    'HW 1/T, Cara(cara)/T, Cara(cara)_submissionText.html': '',
    'HW 1/T, Cara(cara)/feedbackText.html': '<p>nothing?</p>',
    'HW 1/T, Cara(cara)/Feedback Attachment(s)/rules.pdf': '%PDF',
    'HW 1/T, Cara(cara)/Submission attachment(s)/.DS_Store': '',
    'HW 1/D, Dan(dan)/Submission attachment(s)/draft.ts': CODE,
    'HW 1/E, Eve(eve)/E, Eve(eve)_submissionText.html': '<p>mine</p>',
    'HW 1/F, Fay(fay)/timestamp.txt': '20261101120000000',
    'HW 1/F, Fay(fay)/comments.txt': '',
    'HW 1/grades.csv': 'x',
  };
  expect(await read(files)).toEqual({
    layout: 'sakai',
    ids: {
      ada: ['relu.ts'],
      dan: ['draft.ts'],
      eve: expect.stringMatching(/_submissionText\.html is not code/),
      fay: 'fay holds no .ts, .js or .mjs file',
    },
  });
  const opened = await openClass(folderOf(files));
  expect(opened.notes).toContain('handed nothing in, so without a record (2): bob, cara');
  expect([...opened.people.keys()].sort()).toEqual(['ada', 'dan', 'eve', 'fay']);
  await expect(read({ 'HW 1/H, Bob(bob)/comments.txt': '', 'HW 1/grades.csv': 'x' })).rejects.toThrow(
    /holds no submissions/,
  );
});

test('an empty folder is a submission without code where the platform makes folders only for those who handed in', async () => {
  const none = expect.stringMatching(/holds no \.ts, \.js or \.mjs file$/);
  expect(await read({ 'ada/.keep': '', 'bob.ts': CODE })).toEqual({
    layout: 'plain',
    ids: { ada: none, bob: ['bob.ts'] },
  });
  expect(await read({ 'Ada L_900001_assignsubmission_file/.keep': '' })).toEqual({
    layout: 'moodle',
    ids: { 'Ada L_900001': none },
  });
  expect(await read({ 'submitted/ada/hw1/.keep': '', 'submitted/bob/hw1/relu.ts': CODE })).toEqual({
    layout: 'nbgrader',
    ids: { ada: none, bob: ['relu.ts'] },
  });
});

test('Sakai without folders', async () => {
  expect(
    await read({
      'Lovelace, Ada(ada)_Submission attachment(s)_relu.ts': CODE,
      'Lovelace, Ada(ada)_submissionText.html': '<p>',
    }),
  ).toEqual({ layout: 'sakai', ids: { ada: ['relu.ts'] } });
});

test('Autolab: the highest version counts, also above nine', async () => {
  expect(
    await read({
      'ada_l@cmu.edu_9_hand_in.ts': OTHER,
      'ada_l@cmu.edu_10_hand_in.ts': CODE,
      'bob@cs.cmu.edu_1_handin.ts': CODE,
    }),
  ).toEqual({ layout: 'autolab', ids: { 'ada_l@cmu.edu': ['hand_in.ts'], 'bob@cs.cmu.edu': ['handin.ts'] } });
});

test.each([
  ['moodle', 'Ada L_900001_assignsubmission_file/', 'Ada L_900001'],
  ['brightspace', '1-2 - Ada L - Nov 1, 2026 1159 PM/', 'Ada L'],
  ['sakai', 'HW 1/L, Ada(ada)/Submission attachment(s)/', 'ada'],
  ['nbgrader', 'submitted/ada/hw1/', 'ada'],
  ['gradescope', 'submission_11/', 'submission_11'],
])('%s: a zip that was handed in is opened in the folder of the platform, too', async (layout, folder, id) => {
  const marks = { sakai: 'HW 1/grades.csv', gradescope: 'submission_metadata.yml' };
  const mark = layout === 'sakai' || layout === 'gradescope' ? { [marks[layout]]: 'x' } : {};
  const zip = (...names: string[]): Buffer => makeZip(names.map((name) => ({ name, data: CODE })));
  const ids = async (files: Record<string, string | Buffer>): Promise<unknown> => {
    const named = Object.entries(files).map(([name, data]) => [`${folder}${name}`, data] as const);
    return read({ ...Object.fromEntries(named), ...mark });
  };
  expect(await ids({ 'hw.zip': zip('hw/relu.ts', '__MACOSX/hw/._relu.ts'), 'report.pdf': '%PDF' })).toEqual({
    layout,
    ids: { [id]: ['relu.ts'] },
  });
  expect(await ids({ 'hw.zip': zip('hw/old.ts'), 'relu.ts': CODE })).toEqual({ layout, ids: { [id]: ['relu.ts'] } });
  expect(await ids({ 'hw.zip': 'PK cut off' })).toEqual({
    layout,
    ids: { [id]: expect.stringMatching(/^hw\.zip is not a zip file that can be read/) },
  });
});

test('nbgrader: what an operating system puts into the folder of a student changes nothing', async () => {
  expect(
    await read({
      'submitted/ada/hw1/relu.ts': CODE,
      'submitted/ada/Thumbs.db': 'x',
      'submitted/bob/hw1/relu.ts': CODE,
    }),
  ).toEqual({ layout: 'nbgrader', ids: { ada: ['relu.ts'], bob: ['relu.ts'] } });
});

test('nbgrader: submitted/ or the folder above it, one of several assignments by its name', async () => {
  const files = {
    'submitted/ada/hw1/relu.ts': CODE,
    'submitted/ada/hw1/timestamp.txt': '2026-11-01 12:00:00.123456 UTC',
    'submitted/ada/hw2/soft.ts': CODE,
    'submitted/bob/hw2/soft.ts': CODE,
    'gradebook.db': 'x',
    'source/hw1/relu.ts': CODE,
  };
  await expect(read(files)).rejects.toThrow(
    /holds submissions of several assignments \(hw1, hw2\): name one with --nbgrader-assignment$/,
  );
  const wanted = (nbgraderAssignment: string): WantedLayout => ({ layout: 'nbgrader', nbgraderAssignment });
  await expect(read(files, wanted('hw3'))).rejects.toThrow(/holds no assignment hw3 .*it has hw1, hw2/);
  expect(await read(files, wanted('hw2'))).toEqual({ layout: 'nbgrader', ids: { ada: ['soft.ts'], bob: ['soft.ts'] } });
  const folder = folderOf(files);
  for (const path of [folder, `${folder}/submitted`]) {
    const opened = await openClass(path, wanted('hw1'));
    expect(opened.entries).toMatchObject([{ id: 'ada', submittedAt: '2026-11-01T12:00:00Z' }]);
    expect(opened.notes).toContain('students in submitted without hw1: 1');
  }
});

test('a Sakai download of one student without the list of grades is not taken for nbgrader', async () => {
  expect(
    await read({
      'HW 1/Lovelace, Ada(ada)/timestamp.txt': '2026-11-01T12:00:00Z',
      'HW 1/Lovelace, Ada(ada)/Submission attachment(s)/relu.ts': CODE,
    }),
  ).toEqual({ layout: 'sakai', ids: { ada: ['relu.ts'] } });
});

test("clones that are called after the users alone are told by GitHub Classroom's own files", async () => {
  const clone = (user: string): Record<string, string> => ({
    [`${user}/.git/HEAD`]: '',
    [`${user}/.github/workflows/classroom.yml`]: '',
    [`${user}/relu.ts`]: CODE,
    [`${user}/tests/relu.test.ts`]: OTHER,
  });
  expect(await read({ ...clone('ada'), ...clone('bob') })).toEqual({
    layout: 'github',
    ids: { ada: ['relu.ts'], bob: ['relu.ts'] },
  });
});
