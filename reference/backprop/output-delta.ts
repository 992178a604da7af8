import { expectSameShape, type NdArray, tensor, vectorLength } from '../ndarray.ts';
import { expectChoice } from '../options.ts';
import { sigmoidDerivative } from './sigmoid-derivative.ts';

/** 'mse': the mean of (t - y)^2 over the units; 'half': one half of their sum */
export type DeltaLoss = 'mse' | 'half';

/**
 * The error signals of the last layer: the derivative of the loss of one sample by the drives of its sigmoid units.
 *
 * $$\delta_i = \frac{2}{m} (y_i - t_i)\, \sigma'(d_i)$$
 *
 * - $y$ `y` `[m]`: the activations, $y_i = \sigma(d_i)$
 * - $t$ `t` `[m]`: the targets
 * - $d$ `d` `[m]`: the drives
 * - $\delta$ `[m]`
 *
 * The factor belongs to the loss: 2/m to 'mse', $\frac{1}{m} \sum_i (t_i - y_i)^2$, which is the default; 1 to 'half',
 * $\frac{1}{2} \sum_i (t_i - y_i)^2$. `y` is taken as given and not computed again.
 *
 * @throws {TypeError} `y`, `t` or `d` is not an ndarray.
 * @throws {RangeError} One of them is not a vector, is empty or has another length; `loss` is neither 'mse' nor 'half'.
 * @see Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors. Lecture 2.
 * @example outputDelta(vector([0.5, 0.5]), vector([0.5, 1]), vector([0, 0])) // [0, -0.125]
 */
export function outputDelta(y: NdArray, t: NdArray, d: NdArray, loss: DeltaLoss = 'mse'): NdArray {
  const m = expectOutputDeltaArguments(y, t, d, loss);
  const factor = loss === 'mse' ? 2 / m : 1;
  const delta = tensor([m]);
  for (let i = 0; i < m; i++) delta.set(i, factor * (y.get(i) - t.get(i)) * sigmoidDerivative(d.get(i)));
  return delta;
}

/** The number of units, where the arguments are legal. */
export function expectOutputDeltaArguments(y: NdArray, t: NdArray, d: NdArray, loss: DeltaLoss): number {
  const m = vectorLength('y', y);
  expectSameShape('y', y, 't', t);
  expectSameShape('y', y, 'd', d);
  expectChoice('loss', loss, ['mse', 'half']);
  return m;
}
