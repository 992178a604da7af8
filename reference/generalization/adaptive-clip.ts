import { expectSameShape, flat, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectNotNegative } from '../optimizers/shared/optimizer-arguments.ts';
import { expectOptions } from '../options.ts';
import { alongUnit, clipped, clippedGradient, columnOf, normOf } from './shared/norm.ts';
import { expectPositive } from './shared/positive.ts';

export interface AdaptiveClipOptions {
  /** the longest that a unit's gradient may be, as a share of its weights' norm; at least 0, default 0.01 */
  clipping?: number;
  /** the least that the norm of a unit's weights counts as; above 0, default 1e-3 */
  epsilon?: number;
}

/**
 * Adaptive gradient clipping: the gradient of each unit may be as long as a share of the unit's weights.
 *
 * $$y_j = \begin{cases} g_j & \lVert g_j \rVert \le \ell_j \\ \ell_j \, g_j / \lVert g_j \rVert & \text{otherwise} \end{cases}, \qquad
 * \ell_j = \lambda \max(\lVert w_j \rVert, \epsilon)$$
 *
 * - $w_j$ `w` `[m, n]`: a column for each unit, which holds the unit's weights
 * - $g_j$ `gradient` `[m, n]`: the gradient by them
 * - $\lambda$ `clipping`, $\epsilon$ `epsilon`: without the latter, weights of 0 could never move
 * - $y$ `[m, n]`
 *
 * Columns of zeros stay. Every entry is divided by the largest of its column before it is squared, so entries of any size neither
 * overflow nor vanish.
 *
 * @throws {TypeError} `w` or `gradient` is not an ndarray, or the options are not an object.
 * @throws {RangeError} `w` is not a matrix or is empty, `gradient` has another shape, or an option is out of its range or unknown.
 * @see Brock, De, Smith, Simonyan (2021), High-Performance Large-Scale Image Recognition Without Normalization, section 4. Lecture 6.
 * @example adaptiveClip(matrix([[3], [4]]), matrix([[8], [6]]), { clipping: 0.5 }) // [[2], [1.5]]
 */
export function adaptiveClip(w: NdArray, gradient: NdArray, options: AdaptiveClipOptions = {}): NdArray {
  const { m, n, clipping, epsilon } = adaptiveClipArguments(w, gradient, options);
  const y = tensor([m, n]);
  for (let j = 0; j < n; j++) {
    const limit = clipping * Math.max(lengthOf(columnOf(w, j)), epsilon);
    const g = columnOf(gradient, j);
    setColumn(y, j, clipped(g, normOf(flat(g)), limit));
  }
  return y;
}

/**
 * The gradient of $\sum u y$ by the weights and by the gradient that is clipped, with $u$ the upstream gradient. With $\bar g_j$ and
 * $\bar w_j$ the unit vectors along $g_j$ and $w_j$:
 *
 * $$\frac{\partial}{\partial g_j} = \frac{\ell_j}{\lVert g_j \rVert} \bigl( u_j - \bar g_j \, (u_j \cdot \bar g_j) \bigr), \qquad
 * \frac{\partial}{\partial w_j} = \lambda \, (u_j \cdot \bar g_j) \, \bar w_j$$
 *
 * Where nothing is scaled, at $\ell_j$ too, they are $u_j$ and 0; and the latter is 0 where $\epsilon$ is at least the weights' norm.
 */
export function adaptiveClipGradient(
  upstream: NdArray,
  w: NdArray,
  gradient: NdArray,
  options: AdaptiveClipOptions = {},
): { w: NdArray; gradient: NdArray } {
  const { m, n, clipping, epsilon } = adaptiveClipArguments(w, gradient, options);
  expectSameShape('gradient', gradient, 'upstream', upstream);
  const result = { w: tensor([m, n]), gradient: tensor([m, n]) };
  for (let j = 0; j < n; j++) {
    const [wj, g, u] = [columnOf(w, j), columnOf(gradient, j), columnOf(upstream, j)];
    const [own, norm] = [normOf(flat(wj)), normOf(flat(g))];
    const limit = clipping * Math.max(lengthOf(wj), epsilon);
    const along = alongUnit(u, g, norm);
    setColumn(result.gradient, j, clippedGradient(u, g, norm, limit, along));
    if (lengthOf(g) <= limit || lengthOf(wj) <= epsilon) continue;
    // Equivalent mutants: one more i (what it writes beyond the end is ignored)
    for (let i = 0; i < m; i++) result.w.set(i, j, clipping * along * (wj.get(i) / own.largest / own.ratio));
  }
  return result;
}

/** The sizes of a legal argument list, and the options with their defaults. */
export function adaptiveClipArguments(
  w: NdArray,
  gradient: NdArray,
  options: AdaptiveClipOptions,
): { m: number; n: number; clipping: number; epsilon: number } {
  expectOptions(options, ['clipping', 'epsilon']);
  const [m, n] = matrixShape('w', w);
  expectSameShape('w', w, 'gradient', gradient);
  const { clipping = 0.01, epsilon = 1e-3 } = options;
  expectNotNegative('options.clipping', clipping);
  expectPositive('options.epsilon', epsilon);
  return { m, n, clipping, epsilon };
}

function lengthOf(column: NdArray): number {
  const { largest, ratio } = normOf(flat(column));
  return largest * ratio;
}

function setColumn(matrix: NdArray, j: number, column: NdArray): void {
  flat(column).forEach((x, i) => matrix.set(i, j, x));
}
