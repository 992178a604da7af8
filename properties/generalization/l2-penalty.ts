import fc from 'fast-check';
import { l2PenaltyGradient, l2Penalty as reference } from '../../reference/generalization/l2-penalty.ts';
import type { Entry } from '../entry/entry.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './l2-penalty.misconceptions.ts';
import { penaltyLaws, strength, weights } from './shared/penalty-laws.ts';

export type L2Penalty = (w: Vector, lambda: number) => number;

export const l2Penalty: Entry<L2Penalty> = {
  id: 'l2Penalty',
  lecture: 6,
  title: 'L2 penalty',
  latex: String.raw`\lambda \sum_i w_i^2`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 7.1.1', 'Lecture 6'],
  parameters: { w: is.vector(), lambda: is.number() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/generalization/l2-penalty.ts'),
  gradient: { wrt: ['w'], reference: l2PenaltyGradient },

  inputs: fc.tuple(weights, strength),

  edges: {
    'one weight': [[-1.5], 0.25],
    'all zero': [[0, 0], 0.5],
    'lambda 0': [[1.5, -2], 0],
    'both signs': [[1.5, -2, 0.25], 0.5],
  },
  illegal: {},
  hardCases: {
    'one weight': (w) => w.length === 1,
    'a zero': (w) => w.includes(0),
    'a negative weight': (w) => w.some((x) => x < 0),
    'lambda above 1': (_, lambda) => lambda > 1,
    'lambda below 1': (_, lambda) => lambda < 1,
  },

  worked: [
    { name: 'two weights', origin: 'by hand: 2 (1 + 9)', args: [[1, -3], 2], expected: 20 },
    { name: 'a right triangle', origin: 'by hand: (9 + 16) / 2', args: [[3, 4], 0.5], expected: 12.5 },
  ],

  laws: penaltyLaws(2),

  misconceptions,

  rounding: (r, w, lambda) => r.multiply(lambda, r.sum(w.map((x) => r.square(x)))),
};
