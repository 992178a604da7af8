import type { ExerciseCorpus } from './corpus.ts';
import type { Compared, Pair } from './pairs.ts';

/** A pair of functions that are alike, with the exercise. */
export interface FoundPair extends Pair {
  exercise: string;
}

/** Three or more submissions whose functions of an exercise are alike, directly or by way of others. */
export interface Group {
  exercise: string;
  submissions: string[];
}

/** What was done with an exercise. */
export interface ExerciseCopies extends Pick<Compared, 'compared' | 'tooLittle' | 'more'> {
  name: string;
  threshold: number | null;
  /** why it was not compared; null if it was */
  why: string | null;
  copies: ExerciseCorpus['copies'];
  honest: ExerciseCorpus['honest'];
}

/** What `copies.json` holds. */
export interface Copies {
  schema: 'backproof/copies/1';
  note: string;
  assignment: string;
  submissions: number;
  exercises: ExerciseCopies[];
  /** the most similar first */
  pairs: FoundPair[];
  groups: Group[];
  /** in the class folder, but without a record or with another source than its record */
  notAsGraded: string[];
  /** the machine could not read them, or the process that parses died of them */
  unreadable: string[];
}

export const HINT =
  'A hint for a person, no proof: it says that two functions are alike beyond what independent people write, not why. Look at both sources before you ask anybody.';
