import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import type { Html } from './escape.ts';
import type { Section } from './sections.ts';

/** What a misconception is called, and what to tell those who have it. */
export interface MisconceptionText {
  title: string;
  hint: string;
}

/** What a verdict's panel says beyond its record. The caller's hooks compute what is in no record. */
export interface PanelMeta {
  /** by misconception id; one that is missing is shown by its id and the hint in the records */
  hints: ReadonlyMap<string, MisconceptionText>;
  /** the command that replays a counterexample, or null if there is none */
  replay?: (record: SubmissionRecord, exercise: ExerciseRecord) => string | null;
  /** the command that accepts a follow-through, or null if there is none */
  takeOver?: (record: SubmissionRecord, exercise: ExerciseRecord) => string | null;
  /** both whole values of a counterexample; without them only the differing element is drawn */
  values?: (record: SubmissionRecord, exercise: ExerciseRecord) => { got: unknown; expected: unknown } | null;
  /** what an exercise calls its arguments, in their order */
  argumentNames?: (exercise: string) => readonly string[];
  /** a place in the code, `ada.ts:12`, in a page that can show it */
  place?: (line: string) => Html;
}

/** What the page says beyond its records. */
export interface ReportMeta extends PanelMeta {
  title: string;
  generatedAt: string | null;
  /** the student's name in the roster, null if it has nothing but the id */
  nameOf?: (record: SubmissionRecord) => string | null;
  /** the page of `backproof copies` beside it, null if there is none */
  copies?: string | null;
  /** students of the roster who handed nothing in */
  absent?: readonly string[];
  /** the sections of the roster */
  sections?: readonly Section[];
  /** the section that the student of a submission is in, null if none is known */
  sectionOf?: (record: SubmissionRecord) => string | null;
}
