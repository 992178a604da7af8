import type { Assignment } from '../assignment/assignment.ts';
import type { SourceFile } from '../class/submission.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { Drawing } from '../record/drawing.ts';
import type { ExerciseRecord, FollowThrough } from '../record/record.ts';
import type { Heard, Listened } from '../sandbox/listen.ts';
import type { Bounds } from './bounds.ts';

/** An exercise to judge and its points. */
export interface Task {
  name: string;
  points: number;
}

/** What came of loading a submission. */
export interface LoadReport {
  functions: string[];
  /** by function, the file that defines it */
  definedIn: Record<string, string>;
  failures: { file: string; message: string; line: string | null }[];
  duplicates: { name: string; files: string[] }[];
  advice: string[];
}

/** An export that is probably a function which is missing, under a misspelt name. */
export interface Misspelt {
  exercise: string;
  exported: string;
  /** `ada.ts:12`, where it is defined */
  line: string | null;
}

/** From the parent to the process that runs submissions. */
export type ToWorker =
  | { type: 'setup'; limits: Assignment['limits']; shares: Assignment['shares']; bounds: Bounds }
  /** by which exercises are judged from now on */
  | { type: 'oracles'; oracles: Oracle[] }
  | { type: 'open'; files: SourceFile[]; leftMs: number }
  | { type: 'judge'; tasks: Task[] }
  /** judge exercises that were not right once more, with the oracle in the place of the others among them */
  | { type: 'follow'; files: SourceFile[]; tasks: Task[]; leftMs: number }
  /** run a submission once more, to hear what it prints */
  | { type: 'listen'; files: SourceFile[]; exercises: Listened[]; leftMs: number };

/** And back. */
export type FromWorker =
  /** set up, and the engine compiled */
  | { type: 'ready' }
  | { type: 'opened'; report: LoadReport }
  | { type: 'judged'; record: ExerciseRecord; drawing: Drawing | null; misspelt: Misspelt | null }
  /** the record of the exercise that was judged last, once its style has been tried; it follows where that may be tried */
  | { type: 'explained'; record: ExerciseRecord }
  | { type: 'followed'; exercise: string; followThrough: FollowThrough }
  | { type: 'heard'; heard: Heard }
  /** `leftMs`: what CPU the submission may still take beyond what each piece of work has for itself */
  | { type: 'done'; leftMs: number }
  | { type: 'fault'; message: string };
