import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';

/** What a misconception is called, and what to tell those who have it. */
export interface MisconceptionText {
  title: string;
  hint: string;
}

/** What the page says beyond its records. The hooks are the caller's, who can compute what no record holds. */
export interface ReportMeta {
  title: string;
  generatedAt: string | null;
  /** by misconception id; one that is not here is shown by its id and the hint of its records */
  hints: ReadonlyMap<string, MisconceptionText>;
  /** the command that replays a counterexample, or null where there is none */
  replay?: (record: SubmissionRecord, exercise: ExerciseRecord) => string | null;
  /** the command that takes a follow-through over, or null where there is none */
  takeOver?: (record: SubmissionRecord, exercise: ExerciseRecord) => string | null;
  /** both whole values of a counterexample; without them only the differing element is drawn */
  values?: (record: SubmissionRecord, exercise: ExerciseRecord) => { got: unknown; expected: unknown } | null;
  /** what an exercise calls its arguments, in their order */
  argumentNames?: (exercise: string) => readonly string[];
  /** what the roster calls the student, null where it says nothing beyond the id */
  nameOf?: (record: SubmissionRecord) => string | null;
  /** students of the roster who handed nothing in */
  absent?: readonly string[];
}
