import fc from 'fast-check';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { illegalInputs } from '../../properties/entry/implied.ts';
import { plain } from '../../properties/entry/subject.ts';
import { numbersOf } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';
import { drawing, type Origin } from './secret.ts';
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

/** Calls with numbers alone cost next to nothing, and what goes wrong now and then is found among many only. */
const MILD_DRAWS = { ofNumbers: 200, ofArrays: 60 };
const EXTREME_DRAWS = 20;
/** Further draws, by which alone the share of a wrong submission is measured more closely. */
const SHARE_DRAWS = { ofFew: 600, ofMany: 240 };
/** Numbers in an argument list, on average, up to which it counts as one of few. */
const FEW = 12;
/** What is drawn for each that is chosen: drawing costs much less than judging. */
const CANDIDATES = 4;
/** Draws repeated after all others: a function that keeps state between calls answers them differently. */
const REPEATED = 4;

/** The cases of an exercise: drawn from the secret, so that a table of published values is worth nothing, then the edges. */
export function casesOf(located: LocatedExercise, origin: Origin): Cases {
  const { entry, exercise } = located;
  const mild = spread(located, origin, 'mild', mildDraws(located, origin));
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

/** Further mild draws, for the share of the inputs on which a submission agrees. */
export function shareCases(located: LocatedExercise, origin: Origin): Case[] {
  const some = drawn(located.entry.inputs, MILD_DRAWS.ofArrays, origin, 'mild').flatMap(({ args }) =>
    numbersOf([...args]),
  );
  const count = some.length <= FEW * MILD_DRAWS.ofArrays ? SHARE_DRAWS.ofFew : SHARE_DRAWS.ofMany;
  return spread(located, origin, 'share', count);
}

/** Whether a case was drawn, and not only repeated. */
export function isDraw({ path, name }: Case): boolean {
  return path !== null && !name.endsWith(' again');
}

function mildDraws({ entry }: LocatedExercise, origin: Origin): number {
  const some = drawn(entry.inputs, MILD_DRAWS.ofArrays, origin, 'mild');
  return some.every(({ args }) => isOfNumbersAlone(args)) ? MILD_DRAWS.ofNumbers : MILD_DRAWS.ofArrays;
}

/** Draws spread over options, results and shapes. */
function spread({ entry }: LocatedExercise, origin: Origin, purpose: 'mild' | 'share', count: number): Case[] {
  const candidates = drawn(entry.inputs, CANDIDATES * count, origin, purpose);
  const right = plain(entry, entry.reference);
  const places = spreadOver(
    candidates.map(({ args }) => ({ args, expected: right(args) })),
    count,
  );
  return places.flatMap((place) => candidates[place] ?? []);
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
