import type { CounterexampleRecord, ExerciseRecord, SubmissionRecord } from '../record/record.ts';

/** Records for the tests of reports: complete and valid, with the parts that a test is about. */
export function inventedRecord(parts: Partial<SubmissionRecord> = {}): SubmissionRecord {
  const exercises = parts.exercises ?? [inventedExercise()];
  return {
    schema: 'backproof/record/1',
    submission: 'ada',
    status: 'graded',
    message: null,
    sourceHash: 'sha256:aa',
    oracleHash: 'sha256:bb',
    seed: 424242,
    keyHash: null,
    assignment: 'slice',
    oracles: ['reference', 'wasm'],
    points: exercises.reduce((sum, exercise) => sum + exercise.points, 0),
    maxPoints: 10,
    late: null,
    excused: false,
    decision: null,
    similarTo: [],
    exercises,
    startedAt: '2025-01-01T00:00:00.000Z',
    durationMs: 40,
    ...parts,
  };
}

export function inventedExercise(parts: Partial<ExerciseRecord> = {}): ExerciseRecord {
  return {
    name: 'softmax',
    status: 'correct',
    points: 10,
    maxPoints: 10,
    agreement: 1,
    misconception: null,
    hint: null,
    notes: [],
    message: null,
    line: null,
    followThrough: null,
    decision: null,
    checks: [],
    counterexample: null,
    ...parts,
  };
}

export function inventedCounterexample(parts: Partial<CounterexampleRecord> = {}): CounterexampleRecord {
  return {
    args: [[[1234.5, 0]]],
    index: [0, 1],
    got: 'NaN',
    expected: 0.25,
    error: 'NaN',
    allowed: 1e-9,
    ulps: null,
    because: 'a sum of 2 terms',
    seed: 424242,
    path: '3:0:1',
    ...parts,
  };
}

/** Names that would do harm somewhere: in a page, a spreadsheet, a terminal, or in Markdown. */
export const HOSTILE_NAMES: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '=cmd()',
  '+1+cmd|calc',
  '@SUM(A1)',
  '-2+3',
  '\u001b[31mred\u001b]0;title\u0007',
  'a\u202egnp.exe',
  '[x](javascript:alert(1))',
  '`code` **bold** https://evil.example',
  '__proto__',
];
