/** The canonical record: one line of results.jsonl per submission, from which every report is derived. */
export interface SubmissionRecord {
  schema: 'backproof/record/1';
  submission: string;
  status: 'graded' | 'invalid' | 'infra_error';
  message: string | null;
  sourceHash: string | null;
  oracleHash: string;
  /** null if the inputs are drawn from a key */
  seed: number | null;
  /** `sha256:…`, tells one key from another; null if there is a seed */
  keyHash: string | null;
  assignment: string;
  oracles: string[];
  /** null only if the grader itself failed */
  points: number | null;
  maxPoints: number;
  /** handed in late, and what that takes off; null if it is not */
  late: Late | null;
  /** the student is excused: no grade, and not in any mean */
  excused: boolean;
  /** what an instructor decided about the submission as a whole */
  decision: Decision | null;
  /** the first other ids, in their order, whose source is the same, or the same but for names, comments and white space */
  similarTo: string[];
  exercises: ExerciseRecord[];
  startedAt: string;
  durationMs: number;
}

/** How late a submission is. */
export interface Late {
  /** UTC; null if it was marked as late without a time */
  submittedAt: string | null;
  /** UTC; null if the assignment has no deadline */
  due: string | null;
  /** days begun after the deadline and its grace, null if the time is not known */
  days: number | null;
  /** of the points earned */
  share: number;
  /** what that took off */
  points: number;
  reason: string;
}

export type ExerciseStatus = 'missing' | 'timeout' | 'memory' | 'wrong' | 'error' | 'disputed' | 'unstable' | 'correct';

export type CheckKind = 'reference' | 'accelerated' | 'law' | 'stability' | 'shape' | 'errors' | 'purity';

export interface ExerciseRecord {
  name: string;
  status: ExerciseStatus;
  points: number;
  maxPoints: number;
  /** its points come on top of what the others add up to */
  bonus?: true;
  /** share of the drawn mild inputs on which the submission agrees with the reference */
  agreement: number;
  /** id of the misconception that the submission computes, `softmax/over-batch` */
  misconception: string | null;
  hint: string | null;
  /** what else differs beside the named error, a sentence each: a default, an option that is not read */
  notes: string[];
  message: string | null;
  /** `ada.ts:12`, if a line is known */
  line: string | null;
  followThrough: FollowThrough | null;
  decision: Decision | null;
  checks: { name: string; kind: CheckKind; passed: boolean }[];
  counterexample: CounterexampleRecord | null;
}

/** The verdict on an exercise if the oracle replaces the student's own broken functions that it calls. */
export interface FollowThrough {
  /** names of those functions, sorted */
  calls: string[];
  status: ExerciseStatus;
  /** what it would earn; the exercise's points stay as they are until an instructor takes this over */
  points: number;
}

/** What an instructor decided about an exercise, or a submission as a whole. Its `points` are then those of it. */
export interface Decision {
  kind: 'points' | 'accept' | 'follow-through';
  points: number;
  /** what the verdict alone earns */
  verdictPoints: number;
  reason: string;
  decidedAt: string;
}

/** NaN and infinities are strings, in args too. */
export interface CounterexampleRecord {
  args: unknown[];
  /** path of the first differing element; empty for a scalar or if the shape differs */
  index: (number | string)[];
  got: unknown;
  expected: unknown;
  error: number | string | null;
  allowed: number | string | null;
  ulps: number | string | null;
  because: string;
  /** the seed of the class, null if it has a key */
  seed: number | null;
  path: string | null;
}
