import fc from 'fast-check';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { illegalInputs } from '../../properties/entry/implied.ts';
import { plain } from '../../properties/entry/subject.ts';
import { numbersOf } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';
import { drawing, type Origin, originOf } from '../secret/secret.ts';
import { PUBLIC_SEED } from './public-seed.ts';
import { isOfNumbersAlone, spreadOver } from './spread.ts';

/** One argument list that a submission is called with. */
export interface Case {
  /** `edge 'batch 1'`, `draw 12`, `draw 3 again` */
  name: string;
  args: readonly Value[];
  /** fast-check's path of a drawn one, from which it is shrunk and replayed */
  path: string | null;
}

export interface Cases {
  mild: Case[];
  extreme: Case[];
  illegal: Case[];
}

/**
 * How many mild inputs are drawn, by what one holds. Calls with numbers alone cost next to nothing, and what goes wrong now
 * and then is found among many only.
 */
const DRAWS = {
  numbers: { mild: 200, share: 600, candidates: 4 },
  few: { mild: 60, share: 600, candidates: 4 },
  many: { mild: 60, share: 180, candidates: 2 },
};
const EXTREME_DRAWS = 20;
/** Numbers in an argument list, on average, up to which they are few. */
const FEW = 12;
const SAMPLED = 20;
/** Draws repeated after all others: a function that keeps state between calls answers them differently. */
const REPEATED = 4;

/** The cases of an exercise: drawn from the secret, so that a table of published values is worth nothing, then the edges. */
export function casesOf(located: LocatedExercise, origin: Origin): Cases {
  const { entry, exercise } = located;
  const mild = spread(located, origin, 'mild');
  const again = mild.slice(0, REPEATED).map((item) => ({ ...item, name: `${item.name} again` }));
  return {
    mild: [...mild, ...named(entry.edges), ...again],
    extreme: entry.extreme
      ? [...drawn(entry.extreme, EXTREME_DRAWS, origin, 'extreme'), ...named(entry.extremeEdges ?? {})]
      : named(entry.extremeEdges ?? {}),
    illegal: exercise.illegal.map((name) => ({
      name: `illegal input '${name}'`,
      args: illegalInputs(entry)[name]?.args as readonly Value[],
      path: null,
    })),
  };
}

/** Further mild draws, by which alone the share of a wrong submission is measured more closely. */
export function shareCases(located: LocatedExercise, origin: Origin): Case[] {
  return spread(located, origin, 'share');
}

/** Whether a case was drawn, and not only repeated. */
export function isDraw({ path, name }: Case): boolean {
  return path !== null && !name.endsWith(' again');
}

/** Draws spread over options, results and shapes: some of the candidates, since to draw costs less than to judge. */
function spread(located: LocatedExercise, origin: Origin, purpose: 'mild' | 'share'): Case[] {
  const { entry } = located;
  const { candidates: per, [purpose]: count } = DRAWS[sizeOf(located)];
  const candidates = drawn(entry.inputs, per * count, origin, purpose);
  const right = plain(entry, entry.reference);
  const places = spreadOver(
    candidates.map(({ args }) => ({ args, expected: right(args) })),
    count,
  );
  return places.flatMap((place) => candidates[place] ?? []);
}

/** By some draws that are the same under each secret. */
function sizeOf({ entry, name }: LocatedExercise): keyof typeof DRAWS {
  const lists = drawn(entry.inputs, SAMPLED, originOf(PUBLIC_SEED, name), 'mild').map(({ args }) => args);
  if (lists.every(isOfNumbersAlone)) return 'numbers';
  return lists.flatMap((args) => numbersOf([...args])).length <= FEW * SAMPLED ? 'few' : 'many';
}

function drawn(
  inputs: fc.Arbitrary<readonly Value[]>,
  count: number,
  origin: Origin,
  purpose: 'mild' | 'share' | 'extreme',
): Case[] {
  return fc
    .sample(inputs, { numRuns: count, ...drawing(origin, purpose) })
    .map((args, index) => ({ name: `draw ${index}`, args, path: String(index) }));
}

function named(edges: Readonly<Record<string, readonly Value[]>>): Case[] {
  return Object.entries(edges).map(([name, args]) => ({ name: `edge '${name}'`, args, path: null }));
}
