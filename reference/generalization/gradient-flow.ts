import { expectShape, flat, type NdArray, tensor, vector } from '../ndarray.ts';
import { expectMlpArguments, type MlpLayer, mlpForwardGradient } from '../perceptron/mlp-forward.ts';
import { normOf } from './shared/norm.ts';

/**
 * How much gradient reaches the weights of each layer of a multilayer perceptron: through depth it vanishes or explodes.
 *
 * $$g_l = \left\lVert \frac{\partial}{\partial W^{(l)}} \sum_{n k} u_{nk} a^{(L)}_{nk} \right\rVert_F, \qquad
 * \frac{\partial}{\partial a^{(l-1)}} = \Bigl( \frac{\partial}{\partial a^{(l)}} \odot f'^{(l)}(d^{(l)}) \Bigr) W^{(l)T}$$
 *
 * - $u$ `upstream` `[B, units of the last layer]`: the gradient of the loss by the output
 * - $x = a^{(0)}$ `x` `[B, m]`: one sample per row
 * - $W^{(l)}$, $b^{(l)}$, $f^{(l)}$ `layers`: of each layer its weights `[units before, units]`, its biases `[units]` and its activation:
 *   'identity', 'sigmoid', 'tanh' or 'relu'; at least one
 * - $g$ `[L]`: a norm for each layer, the first one's first
 *
 * On the way back each layer multiplies by its weights and by the slope of its activation, so that the norms of deep networks fall or grow
 * like a power of the depth. They are computed without squares that vanish or overflow.
 *
 * @throws {TypeError} `upstream`, `x`, or the weights or biases of a layer, are not an ndarray, or `layers` is not a list of objects.
 * @throws {RangeError} There is no layer, an array is empty or of another rank, a shape does not fit, or an activation is unknown.
 * @see Glorot, Bengio (2010), Understanding the difficulty of training deep feedforward neural networks, section 4. Lecture 6.
 * @example gradientFlow(matrix([[1]]), matrix([[3]]), [{ w: matrix([[2]]), b: vector([0]), activation: 'identity' }, { w: matrix([[-5]]), b: vector([0]), activation: 'identity' }]) // [15, 6]
 */
export function gradientFlow(upstream: NdArray, x: NdArray, layers: readonly MlpLayer[]): NdArray {
  const units = expectGradientFlow(upstream, x, layers);
  const B = x.shape[0] as number;
  const nothing = units.map((n) => tensor([B, n]));
  // Equivalent mutant: `1 * (1 + 1e-6)` (`slice` takes whole places)
  const arriving = { drives: nothing, activations: [...nothing.slice(0, -1), upstream] };
  const gradients = mlpForwardGradient(arriving, x, layers).layers;
  return vector(
    gradients.map(({ w }) => {
      const { largest, ratio } = normOf(flat(w));
      return largest * ratio;
    }),
  );
}

/** The units of each layer of legal arguments. */
export function expectGradientFlow(upstream: NdArray, x: NdArray, layers: readonly MlpLayer[]): number[] {
  const [B] = expectMlpArguments(x, layers);
  if (layers.length === 0) throw new RangeError('layers: expected at least one layer, got an empty list');
  const units = layers.map(({ b }) => b.size);
  // Equivalent mutant: `1 * (1 + 1e-6)` (`at` takes whole places)
  expectShape(
    'upstream',
    upstream,
    [B, units.at(-1) as number],
    'a row per sample, a column per unit of the last layer',
  );
  return units;
}
