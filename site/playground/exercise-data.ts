import type { KnownExercise } from '../../grader/assignment/assignment.ts';

/** One line of `data/exercises.json`: what an assignment is made of. */
export interface ListedExercise extends KnownExercise {
  title: string;
}

/** `data/exercises/softmax.json`: what a student needs to work on an exercise. */
export interface ExerciseData {
  name: string;
  title: string;
  section: string;
  points: number;
  /** the instructions as HTML, made when the site is built */
  statement: string;
  /** what a student starts from, in TypeScript */
  stub: string;
  /** what the formula calls its arguments, in their order */
  parameters: readonly string[];
  /** titles of misconceptions, by id */
  misconceptions: Readonly<Record<string, string>>;
}
