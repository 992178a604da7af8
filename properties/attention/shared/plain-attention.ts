import { nth } from '../../values/nth.ts';
import type { Matrix, Sequence, Vector } from '../../values/value.ts';

/** The weights of each query over the keys; undefined where a form of them cannot be told. */
export type Weights = (scores: Matrix, isOpen: (i: number, j: number) => boolean) => Matrix | undefined;

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);

/** Row softmax over the keys that are open; zeros if none is. */
export const rightWeights: Weights = (scores, isOpen) =>
  scores.map((row, i) => {
    const max = Math.max(...row.filter((_, j) => isOpen(i, j)));
    const powers = row.map((s, j) => (isOpen(i, j) ? Math.exp(s - max) : 0));
    return powers.map((power) => (power === 0 ? 0 : power / sum(powers)));
  });

/** Attention of one sample over plain arrays, with scores over a divisor and weights by another rule. */
export function plainAttention(
  [q, k, v]: readonly [Matrix, Matrix, Matrix],
  isOpen: (i: number, j: number) => boolean = () => true,
  weightsOf: Weights = rightWeights,
  divisor: (d: number) => number = Math.sqrt,
): Matrix | undefined {
  const by = divisor(nth(q, 0).length);
  const scores = q.map((query) => k.map((key) => sum(query.map((x, c) => x * nth(key, c))) / by));
  const weights = weightsOf(scores, isOpen);
  return weights?.map((row) => nth(v, 0).map((_, c) => sum(row.map((w, j) => w * nth(nth(v, j), c)))));
}

/** The same for each sample of a batch; undefined if one cannot be told. */
export function bySample(samples: number, f: (n: number) => Matrix | undefined): Sequence | undefined {
  const results = Array.from({ length: samples }, (_, n) => f(n));
  return results.every((result) => result !== undefined) ? results : undefined;
}
