/** The canonical record: one line of results.jsonl per submission, from which every report is derived. */
export interface SubmissionRecord {
  schema: 'backproof/record/1';
  submission: string;
  status: 'graded' | 'invalid' | 'infra_error';
  message: string | null;
  sourceHash: string | null;
  oracleHash: string;
  seed: number;
  assignment: string;
  oracles: string[];
  /** null only where the grader itself failed */
  points: number | null;
  maxPoints: number;
  similarTo: string[];
  exercises: ExerciseRecord[];
  startedAt: string;
  durationMs: number;
}

export type ExerciseStatus = 'missing' | 'timeout' | 'memory' | 'wrong' | 'error' | 'disputed' | 'unstable' | 'correct';

export type CheckKind = 'reference' | 'accelerated' | 'law' | 'stability' | 'shape' | 'errors' | 'purity';

export interface ExerciseRecord {
  name: string;
  status: ExerciseStatus;
  points: number;
  maxPoints: number;
  /** share of the mild inputs on which the submission agrees with the reference */
  agreement: number;
  /** id of the misconception that the submission computes, `softmax/over-batch` */
  misconception: string | null;
  hint: string | null;
  message: string | null;
  /** `ada.ts:12`, where a line is known */
  line: string | null;
  followThrough: null;
  decision: null;
  checks: { name: string; kind: CheckKind; passed: boolean }[];
  counterexample: CounterexampleRecord | null;
}

/** NaN and infinities stand as strings, in args too. */
export interface CounterexampleRecord {
  args: unknown[];
  /** path of the first differing element; empty for a scalar or where the shape differs */
  index: (number | string)[];
  got: unknown;
  expected: unknown;
  error: number | string | null;
  allowed: number | string | null;
  ulps: number | string | null;
  because: string;
  seed: number;
  path: string | null;
}
