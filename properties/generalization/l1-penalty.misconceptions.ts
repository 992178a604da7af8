import type { Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { L1Penalty } from './l1-penalty.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const sizes = (w: Vector): Vector => w.map(Math.abs);

export const misconceptions: readonly Misconception<L1Penalty>[] = [
  {
    id: 'l1Penalty/signed',
    title: 'the weights themselves instead of their absolute values',
    hint: 'Take the absolute value of each weight before you sum: weights of opposite signs must not cancel.',
    caughtBy: 'the sign of a weight does not matter',
    implementation: (w, lambda) => lambda * sum(w),
  },
  {
    id: 'l1Penalty/size-of-sum',
    title: 'the absolute value of the sum instead of the sum of the absolute values',
    hint: 'Take the absolute value of each weight, not of the sum: weights of opposite signs must not cancel.',
    caughtBy: 'the sign of a weight does not matter',
    implementation: (w, lambda) => lambda * Math.abs(sum(w)),
  },
  {
    id: 'l1Penalty/squared',
    title: 'squares instead of absolute values',
    hint: 'That is the L2 penalty: L1 sums the absolute values of the weights.',
    caughtBy: 'twice the weights cost twice as much',
    implementation: (w, lambda) => lambda * sum(w.map((x) => x ** 2)),
  },
  {
    id: 'l1Penalty/averaged',
    title: 'the mean of the absolute values instead of their sum',
    hint: 'Sum over the weights; do not divide by how many there are.',
    caughtBy: 'two layers together cost what each costs',
    rearrangesResult: (penalty, w) => penalty / w.length,
    implementation: (w, lambda) => (lambda * sum(sizes(w))) / w.length,
  },
  {
    id: 'l1Penalty/lambda-ignored',
    title: 'lambda is left out',
    hint: 'Multiply the sum of the absolute values by lambda.',
    caughtBy: 'twice the lambda costs twice as much',
    rearranges: (w) => [w, 1],
    implementation: (w) => sum(sizes(w)),
  },
];
