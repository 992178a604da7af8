import type { BackendName } from '../accelerated/backend-names.ts';
import type { Assignment } from './assignment.ts';
import { listClass } from './class/list-class.ts';
import { readSubmission } from './class/read-submission.ts';
import type { Submission } from './class/submission.ts';
import { Oracles } from './oracle/oracles.ts';
import { Pool } from './process/pool.ts';
import type { Drawing, LoadReport } from './process/protocol.ts';
import type { SubmissionRecord } from './record.ts';
import type { Store } from './store/store.ts';

export interface GradeSettings {
  classFolder: string;
  assignment: Assignment;
  oracleHash: string;
  backend: BackendName;
  jobs: number;
  /** told after each submission */
  onProgress: (done: number, total: number, id: string) => void;
  /** whole values of counterexamples, for the report to draw */
  onDrawings: (id: string, drawings: readonly Drawing[]) => void;
  signal: AbortSignal;
}

export interface GradeSummary {
  graded: number;
  /** already there, unchanged */
  kept: number;
  total: number;
  interrupted: boolean;
}

/** Grades what is missing, changed or failed by our fault, and appends one record each in the order of the ids. */
export async function gradeClass(store: Store, settings: GradeSettings): Promise<GradeSummary> {
  const { classFolder, assignment, oracleHash, backend, jobs, signal } = settings;
  const entries = await listClass(classFolder);
  const oracles = new Oracles(store.seed, backend);
  const pool = new Pool({
    jobs,
    limits: assignment.limits,
    shares: assignment.shares,
    oracle: (name) => oracles.get(name),
  });
  const summary: GradeSummary = { graded: 0, kept: 0, total: entries.length, interrupted: false };
  // Submissions under way, in the order of their ids; records are appended in that order too.
  const underWay: Promise<{ record: SubmissionRecord; drawings: readonly Drawing[] } | null>[] = [];
  const finishFirst = async (): Promise<void> => {
    const finished = await underWay.shift();
    if (!finished || signal.aborted) return;
    await store.append(finished.record);
    settings.onDrawings(finished.record.submission, finished.drawings);
    summary.graded += 1;
    settings.onProgress(summary.graded + summary.kept, entries.length, finished.record.submission);
  };
  try {
    for (const entry of entries) {
      if (signal.aborted) break;
      const submission = await readSubmission(classFolder, entry, assignment.limits);
      if (isUpToDate(store, submission, oracleHash)) {
        summary.kept += 1;
        continue;
      }
      underWay.push(judged(pool, store.seed, settings, submission));
      if (underWay.length > 2 * jobs) await finishFirst();
    }
    while (underWay.length > 0 && !signal.aborted) await finishFirst();
    summary.interrupted = signal.aborted;
    return summary;
  } finally {
    pool.close();
    await Promise.allSettled(underWay);
  }
}

/** The record of one submission, `kind` aside the same for the same source, oracles and seed. */
export async function judged(
  pool: Pool,
  seed: number,
  settings: Pick<GradeSettings, 'assignment' | 'oracleHash' | 'backend'>,
  submission: Submission,
): Promise<{ record: SubmissionRecord; drawings: readonly Drawing[] }> {
  const { assignment, oracleHash, backend } = settings;
  const started = new Date();
  const maxPoints = assignment.exercises.reduce((sum, { points }) => sum + points, 0);
  const finish = (
    part: Pick<SubmissionRecord, 'status' | 'message' | 'points' | 'exercises'>,
    drawings: readonly Drawing[] = [],
  ): { record: SubmissionRecord; drawings: readonly Drawing[] } => ({
    record: {
      schema: 'backproof/record/1',
      submission: submission.id,
      status: part.status,
      message: part.message,
      sourceHash: submission.sourceHash,
      oracleHash,
      seed,
      assignment: assignment.name,
      oracles: ['reference', backend],
      points: part.points,
      maxPoints,
      similarTo: [],
      exercises: part.exercises,
      startedAt: started.toISOString(),
      durationMs: Date.now() - started.getTime(),
    },
    drawings,
  });
  const invalid = (message: string): ReturnType<typeof finish> =>
    finish({ status: 'invalid', message, points: 0, exercises: [] });

  if (submission.problem !== null) return invalid(submission.problem);
  const result = await pool.judge(submission.files, assignment.exercises);
  if (result.kind === 'fault')
    return finish({ status: 'infra_error', message: result.message, points: null, exercises: [] });
  if (result.kind === 'unloadable') return invalid(result.message);
  const problem = loadProblem(result.report);
  if (problem !== null) return invalid(problem);
  const points = Math.round(result.exercises.reduce((sum, exercise) => sum + exercise.points, 0) * 1e6) / 1e6;
  return finish(
    { status: 'graded', message: remark(result.report), points, exercises: result.exercises },
    result.drawings,
  );
}

/** Why a submission as a whole is invalid, or null. */
function loadProblem({ functions, failures, duplicates, advice }: LoadReport): string | null {
  const [twice] = duplicates;
  if (twice) return `${twice.files.join(' and ')} both export a function ${twice.name}, and they differ: keep one`;
  if (functions.length === 0 && failures.length > 0) return [...failures.map(describeFailure), ...advice].join('; ');
  return null;
}

/** What the student should know of a submission that was graded. */
function remark({ failures, advice }: LoadReport): string | null {
  const remarks = [...failures.map((failure) => `not loaded: ${describeFailure(failure)}`), ...advice];
  return remarks.length > 0 ? remarks.join('; ') : null;
}

function describeFailure({ file, message, line }: LoadReport['failures'][number]): string {
  return `${line ?? file}: ${message}`;
}

function isUpToDate(store: Store, { id, sourceHash, problem }: Submission, oracleHash: string): boolean {
  const known = store.records.get(id);
  if (!known || known.status === 'infra_error' || known.oracleHash !== oracleHash) return false;
  return problem === null ? known.sourceHash === sourceHash : known.message === problem;
}
