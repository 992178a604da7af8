import { readFileSync } from 'node:fs';
import { sourceFile } from '../../host/source-files.ts';
import { weightOf } from './weights.ts';

/** How often something was named among how many. */
export interface Rate {
  named: number;
  of: number;
}

/** What was measured for an exercise, and what its functions have in common. */
export interface ExerciseCorpus {
  /** honest functions */
  functions: number;
  /** a pair that is at least so similar is named; null if the exercise is not compared */
  threshold: number | null;
  /** why it is not compared; null if it is */
  why: string | null;
  /** disguised copies */
  copies: Rate;
  /** pairs of functions that were written independently */
  honest: Rate;
  /** those of them that are by people who did not know each other's */
  apart: Rate;
  /** fingerprints that several functions have, as `countsText` writes them */
  common: string;
}

export interface Corpus {
  functions: number;
  /** the same of all exercises */
  common: string;
  exercises: Record<string, ExerciseCorpus>;
}

/** Where `npm run copies` writes what it measured. */
export const CORPUS = 'grader/copies/corpus.json';

export function readCorpus(): Corpus {
  return JSON.parse(readFileSync(sourceFile(CORPUS), 'utf8')) as Corpus;
}

/** How many functions have a fingerprint, as text: `hash:functions` in the digits 0-9 and a-z, so that the file stays small. */
export function countsText(counts: Iterable<[hash: number, functions: number]>): string {
  return [...counts].map(([hash, functions]) => `${hash.toString(36)}:${functions.toString(36)}`).join(' ');
}

function countsOf(text: string): Map<number, number> {
  if (text === '') return new Map();
  return new Map(
    text.split(' ').map((each): [number, number] => {
      const [hash = '', functions = ''] = each.split(':');
      return [Number.parseInt(hash, 36), Number.parseInt(functions, 36)];
    }),
  );
}

/** What a fingerprint weighs in an exercise. */
export function weighing(corpus: Corpus, { functions, common }: ExerciseCorpus): (hash: number) => number {
  const own = countsOf(common);
  const general = countsOf(corpus.common);
  return (hash) =>
    weightOf({
      ofExercise: own.get(hash) ?? 0,
      of: functions,
      ofAll: general.get(hash) ?? 0,
      all: corpus.functions,
    });
}
