import { expectSameShape, flat, matrixShape, type NdArray, tensor, zip } from '../ndarray.ts';
import { expectChoice, expectInteger, expectOptions } from '../options.ts';
import { randomUnits } from '../tensors/shared/random-bits.ts';
import { expectShare } from './shared/share.ts';

export interface DropoutOptions {
  /** the share of the units that is dropped, 0 to 1; default 0.5 */
  rate?: number;
  /** whether units are dropped at all; default true */
  training?: boolean;
}

/**
 * Inverted dropout: units are dropped at random, and those that stay are scaled up, so that the expectation stays.
 *
 * $$y_{ni} = \begin{cases} x_{ni} / (1 - p) & r_{ni} \ge p \\ 0 & \text{otherwise} \end{cases}$$
 *
 * - $x$ `x` `[N, m]`: one sample per row
 * - $r$ `random` `[N, m]`: uniform draws, at least 0 and below 1; or a seed, a whole number of 0 to 2^32 - 1, from which they are drawn,
 *   the same ones on every machine
 * - $p$ `rate`: at 0 all units stay, at 1 none
 * - $y$ `[N, m]`; with `training: false` it is $x$
 *
 * @throws {TypeError} `x` is not an ndarray, or the options are not an object.
 * @throws {RangeError} `x` is not a matrix or is empty, `random` has another shape or a number outside of its range, `rate` is not of 0 to 1,
 * or an option is unknown.
 * @see Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov (2014), Dropout, section 10. Lecture 6.
 * @example dropout(matrix([[1, 2, 3]]), matrix([[0.5, 0.25, 0]]), { rate: 0.25 }) // [[4 / 3, 8 / 3, 0]]
 */
export function dropout(x: NdArray, random: NdArray | number, options: DropoutOptions = {}): NdArray {
  const { draws, rate, training } = dropoutArguments(x, random, options);
  return zip(x, draws, (xni, r) => (training ? kept(xni, r, rate) : xni));
}

/**
 * The gradient of $\sum u y$ by the input, with $u$ the upstream gradient: the same units are dropped, and the same are scaled.
 *
 * $$\frac{\partial}{\partial x_{ni}} = \begin{cases} u_{ni} / (1 - p) & r_{ni} \ge p \\ 0 & \text{otherwise} \end{cases}$$
 */
export function dropoutGradient(
  upstream: NdArray,
  x: NdArray,
  random: NdArray | number,
  options: DropoutOptions = {},
): { x: NdArray } {
  const { draws, rate, training } = dropoutArguments(x, random, options);
  expectSameShape('x', x, 'upstream', upstream);
  return { x: zip(upstream, draws, (u, r) => (training ? kept(u, r, rate) : u)) };
}

/** The draws of legal arguments, also where a seed is given, and the options with their defaults. */
export function dropoutArguments(
  x: NdArray,
  random: NdArray | number,
  options: DropoutOptions,
): { draws: NdArray; rate: number; training: boolean } {
  expectOptions(options, ['rate', 'training']);
  const [N, m] = matrixShape('x', x);
  const { rate = 0.5, training = true } = options;
  expectShare('options.rate', rate);
  expectChoice('options.training', training, [true, false]);
  if (typeof random === 'number') {
    expectInteger('random', random, 0, 2 ** 32 - 1);
    return { draws: tensor([N, m], randomUnits(random, N * m)), rate, training };
  }
  expectSameShape('x', x, 'random', random);
  const outside = flat(random).find((r) => !(r >= 0 && r < 1));
  if (outside !== undefined) {
    throw new RangeError(`random: expected numbers of at least 0 and below 1, got ${outside}`);
  }
  return { draws: random, rate, training };
}

/** No draw reaches a rate of 1, so nothing is divided by 0. */
function kept(value: number, r: number, rate: number): number {
  return r >= rate ? value / (1 - rate) : 0;
}
