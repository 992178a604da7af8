import { unwritten } from '../../../exercises/stub.ts';
import type { Judged } from '../../process/submission-run.ts';
import type { ExerciseRecord, ExerciseStatus } from '../../record/record.ts';
import { AN_ERROR } from '../../record/thrown.ts';
import type { JudgedSubmission } from '../../run/judged.ts';

/** What `check` has to say of a submission, in the order in which its student wants to hear it. */
export interface ToFix {
  /** not correct: what the student is at, then what has a name, then the others */
  faults: ExerciseRecord[];
  /** stubs that still throw */
  unwritten: ExerciseRecord[];
}

/** A submission that was judged. */
export interface Checked extends Pick<JudgedSubmission, 'record'> {
  judged: Judged;
  /** the file that was saved last; null if nothing tells */
  saved: string | null;
}

/** What is to be fixed in a submission, what its student is at first. */
export function toFixOf(checked: Checked): ToFix {
  const { judged, saved } = checked;
  const definedIn = judged.kind === 'judged' ? judged.report.definedIn : {};
  // What fails in a helper that was just saved is what the student is at, too.
  return toFix(
    exportedOf(checked),
    ({ name, line }) => saved !== null && (definedIn[name] === saved || line?.startsWith(`${saved}:`) === true),
  );
}

/** The verdicts on what the submission exports. */
export function exportedOf({ record }: Pick<JudgedSubmission, 'record'>): ExerciseRecord[] {
  return record.exercises.filter(({ status }) => status !== 'missing');
}

/** Statuses of a function that gives no right value on everyday input. */
const BROKEN: ReadonlySet<ExerciseStatus> = new Set(['wrong', 'error', 'timeout', 'memory']);

/** @param isSaved whether an exercise has to do with the file that was just saved */
export function toFix(exported: readonly ExerciseRecord[], isSaved: (exercise: ExerciseRecord) => boolean): ToFix {
  const stubs = new Set(exported.filter(isStub));
  const missing = new Set(Array.from(stubs, ({ name }) => thrownBy(name)));
  const rank = (exercise: ExerciseRecord): number => {
    const { status, misconception } = exercise;
    const place = misconception !== null ? 0 : missing.has(thrown(exercise) ?? '') ? 3 : BROKEN.has(status) ? 1 : 2;
    return place + (isSaved(exercise) ? 0 : 4);
  };
  const faults = exported.filter((exercise) => exercise.status !== 'correct' && !stubs.has(exercise));
  return { faults: faults.toSorted((a, b) => rank(a) - rank(b)), unwritten: [...stubs] };
}

/** A function that throws what its stub throws, wherever it is called: the stub as it was handed out. */
function isStub(exercise: ExerciseRecord): boolean {
  return exercise.agreement === 0 && thrown(exercise) === thrownBy(exercise.name);
}

function thrownBy(name: string): string {
  return `Error: ${unwritten(name)}`;
}

function thrown({ status, counterexample }: ExerciseRecord): string | null {
  const got = counterexample?.got;
  if (status !== 'error' || typeof got !== 'string' || !got.startsWith(AN_ERROR)) return null;
  return got.slice(AN_ERROR.length);
}
