import { type NdArray, tensor, vectorLength } from '../ndarray.ts';
import { softmax } from './softmax.ts';

/**
 * The Jacobian of softmax: how each probability answers each logit.
 *
 * $$J_{ij} = \frac{\partial p_i}{\partial z_j} = p_i (\delta_{ij} - p_j), \qquad
 * J = \operatorname{diag}(p) - p\, p^\top$$
 *
 * - $z$ `logits` `[C]`: unnormalised log-probabilities, and $p$ `[C]` their softmax
 * - $J$ `[C, C]`: row i holds the derivatives of $p_i$; symmetric, its rows and columns sum to 0
 *
 * The diagonal $p_i (1 - p_i)$ is taken as $p_i$ times the sum of the other probabilities: $1 - p_i$ cancels where
 * $p_i$ is almost 1.
 *
 * @throws {TypeError} `logits` is not an ndarray.
 * @throws {RangeError} `logits` is not a vector, or is empty.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.2.2.3. Lecture 4.
 * @example softmaxJacobian(vector([0, 0])) // [[0.25, -0.25], [-0.25, 0.25]]
 */
export function softmaxJacobian(logits: NdArray): NdArray {
  const C = vectorLength('logits', logits);
  const p = softmax(logits);
  const J = tensor([C, C]);
  // Equivalent mutants: one more i (what it writes beyond the end is ignored)
  for (let i = 0; i < C; i++) {
    let others = 0;
    for (let j = 0; j < C; j++) {
      if (j === i) continue;
      others += p.get(j);
      J.set(i, j, -p.get(i) * p.get(j)); // equivalent mutant: `J.set(j, i` (symmetric)
    }
    J.set(i, i, p.get(i) * others);
  }
  return J;
}
