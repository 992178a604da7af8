import fc from 'fast-check';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { illegalInputs } from '../../properties/entry/implied.ts';
import type { Value } from '../../properties/values/value.ts';
import { drawing, type Origin } from './secret.ts';

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

const MILD_DRAWS = 60;
const EXTREME_DRAWS = 20;
/** Draws repeated after all others: a function that keeps state between calls answers them differently. */
const REPEATED = 4;

/** The cases of an exercise: drawn from the secret, so that a table of published values is worth nothing, then the edges. */
export function casesOf({ entry, exercise }: LocatedExercise, origin: Origin): Cases {
  const mild = drawn(entry.inputs, MILD_DRAWS, origin, 'mild');
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

function drawn(
  inputs: fc.Arbitrary<readonly Value[]>,
  count: number,
  origin: Origin,
  kind: 'mild' | 'extreme',
): Case[] {
  return fc
    .sample(inputs, { numRuns: count, ...drawing(origin, kind) })
    .map((args, index) => ({ name: `draw ${index}`, args, path: String(index) }));
}

function named(edges: Readonly<Record<string, readonly Value[]>>): Case[] {
  return Object.entries(edges).map(([name, args]) => ({ name: `edge '${name}'`, args, path: null }));
}
