import fc from 'fast-check';
import type { Value } from '../../properties/values/value.ts';
import type { Stated } from './authorities.ts';

const CHUNK = 20;

/**
 * Argument lists without end, the same ones every time: first all that are known by name (edges, worked and golden
 * values), then by turns a chunk of the sweep, of the mild, the extreme and the extended inputs.
 */
export function* argumentLists({ entry, golden, authority }: Stated): Generator<readonly Value[]> {
  for (const edges of [entry.edges, entry.extremeEdges ?? {}]) yield* Object.values(edges) as Value[][];
  for (const { args } of entry.worked) yield args;
  for (const { args } of golden?.cases ?? []) yield args;
  const drawn = [entry.inputs, entry.extreme, entry.extended].filter((inputs) => inputs !== undefined);
  for (let seed = 1; ; seed++) {
    for (const inputs of drawn) yield* fc.sample(inputs, { numRuns: CHUNK, seed }) as Value[][];
    if (authority?.sweep) yield* swept(authority.sweep, 4 * CHUNK, seed);
  }
}

/** The argument lists at which the gradient is measured: the same, or those that its entry names for it. */
export function* differentiableLists(stated: Stated): Generator<readonly Value[]> {
  const inputs = stated.entry.gradient?.inputs;
  if (!inputs) return yield* argumentLists(stated);
  yield* Object.values(stated.entry.edges) as Value[][];
  for (let seed = 1; ; seed++) yield* fc.sample(inputs, { numRuns: CHUNK, seed }) as Value[][];
}

/** Single numbers, log-uniform between two sizes, of both signs. */
function swept([least, most]: readonly [number, number], count: number, seed: number): Value[][] {
  const [low, high] = [Math.log(least), Math.log(most)];
  const size = fc.tuple(fc.nat(2 ** 31 - 1), fc.nat(2 ** 21), fc.boolean()).map(([coarse, fine, negative]) => {
    const at = (coarse + fine / 2 ** 21) / 2 ** 31;
    const x = Math.exp(low + at * (high - low));
    return [negative ? -x : x];
  });
  return fc.sample(size, { numRuns: count, seed });
}
