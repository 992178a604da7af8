import type { Cbow } from '../../../../properties/nlp/cbow.ts';
import { transposed } from '../../../../properties/values/transposed.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot, largest, ONE, sum } from '../../big.ts';
import { added, afterRoundings, sizesOf } from '../../roundings.ts';
import { exactLogSoftmax } from '../training/shared/log-softmax.ts';

/** Minus the log-probability of the target. */
export const cbow: Authority<Cbow> = {
  class: 'sum',
  exact: loss,
  bound: (context, output, target) => {
    const ofLogits = largest(logits(sizesOf(context), sizesOf(output))).times(2);
    const [C, d, V] = [context.length, context[0]?.length ?? 0, output.length];
    return added(afterRoundings(2 * V + 5, loss(context, output, target).plus(ONE)), afterRoundings(C + d, ofLogits));
  },
};

function loss(context: Big[][], output: Big[][], target: Big): Big {
  return (exactLogSoftmax(logits(context, output))[target.toNumber()] as Big).neg();
}

function logits(context: Big[][], output: Big[][]): Big[] {
  const h = transposed(context).map((column) => sum(column).div(column.length));
  return output.map((row) => dot(row, h));
}
