import type { SubmissionRecord } from '../../record/record.ts';
import { nameless, type Student } from '../../roster/student.ts';
import { type ClassReport, classReport, type Graded } from '../class-report.ts';
import { RECORD_ALONE } from '../explanation.ts';
import { inventedCounterexample, inventedExercise, inventedRecord } from '../invented-records.ts';
import type { ClassFormat, StudentFormat, Surroundings } from './format.ts';

/** It is in the hidden inputs of every wrong answer here: no report for students may hold it. */
export const HIDDEN = '1234.5';

export const SURROUNDINGS: Surroundings = {
  folder: '/nowhere',
  colour: false,
  width: 120,
  env: {},
  visible: RECORD_ALONE,
  cameFrom: null,
  sheet: null,
};

const wrong = inventedExercise({
  status: 'wrong',
  points: 3.5,
  agreement: 0.4,
  misconception: 'softmax/over-batch',
  hint: 'Normalise each row.',
  message: 'the first row differs',
  line: 'bob.ts:12',
  checks: [{ name: 'a hidden check', kind: 'law', passed: false }],
  counterexample: inventedCounterexample({ got: [[1234.5]] }),
});
const slow = inventedExercise({ name: 'adam', status: 'timeout', points: 0, message: 'does not end' });

/** A right, a wrong and an unreadable submission, one that the grader failed on, and one without a student. */
export const RECORDS: readonly SubmissionRecord[] = [
  inventedRecord({ submission: 'ada', exercises: [inventedExercise(), inventedExercise({ name: 'adam' })] }),
  inventedRecord({ submission: 'bob', exercises: [wrong, slow], similarTo: ['eve-the-other'] }),
  inventedRecord({
    submission: 'inv',
    status: 'invalid',
    points: 0,
    exercises: [],
    message: 'inv.ts:3: Unexpected token',
  }),
  inventedRecord({
    submission: 'unlucky',
    status: 'infra_error',
    points: null,
    exercises: [],
    message: '/srv/worker died',
  }),
  inventedRecord({ submission: 'zz-stray', exercises: [inventedExercise(), inventedExercise({ name: 'adam' })] }),
].map((record) => ({ ...record, maxPoints: 20 }));

const ROSTER: readonly Student[] = [
  {
    ...nameless('ada'),
    name: 'Ada Lovelace',
    email: 'ada@example.org',
    sisId: 's1',
    login: 'alove',
    canvasId: '11',
    moodleId: '901',
    section: 'A',
  },
  { ...nameless('bob'), firstName: 'Bob', lastName: '=cmd()', sisId: 's2' },
  { ...nameless('inv'), name: 'Inés, "V" <b>' },
  nameless('unlucky'),
  { ...nameless('gone'), name: 'Gone Away' },
];

/** An assignment of two exercises, under a title. */
export function called(title: string): Graded {
  return { assignment: 'sheet-1', title, exercises: ['softmax', 'adam'] };
}

/** The class above, with its roster. */
export function inventedClass(): ClassReport {
  return classReport(called('Sheet 1'), RECORDS, ROSTER);
}

/** What a format says of each student, by id; null if it leaves one out. */
export function renderedEach(format: StudentFormat, report: ClassReport = inventedClass()): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  for (const { student, record } of report.entries) {
    if (record === null) continue;
    texts.set(student.id, format.render(student, record, report, SURROUNDINGS)?.[0]?.text ?? null);
  }
  return texts;
}

export async function rendered(format: ClassFormat, report: ClassReport = inventedClass()): Promise<string> {
  return format.render(report, SURROUNDINGS);
}
