import { type Elements, expectNumbers } from '../elementwise.ts';
import { type NdArray, shown } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';
import { broadcastShapes, summedBack } from './shared/broadcast.ts';
import { elementsOf, expectUpstream, ofShape, shapeOf } from './shared/elements.ts';
import { placesOf } from './shared/places.ts';
import { transpose } from './transpose.ts';

/** Which factors are transposed first, along their last two axes. */
export interface MatmulOptions {
  transposeA?: boolean;
  transposeB?: boolean;
}

/**
 * Product of matrices, or of batches of them.
 *
 * $$c_{\dots ij} = \sum_{k=1}^{n} a_{\dots ik}\, b_{\dots kj}$$
 *
 * - $a$ `a` `[..., m, n]`, $b$ `b` `[..., n, p]` of rank 2 or more: the last two axes are the matrices, and those before
 *   broadcast, aligned at the last of them
 * - `transposeA`, `transposeB` exchange the last two axes first
 * - $c$ `[..., m, p]`
 *
 * Error at most $\gamma_n \sum_k |a_{ik} b_{kj}|$: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `a` or `b` is neither a number nor an ndarray, or `options` is not an object.
 * @throws {RangeError} `a` or `b` is empty or of rank below 2 (a number is), the inner lengths differ, the axes before do not
 * broadcast, or an option is unknown or not a boolean.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 2.2. Lecture 3.
 * @example matmul(matrix([[1, 2], [3, 4]]), matrix([[5], [6]])) // [[17], [39]]
 */
export function matmul(a: Elements, b: Elements, options: MatmulOptions = {}): Elements {
  const { m, n, p, batch } = matmulShape(a, b, options);
  const { transposeA = false, transposeB = false } = options;
  const [as, bs] = [matricesOf(turned(a, transposeA), batch), matricesOf(turned(b, transposeB), batch)];
  const products = as.flatMap((left, s) => {
    const right = bs[s] as Float64Array;
    return Array.from({ length: m * p }, (_, at) => {
      const [i, j] = [Math.floor(at / p), at % p];
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (left[i * n + k] as number) * (right[k * p + j] as number);
      return sum;
    });
  });
  return ofShape([...batch, m, p], products);
}

/**
 * The gradient of $\sum u c$ by both, with $u$ the upstream gradient: what was repeated is summed.
 *
 * $$\frac{\partial}{\partial a} = u\, b^T, \quad \frac{\partial}{\partial b} = a^T u$$
 */
export function matmulGradient(
  upstream: Elements,
  a: Elements,
  b: Elements,
  options: MatmulOptions = {},
): { a: Elements; b: Elements } {
  const { m, p, batch } = matmulShape(a, b, options);
  expectUpstream(upstream, [...batch, m, p]);
  const { transposeA = false, transposeB = false } = options;
  const byLeft = matmul(upstream, turned(b, transposeB), { transposeB: true });
  const byRight = matmul(turned(a, transposeA), upstream, { transposeA: true });
  return { a: summedBack(turned(byLeft, transposeA), a), b: summedBack(turned(byRight, transposeB), b) };
}

/** The sizes of the matrices and the shape of the batch to which both broadcast. */
export function matmulShape(
  a: Elements,
  b: Elements,
  options: MatmulOptions,
): { m: number; n: number; p: number; batch: number[] } {
  expectOptions(options, ['transposeA', 'transposeB']);
  const { transposeA = false, transposeB = false } = options;
  expectChoice('options.transposeA', transposeA, [true, false]);
  expectChoice('options.transposeB', transposeB, [true, false]);
  const [m, n] = matrixSizes('a', a, transposeA);
  const [inner, p] = matrixSizes('b', b, transposeB);
  if (inner !== n) {
    throw new RangeError(
      `b: expected ${n} rows, as many as a has columns, got ${inner} (shapes ${shown(shapeOf(a))} and ` +
        `${shown(shapeOf(b))}${transposeA ? ', a transposed' : ''}${transposeB ? ', b transposed' : ''})`,
    );
  }
  // Equivalent mutant: `-2 * (1 + 1e-6)` (`slice` takes whole places)
  return { m, n, p, batch: broadcastShapes(shapeOf(a).slice(0, -2), shapeOf(b).slice(0, -2)) };
}

function matrixSizes(name: string, x: Elements, transposed: boolean): [rows: number, columns: number] {
  expectNumbers(name, x);
  const shape = shapeOf(x);
  if (shape.length < 2) {
    throw new RangeError(
      `${name}: expected a matrix, or a batch of matrices, got ${shape.length === 0 ? 'a number' : `shape ${shown(shape)}`}`,
    );
  }
  const [rows, columns] = shape.slice(-2) as [number, number]; // equivalent mutant: `2 * (1 + 1e-6)` (places are whole)
  return transposed ? [columns, rows] : [rows, columns];
}

/** With the last two axes exchanged, where asked for. */
function turned(x: Elements, transposed: boolean): Elements {
  const batch = shapeOf(x).slice(0, -2); // equivalent mutant: `2 * (1 + 1e-6)` (places are whole)
  return transposed ? transpose(x as NdArray, [...batch.keys(), -1, -2]) : x;
}

/** The matrices of a batch that is repeated to a shape, one after another. */
function matricesOf(x: Elements, batch: readonly number[]): Float64Array[] {
  const shape = shapeOf(x);
  const elements = elementsOf(x);
  const own = shape.slice(0, -2); // equivalent mutant: `2 * (1 + 1e-6)` (places are whole)
  const size = elements.length / own.reduce((product, length) => product * length, 1);
  // Equivalent mutants: `1 * (1 + 1e-6)`, `1 + 1` (what follows the matrix is never read)
  return placesOf(own, batch).map((place) => elements.subarray(place * size, (place + 1) * size));
}
