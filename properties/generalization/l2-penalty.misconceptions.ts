import type { Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { L2Penalty } from './l2-penalty.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const squares = (w: Vector): Vector => w.map((x) => x ** 2);

export const misconceptions: readonly Misconception<L2Penalty>[] = [
  {
    id: 'l2Penalty/absolute',
    title: 'absolute values instead of squares',
    hint: 'That is the L1 penalty: L2 sums the squares of the weights.',
    caughtBy: 'twice the weights cost four times as much',
    implementation: (w, lambda) => lambda * sum(w.map(Math.abs)),
  },
  {
    id: 'l2Penalty/rooted',
    title: 'the norm instead of its square',
    hint: 'Leave the square root out: the penalty is the sum of the squares itself.',
    caughtBy: 'twice the weights cost four times as much',
    implementation: (w, lambda) => lambda * Math.sqrt(sum(squares(w))),
  },
  {
    id: 'l2Penalty/halved',
    title: 'half of the penalty',
    hint: 'This course has no factor of 1/2 in front of the sum, so the gradient is 2 lambda w.',
    caughtBy: 'two weights',
    rearrangesResult: (penalty) => penalty / 2,
    implementation: (w, lambda) => (lambda / 2) * sum(squares(w)),
  },
  {
    id: 'l2Penalty/averaged',
    title: 'the mean of the squares instead of their sum',
    hint: 'Sum over the weights; do not divide by how many there are.',
    caughtBy: 'two layers together cost what each costs',
    rearrangesResult: (penalty, w) => penalty / w.length,
    implementation: (w, lambda) => (lambda * sum(squares(w))) / w.length,
  },
  {
    id: 'l2Penalty/square-of-sum',
    title: 'the square of the sum instead of the sum of the squares',
    hint: 'Square each weight before you sum: weights of opposite signs must not cancel.',
    caughtBy: 'the sign of a weight does not matter',
    implementation: (w, lambda) => lambda * sum(w) ** 2,
  },
  {
    id: 'l2Penalty/lambda-ignored',
    title: 'lambda is left out',
    hint: 'Multiply the sum of the squares by lambda.',
    caughtBy: 'twice the lambda costs twice as much',
    rearranges: (w) => [w, 1],
    implementation: (w) => sum(squares(w)),
  },
  {
    id: 'l2Penalty/lambda-squared',
    title: 'lambda is squared with the weights',
    hint: 'Square only the weights, sum them, and multiply by lambda at the end.',
    caughtBy: 'twice the lambda costs twice as much',
    implementation: (w, lambda) => sum(squares(w.map((x) => lambda * x))),
  },
];
