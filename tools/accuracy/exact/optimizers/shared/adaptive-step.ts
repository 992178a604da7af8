import type { Big } from '../../../big.ts';

/** theta - eta g / (sqrt(v) + epsilon), or epsilon under the root. */
export function exactAdaptiveStep(
  theta: Big,
  g: Big,
  v: Big,
  { learningRate, epsilon, inside }: { learningRate: Big; epsilon: Big; inside: boolean },
): Big {
  const divisor = inside ? v.plus(epsilon).sqrt() : v.sqrt().plus(epsilon);
  return theta.minus(learningRate.times(g).div(divisor));
}
