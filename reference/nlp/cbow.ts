import { categoricalCrossEntropy, categoricalCrossEntropyGradient } from '../losses/categorical-cross-entropy.ts';
import { matrixShape, type NdArray, shown, tensor, vector } from '../ndarray.ts';
import { expectFinite, expectInteger } from '../options.ts';

/**
 * The loss of word2vec's continuous bag of words: how badly a token is predicted from those around it.
 *
 * $$L = -\log \frac{e^{z_t}}{\sum_{v=1}^{V} e^{z_v}}, \qquad z = O h, \qquad h = \frac{1}{C} \sum_{c=1}^{C} x_c$$
 *
 * - $x$ `context` `[C, d]`: the vectors of the C tokens around it
 * - $O$ `output` `[V, d]`: a row for each token of the vocabulary
 * - $t$ `target`: the token, an integer of 0..V-1
 * - $L$ scalar, in nats, at least 0
 *
 * The vectors of the context are averaged. The loss is `categoricalCrossEntropy` of one row of logits, so it stays finite for
 * products of any size.
 *
 * Error at most $\gamma_{2V+5} (1 + L) + 2 \gamma_{C+d} S$, with $S$ the largest of $\sum_i |O_{vi}| \frac{1}{C} \sum_c |x_{ci}|$, as a
 * logit passes C sums, the division, a product and d - 1 sums, the loss moves by at most twice what the logits do, and
 * log-softmax is within $\gamma_{2V+4} (1 + L)$: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `context` or `output` is not an ndarray.
 * @throws {RangeError} `context` is not a matrix or is empty, `output` is not a matrix of rows as long as its own, or `target` is not
 * an integer of 0..V-1.
 * @see Mikolov et al. (2013), Efficient Estimation of Word Representations in Vector Space, section 3.1. Lecture 10.
 * @example cbow(matrix([[1, 0], [-1, 0]]), matrix([[5, 3], [7, 8]]), 0) // Math.LN2
 */
export function cbow(context: NdArray, output: NdArray, target: number): number {
  expectCbow(context, output, target);
  return categoricalCrossEntropy(logitsOf(meanRow(context), output), vector([target]), { fromLogits: true });
}

/**
 * The gradient of $u L$ by all vectors, with $u$ the upstream gradient and $p$ the softmax of $z$:
 *
 * $$\delta_v = u (p_v - [v = t]), \qquad \frac{\partial}{\partial O_{vi}} = \delta_v h_i, \qquad
 * \frac{\partial}{\partial x_{ci}} = \frac{1}{C} \sum_{v=1}^{V} \delta_v O_{vi}$$
 */
export function cbowGradient(
  upstream: number,
  context: NdArray,
  output: NdArray,
  target: number,
): { context: NdArray; output: NdArray } {
  const { C, d, V } = expectCbow(context, output, target);
  expectFinite('upstream', upstream);
  const h = meanRow(context);
  const logits = logitsOf(h, output);
  const delta = categoricalCrossEntropyGradient(upstream, logits, vector([target]), { fromLogits: true }).y;
  const byMean = Array.from({ length: d }, (_, i) => sumOver(V, (v) => delta.get(0, v) * output.get(v, i)));
  const byOutput = Array.from({ length: V }, (_, v) => h.map((hi) => delta.get(0, v) * hi));
  return {
    context: tensor([C, d], Array.from({ length: C }, () => byMean.map((slope) => slope / C)).flat()),
    output: tensor([V, d], byOutput.flat()),
  };
}

/** The numbers of tokens around, of numbers of each and of tokens in all, after the arguments have been checked. */
export function expectCbow(context: NdArray, output: NdArray, target: number): { C: number; d: number; V: number } {
  const [C, d] = matrixShape('context', context);
  const [V, width] = matrixShape('output', output);
  if (width !== d) {
    throw new RangeError(
      `output: expected rows of ${d} numbers like those of context, got shape ${shown(output.shape)}`,
    );
  }
  expectInteger('target', target, 0, V - 1);
  return { C, d, V };
}

/** The mean of the rows. */
function meanRow(rows: NdArray): number[] {
  const [C, d] = rows.shape as [number, number];
  return Array.from({ length: d }, (_, i) => sumOver(C, (c) => rows.get(c, i)) / C);
}

/** The product of each row with h, as one row. */
function logitsOf(h: readonly number[], output: NdArray): NdArray {
  const V = output.shape[0] as number;
  const z = Array.from({ length: V }, (_, v) => sumOver(h.length, (i) => output.get(v, i) * (h[i] as number)));
  return tensor([1, V], z);
}

function sumOver(n: number, term: (i: number) => number): number {
  return Array.from({ length: n }, (_, i) => term(i)).reduce((sum, x) => sum + x, 0);
}
