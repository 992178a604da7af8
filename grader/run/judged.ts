import type { BackendName } from '../../accelerated/backend-names.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { extensionOf } from '../class/extension.ts';
import { shownName } from '../class/problem.ts';
import type { SourceFile, Submission } from '../class/submission.ts';
import type { LoadReport, Misspelt, Task } from '../process/protocol.ts';
import { stopwatch } from '../process/stopwatch.ts';
import type { Judged } from '../process/submission-run.ts';
import { bounded, boundedText, listed } from '../record/bounded.ts';
import { decided } from '../record/decision.ts';
import type { Drawing } from '../record/drawing.ts';
import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { maxPointsOf, withBonuses } from '../record/scale.ts';
import { settled } from '../record/settled.ts';
import { keyHashOf, type Secret } from '../secret/secret.ts';

/** What records are made under. */
export interface JudgeSettings {
  secret: Secret;
  /** whether each source meets inputs of its own, drawn from the key and its hash */
  perSource: boolean;
  assignment: Assignment;
  oracleHash: string;
  backend: BackendName;
}

/** The processes that submissions are judged in. */
export interface Judging {
  /** the most submissions to give it at once */
  readonly capacity: number;
  /** starts processes ahead of the first submissions */
  warm(count?: number): void;
  judge(files: readonly SourceFile[], tasks: readonly Task[], sourceHash: string | null): Promise<Judged>;
  /** ends all processes; what is under way ends as a fault */
  close(): void;
}

/** A record, and what is known beyond it. */
export interface JudgedSubmission {
  record: SubmissionRecord;
  /** the whole values of the counterexamples, for the report to draw */
  drawings: readonly Drawing[];
  /** exports that are probably missing functions, for `check` */
  misspelt: readonly Misspelt[];
}

/** The name under which a single file is judged: its own name is the student's, but equal sources have one verdict. */
const SINGLE = 'submission';

/** What the processes say of a submission's source; the same for every submission of an equal one. */
export async function judgeSource(
  pool: Pick<Judging, 'judge'>,
  submission: Submission,
  exercises: Assignment['exercises'],
): Promise<Judged> {
  const { problem, sourceHash } = submission;
  if (problem !== null) return { kind: 'unloadable', message: problem, times: stopwatch()() };
  return pool.judge(judgedFiles(submission), exercises, sourceHash);
}

/** What records say of the secret: a seed as it is, of a key only what tells it from others. */
function saidOf(secret: Secret): Pick<SubmissionRecord, 'seed' | 'keyHash'> {
  return typeof secret === 'number' ? { seed: secret, keyHash: null } : { seed: null, keyHash: keyHashOf(secret) };
}

/** The record of one submission; apart from the times it is the same for the same source, oracles and secret. */
export function recordOf(submission: Submission, judged: Judged, settings: JudgeSettings): JudgedSubmission {
  const { assignment } = settings;
  const own = ownNames(submission);
  const finish = (
    part: Pick<SubmissionRecord, 'status' | 'message' | 'exercises'>,
    drawings: readonly Drawing[] = [],
    misspelt: readonly Misspelt[] = [],
  ): JudgedSubmission => ({
    record: settled({
      schema: 'backproof/record/1',
      submission: submission.id,
      status: part.status,
      message: part.message,
      sourceHash: submission.sourceHash,
      oracleHash: settings.oracleHash,
      ...saidOf(settings.secret),
      assignment: assignment.name,
      oracles: ['reference', settings.backend],
      points: null,
      maxPoints: maxPointsOf(assignment),
      late: null,
      excused: false,
      decision: null,
      similarTo: [],
      exercises: part.exercises,
      ...judged.times,
    }),
    drawings,
    misspelt,
  });
  const invalid = (message: string): JudgedSubmission => finish({ status: 'invalid', message, exercises: [] });

  if (judged.kind === 'fault') return finish({ status: 'infra_error', message: judged.message, exercises: [] });
  if (judged.kind === 'unloadable') return invalid(judged.message);
  const report = renamed(judged.report, own);
  const problem = loadProblem(report);
  if (problem !== null) return invalid(boundedText(problem));
  const exercises = judged.exercises.map((exercise) => bounded({ ...exercise, line: own.line(exercise.line) }));
  return finish(
    { status: 'graded', message: remark(report), exercises: withBonuses(exercises, assignment) },
    judged.drawings,
    judged.misspelt.map((each) => ({ ...each, line: own.line(each.line) })),
  );
}

/**
 * The verdict of a submission with an equal source; null if its record holds a sentence that names the other's file.
 */
export function sameVerdict(twin: SubmissionRecord, submission: Submission): Judged | null {
  if (twin.status !== 'graded' || twin.message !== null) return null;
  const [only, ...others] = submission.files;
  const line = (at: string | null): string | null =>
    at !== null && only && others.length === 0 ? at.replace(/^.*:/su, `${judgedPath(only)}:`) : at;
  const exercises = twin.exercises.map(
    (exercise): ExerciseRecord => ({ ...decided(exercise, null), line: line(exercise.line) }),
  );
  const functions = exercises.filter(({ status }) => status !== 'missing').map(({ name }) => name);
  return {
    kind: 'judged',
    report: { functions, definedIn: {}, failures: [], duplicates: [], advice: [] },
    exercises,
    drawings: [],
    misspelt: [],
    times: { startedAt: twin.startedAt, durationMs: twin.durationMs },
  };
}

function judgedFiles({ files }: Submission): SourceFile[] {
  return files.length === 1 ? files.map((file) => ({ ...file, path: judgedPath(file) })) : files;
}

function judgedPath({ path }: SourceFile): string {
  return SINGLE + extensionOf(path);
}

/** Replaces the common name under which a single file was judged by the student's own file name. */
interface OwnNames {
  line(at: string | null): string | null;
  text(text: string): string;
}

function ownNames({ files }: Submission): OwnNames {
  const [only, ...others] = files;
  if (!only || others.length > 0) return { line: (at) => at, text: (text) => text };
  const common = judgedPath(only);
  return {
    line: (at) => (at?.startsWith(`${common}:`) ? only.path + at.slice(common.length) : at),
    text: (text) => text.replaceAll(common, () => only.path),
  };
}

function renamed(report: LoadReport, own: OwnNames): LoadReport {
  const { failures, advice } = report;
  return {
    ...report,
    failures: failures.map(({ file, message, line }) => ({ file: own.text(file), message, line: own.line(line) })),
    advice: advice.map((sentence) => own.text(sentence)),
  };
}

/** Why a submission as a whole is invalid, or null. */
function loadProblem({ functions, failures, duplicates, advice }: LoadReport): string | null {
  const [twice] = duplicates;
  if (twice) {
    const files = twice.files.slice(0, 2).map(shownName).join(' and ');
    return `${files} both export a function ${shownName(twice.name)}, and they differ: keep one`;
  }
  if (functions.length === 0 && failures.length > 0) return listed([...failures.map(describeFailure), ...advice]);
  return null;
}

/** What the student should know of a submission that was graded. */
function remark({ failures, advice }: LoadReport): string | null {
  const remarks = [...failures.map((failure) => `not loaded: ${describeFailure(failure)}`), ...advice];
  return remarks.length > 0 ? boundedText(listed(remarks)) : null;
}

function describeFailure({ file, message, line }: LoadReport['failures'][number]): string {
  return `${line ?? file}: ${message}`;
}
