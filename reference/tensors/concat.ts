import { type Elements, expectNumbers } from '../elementwise.ts';
import { shown } from '../ndarray.ts';
import { expectList } from '../options.ts';
import { resolvedAxis } from './shared/axes.ts';
import { elementsOf, ofShape, shapeOf } from './shared/elements.ts';

/**
 * Tensors one after another along an axis that they have.
 *
 * $$y_{\dots, o_n + i, \dots} = x^{(n)}_{\dots, i, \dots}, \quad o_n = \sum_{m < n} l_m$$
 *
 * - $x^{(n)}$ `tensors` of one rank, 1 or more, whose other axes have the same lengths
 * - `axis` along which they are put together, 0 by default; counted from the end where negative
 * - $l_m$ the length of the $m$-th along it
 * - $y$ of the sum of those lengths along the axis
 *
 * @throws {TypeError} `tensors` is not a list, or one of them is neither a number nor an ndarray.
 * @throws {RangeError} There are none, one is empty or a number, ranks or other axes differ, or there is no such axis.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example concat([matrix([[1, 2]]), matrix([[3, 4]])], 1) // [[1, 2, 3, 4]]
 */
export function concat(tensors: readonly Elements[], axis = 0): Elements {
  const { along, shape } = concatenated(tensors, axis);
  // What lies before the axis; for each of it, the parts of all tensors follow each other.
  const outer = shape.slice(0, along).reduce((product, length) => product * length, 1);
  const parts = tensors.map((x) => elementsOf(x));
  const elements = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (let o = 0; o < outer; o++) {
    for (const part of parts) {
      const length = part.length / outer;
      // Equivalent mutants: `1 + 1`, `1 * (1 + 1e-6)` (what is copied too far is overwritten; `subarray` takes whole places)
      elements.set(part.subarray(o * length, (o + 1) * length), end);
      end += length;
    }
  }
  return ofShape(shape, elements);
}

/** The axis, counted from the front, and the shape of the result. */
export function concatenated(tensors: readonly Elements[], axis: number): { along: number; shape: number[] } {
  expectList('tensors', tensors);
  const [first] = tensors;
  if (first === undefined) throw new RangeError('tensors: expected at least one tensor, got none');
  tensors.forEach((x, n) => expectNumbers(`tensors[${n}]`, x));
  const like = shapeOf(first);
  if (like.length === 0) throw new RangeError('tensors[0]: expected a tensor of rank 1 or more, got a number');
  const along = resolvedAxis('axis', axis, like.length);
  const shape = [...like];
  // Equivalent mutant: `slice(1 * (1 + 1e-6))` (`slice` takes whole places)
  tensors.slice(1).forEach((x, n) => {
    const own = shapeOf(x);
    if (own.length !== like.length || own.some((length, k) => k !== along && length !== like[k])) {
      throw new RangeError(
        `tensors[${n + 1}]: expected the shape ${shown(like)} of the first one but for axis ${along}, got ${shown(own)}`,
      );
    }
    shape[along] = (shape[along] as number) + (own[along] as number);
  });
  return { along, shape };
}
