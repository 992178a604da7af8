import { expect, test } from 'vitest';
import { downloadName } from './download-name.ts';
import { matchRoster, studentsOf } from './match-roster.ts';
import { type KnownStudent, nameless, type Student } from './student.ts';

const ada = { ...nameless('ada'), name: 'Ada Lovelace', email: 'ada@x.org', sisId: 's1' };
const sean = { ...nameless('sean'), name: "Seán O'Brien" };
const zoe = { ...nameless('zoe'), name: 'Zoë van Dyk', canvasId: '55', moodleId: '77' };

function studentOf(submission: string, roster: readonly Student[] = [ada, zoe, sean]): string | null {
  const { submissions } = matchRoster([submission], roster);
  return [...submissions].find(([, found]) => found !== null)?.[0] ?? null;
}

// instructure/canvas-lms, lib/content_zipper.rb: sortable name in lower case, LATE, user id, attachment id, display name.
test.each([
  ['lovelaceada_12345_67890_softmax', 'canvas', 'lovelaceada', '12345'],
  ['lovelaceada_LATE_12345_67890_soft_max-2', 'canvas', 'lovelaceada', '12345'],
  ['vandykzoë_1_2_a_3_4_b', 'canvas', 'vandykzoë', '1'],
  ['Ada Lovelace_123456_assignsubmission_file_', 'moodle', 'Ada Lovelace', '123456'],
  ['Ada_Lovelace_123456_assignsubmission_file_softmax', 'moodle', 'Ada_Lovelace', '123456'],
])('%s is read', (submission, platform, name, number) => {
  expect(downloadName(submission)).toEqual({ platform, name, number });
});

test.each(['ada', 'ada_1', 'ada_1_2', '12_34_56', '_1_2_x', 'assignsubmission_file_'])(
  '%s is not a downloaded name',
  (id) => {
    expect(downloadName(id)).toBeNull();
  },
);

test.each([
  ['ada', 'ada'],
  ['ADA', 'ada'],
  ['s1', 'ada'],
  ['Ada@x.org', 'ada'],
  ['lovelaceada_LATE_9_8_x', 'ada'],
  ['Lovelace Ada_9_assignsubmission_file_', 'ada'],
  ['somebodyelse_55_8_x', 'zoe'],
  ['Some Body_77_assignsubmission_file_', 'zoe'],
  ['Sean OBrien_9_assignsubmission_file_', 'sean'],
  ['Sean OBrien_9_assignsubmission_file', 'sean'],
])('%s belongs to %s', (submission, id) => {
  expect(studentOf(submission)).toBe(id);
});

test.each(['eve', 'lovelace', 'vandykzoe_56_8_x', 'Zoë van Dyk_78_assignsubmission_file_'])(
  '%s belongs to no student',
  (id) => {
    expect(matchRoster([id], [ada, zoe]).strays).toEqual([id]);
  },
);

test('a name that two students share finds neither', () => {
  const twin = { ...nameless('ada2'), name: 'Lovelace, Ada' };
  expect(studentOf('lovelaceada_9_8_x', [ada, twin])).toBeNull();
});

test('several submissions of one student do not count', () => {
  const { submissions, contested } = matchRoster(['ada', 's1'], [ada, zoe]);
  expect([...submissions.keys()]).toEqual(['zoe']);
  expect(contested).toEqual([{ student: ada, submissions: ['ada', 's1'] }]);
});

test("a submission is found by what the platform says of who handed it in, and a group's by each member", () => {
  const people = new Map([
    ['submission_11', [{ name: 'A. Lovelace', email: 'ADA@x.org' }]],
    ['lovelaceada_9', [{ canvasId: '9' }]],
    ['vandykzoe_55', [{ canvasId: '55' }]],
    ['Lovelace Ada_5', [{ moodleId: '5', name: 'Lovelace Ada' }]],
    ['Group A-Ada Lovelace_5', [{ moodleId: '5', name: 'Group A-Ada Lovelace' }]],
    ['Participant_77', [{ moodleId: '77' }]],
    ['ada123', [{ login: 's1', firstName: 'A', lastName: 'L' }]],
    ['Zoë van Dyk', [{ name: 'Zoë van Dyk' }]],
    ['submission_12', [{ sisId: 's1' }, { name: 'Zoe van Dyk' }, { name: 'Some Body' }]],
    ['submission_13', [{ name: 'Some Body', email: 'some@x.org' }]],
  ]);
  const found = (submission: string): string[] => {
    const { submissions } = matchRoster([submission], [ada, zoe], people);
    return [...submissions].flatMap(([id, own]) => (own === null ? [] : [id]));
  };
  expect([...people.keys()].map(found)).toEqual([
    ['ada'],
    ['ada'],
    ['zoe'],
    ['ada'],
    ['ada'],
    ['zoe'],
    ['ada'],
    ['zoe'],
    ['ada', 'zoe'],
    [],
  ]);
});

test("the group of a Canvas download is found by the roster's column of groups", () => {
  const roster = [ada, zoe].map((student) => ({ ...student, section: 'Project Group 1' }));
  const { submissions } = matchRoster(
    ['projectgroup1_98'],
    roster,
    new Map([['projectgroup1_98', [{ canvasId: '98' }]]]),
  );
  expect([...submissions.values()]).toEqual(['projectgroup1_98', 'projectgroup1_98']);
});

test("a group of Moodle or Brightspace is found by the roster's column of groups; its number is nobody's", () => {
  const roster = [
    { ...ada, section: 'Team A/B', moodleId: '901' },
    { ...zoe, section: 'Team A/B', moodleId: '902' },
    { ...sean, section: 'Default group', moodleId: '45' },
  ];
  const found = (submission: string, person: KnownStudent): unknown =>
    [...matchRoster([submission], roster, new Map([[submission, [person]]])).submissions]
      .filter(([, own]) => own !== null)
      .map(([id]) => id);
  expect(found('Team AB_45', { moodleId: '45', name: 'Team AB' })).toEqual(['ada', 'zoe']);
  expect(found('Default group', { name: 'Default group' })).toEqual(['sean']);
  expect(found('Ada Lovelace_901', { moodleId: '901', name: 'Ada Lovelace' })).toEqual(['ada']);
});

test('a submission whose name two students share is named as such', () => {
  const twin = { ...nameless('ada2'), name: 'Lovelace, Ada' };
  const people = new Map([['Ada Lovelace', [{ name: 'Ada Lovelace' }]]]);
  expect(matchRoster(['Ada Lovelace', 'eve'], [ada, twin], people)).toMatchObject({
    strays: ['Ada Lovelace', 'eve'],
    ambiguous: ['Ada Lovelace'],
  });
});

test('without a roster each member of a group is a student', () => {
  expect(
    studentsOf('submission_11', [
      { name: 'Ada', email: 'ada@x.org' },
      { name: 'Bob', sisId: 's2' },
    ]),
  ).toEqual([
    { ...nameless('ada@x.org'), name: 'Ada', email: 'ada@x.org' },
    { ...nameless('s2'), name: 'Bob', sisId: 's2' },
  ]);
  expect(studentsOf('lovelaceada_9', [{ canvasId: '9' }])).toEqual([{ ...nameless('lovelaceada_9'), canvasId: '9' }]);
});
