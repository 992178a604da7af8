import { type Corpus, countsText, type ExerciseCorpus } from '../../grader/copies/corpus.ts';
import { fingerprintsOf } from '../../grader/copies/fingerprints.ts';
import { FEWEST_OF_ALL, FEWEST_OF_EXERCISE, LEAST_WEIGHT, similarity, weightOf } from '../../grader/copies/weights.ts';
import { disguised } from './disguised.ts';
import type { Draw } from './disguises.ts';
import { isDerived, runsOf, type Written } from './honest.ts';
import { ratesOf, type Similarity, thresholdOf } from './rates.ts';

/** Copies that are made of each function. */
const COPIES = 2;
/** With fewer honest pairs nothing is said about an exercise. */
const FEWEST_PAIRS = 10;
const LEAST_FOUND = 0.95;
const MOST_NAMED = 0.01;

interface Function extends Written {
  hashes: Set<number>;
  runs: Set<string>;
}

type Tally = Map<number, number>;

/** Measures every exercise for which there are functions. */
export function measured(written: readonly Written[], draw: Draw): Corpus {
  const functions = written.flatMap((each): Function[] => {
    const hashes = hashesOf(each);
    return hashes.size === 0 ? [] : [{ ...each, hashes, runs: runsOf(each.files) }];
  });
  const general = tallyOf(functions);
  const names = [...new Set(functions.map(({ exercise }) => exercise))].sort();
  const exercises: Corpus['exercises'] = {};
  for (const name of names) {
    const own = functions.filter(({ exercise }) => exercise === name);
    exercises[name] = measuredExercise(own, { general, all: functions.length, draw });
  }
  return { functions: functions.length, common: listOf(general, FEWEST_OF_ALL), exercises };
}

function measuredExercise(
  functions: readonly Function[],
  { general, all, draw }: { general: Tally; all: number; draw: Draw },
): ExerciseCorpus {
  const tally = tallyOf(functions);
  // What the pair itself adds to the counts is taken out: a pair of a class is not in them.
  const compare = (
    one: ReadonlySet<number>,
    other: ReadonlySet<number>,
    counted: readonly ReadonlySet<number>[],
  ): number => {
    const weigh = (hash: number): number => {
      const own = counted.filter((each) => each.has(hash)).length;
      return weightOf({
        ofExercise: (tally.get(hash) ?? 0) - own,
        of: functions.length - counted.length,
        ofAll: (general.get(hash) ?? 0) - own,
        all: all - counted.length,
      });
    };
    return alike(one, other, weigh);
  };
  const honest = honestPairs(functions).map(([one, other]): Similarity => {
    const [a, b] = [functions[one] as Function, functions[other] as Function];
    const value = compare(a.hashes, b.hashes, [a.hashes, b.hashes]);
    return { one, other, value, isApart: a.source !== b.source };
  });
  const copies = functions.flatMap((original, one) =>
    copiesOf(original, draw).map(
      (copy): Similarity => ({
        one,
        other: one,
        isApart: false,
        value: compare(original.hashes, copy, [original.hashes]),
      }),
    ),
  );
  const rates = ratesOf(honest, copies);
  const why = whyNot(rates);
  const threshold = thresholdOf(
    honest.map(({ value }) => value),
    copies.map(({ value }) => value),
  );
  return {
    functions: functions.length,
    threshold: why === null ? threshold : null,
    why,
    ...rates,
    common: why === null ? listOf(tally, FEWEST_OF_EXERCISE) : '',
  };
}

function whyNot({ honest, copies }: Pick<ExerciseCorpus, 'honest' | 'copies'>): string | null {
  if (honest.of < FEWEST_PAIRS) return 'too few honest functions to measure it';
  const isFound = copies.named >= LEAST_FOUND * copies.of;
  const isQuiet = honest.named <= MOST_NAMED * honest.of;
  if (!isFound) return 'too short to tell';
  return isQuiet ? null : 'honest functions are too much alike';
}

/** The places of those that were not made from each other. */
function honestPairs(functions: readonly Function[]): [number, number][] {
  return functions.flatMap((a, one) =>
    functions.flatMap((b, other): [number, number][] =>
      one < other && (a.source !== b.source || !isDerived(a.runs, b.runs)) ? [[one, other]] : [],
    ),
  );
}

function copiesOf({ files, exercise }: Function, draw: Draw): Set<number>[] {
  const [only] = files;
  if (files.length !== 1 || only === undefined) return [];
  return Array.from({ length: COPIES }, () =>
    hashesOf({ exercise, files: disguised(only.code, exercise, draw).files }),
  );
}

function hashesOf({ exercise, files }: Pick<Written, 'exercise' | 'files'>): Set<number> {
  const found = fingerprintsOf(files, [exercise]).get(exercise)?.fingerprints ?? [];
  return new Set(found.map(({ hash }) => hash));
}

function alike(one: ReadonlySet<number>, other: ReadonlySet<number>, weigh: (hash: number) => number): number {
  const sum = (hashes: Iterable<number>): number => [...hashes].reduce((total, hash) => total + weigh(hash), 0);
  const [a, b] = [sum(one), sum(other)];
  if (Math.min(a, b) < LEAST_WEIGHT) return 0;
  return similarity(sum([...one].filter((hash) => other.has(hash))), a, b);
}

function tallyOf(functions: readonly Function[]): Tally {
  const tally: Tally = new Map();
  for (const { hashes } of functions) for (const hash of hashes) tally.set(hash, (tally.get(hash) ?? 0) + 1);
  return tally;
}

function listOf(tally: Tally, least: number): string {
  return countsText([...tally].filter(([, count]) => count >= least).sort(([a], [b]) => a - b));
}
