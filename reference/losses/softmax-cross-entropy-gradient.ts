import { expectSameShape, matrixShape, type NdArray, zip } from '../ndarray.ts';
import { softmax } from '../training/softmax.ts';

/**
 * The gradient of the mean softmax cross-entropy by the logits, in its fused form.
 *
 * $$G_{nc} = \frac{\partial}{\partial z_{nc}} \Bigl( -\frac{1}{N} \sum_{m=1}^{N} \sum_{k=1}^{C} t_{mk} \log p_{mk} \Bigr)
 *   = \frac{p_{nc} - t_{nc}}{N}$$
 *
 * - $z$ `logits` `[N, C]`: unnormalised log-probabilities, and $p$ their softmax along each row
 * - $t$ `t` `[N, C]`: each row a distribution, one-hot or soft
 * - $G$ `[N, C]`: in nats per unit of logit; each row sums to 0
 *
 * Multiplying the Jacobian of softmax with the slopes $-t/p$ of the loss gives the same, but divides by probabilities
 * that may have vanished. Targets must sum to 1 along each row, else $p$ is multiplied by that sum.
 *
 * Error at most $\gamma_{2C+7} (1 + |t_{nc}|) / N$, as no probability is off by more than $\gamma_{2C+5}$, and the
 * difference and the division follow: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `logits` or `t` is not an ndarray.
 * @throws {RangeError} `logits` is not a matrix, is empty, or `t` has another shape.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.2.2.3. Lecture 4.
 * @example softmaxCrossEntropyGradient(matrix([[0, 0]]), matrix([[1, 0]])) // [[-0.5, 0.5]]
 */
export function softmaxCrossEntropyGradient(logits: NdArray, t: NdArray): NdArray {
  const [N] = matrixShape('logits', logits);
  expectSameShape('logits', logits, 't', t);
  return zip(softmax(logits), t, (p, target) => (p - target) / N);
}
