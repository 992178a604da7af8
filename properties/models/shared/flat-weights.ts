import { flat, type NdArray, tensor, vector } from '../../../reference/ndarray.ts';
import type { Rounded } from '../../rounding/rounding.ts';
import type { RoundedWeights, Weights } from './model.ts';

/** All weights as one vector, in the order of their names. */
export function flatWeights(weights: Weights): NdArray {
  return vector(Object.values(weights).flatMap((array) => [...flat(array)]));
}

/** Weights of the names and shapes of others, from one vector. */
export function restoredWeights(like: Weights, all: NdArray): Weights {
  const numbers = flat(all);
  let next = 0;
  return Object.fromEntries(
    Object.entries(like).map(([name, { shape, size }]) => {
      next += size;
      return [name, tensor(shape, numbers.slice(next - size, next))];
    }),
  );
}

/** Rounded numbers, in the order of one vector, as weights. */
export function roundedWeights(like: Weights, all: readonly Rounded[]): RoundedWeights {
  const starts = new Map<string, number>();
  let next = 0;
  for (const [name, { size }] of Object.entries(like)) {
    starts.set(name, next);
    next += size;
  }
  const part = (name: string): [Rounded[], number[]] => {
    const [start, array] = [starts.get(name), like[name]];
    if (start === undefined || array === undefined) throw new RangeError(`${name}: expected a name of a weight`);
    return [all.slice(start, start + array.size), array.shape];
  };
  return {
    vector: (name) => part(name)[0],
    matrix: (name) => {
      const [numbers, [rows = 0, columns = 0]] = part(name);
      return Array.from({ length: rows }, (_, i) => numbers.slice(i * columns, (i + 1) * columns));
    },
  };
}
