import fc from 'fast-check';
import { l1PenaltyGradient, l1Penalty as reference } from '../../reference/generalization/l1-penalty.ts';
import type { Entry } from '../entry/entry.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './l1-penalty.misconceptions.ts';
import { penaltyLaws, strength, weights } from './shared/penalty-laws.ts';

export type L1Penalty = (w: Vector, lambda: number) => number;

// Central differences must not step over the kink; at 0 itself they give the subgradient 0.
const clearOfKinks = weights.map((w) => w.map((x) => (Math.abs(x) > 1 / 128 ? x : 0)));

export const l1Penalty: Entry<L1Penalty> = {
  id: 'l1Penalty',
  lecture: 6,
  title: 'L1 penalty',
  latex: String.raw`\lambda \sum_i |w_i|`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 7.1.2', 'Lecture 6'],
  parameters: { w: is.vector(), lambda: is.number() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/generalization/l1-penalty.ts'),
  gradient: { wrt: ['w'], reference: l1PenaltyGradient, inputs: fc.tuple(clearOfKinks, strength) },

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
    'weights of both signs': (w) => w.some((x) => x < 0) && w.some((x) => x > 0),
    'lambda above 1': (_, lambda) => lambda > 1,
    'lambda below 1': (_, lambda) => lambda < 1,
  },

  worked: [
    { name: 'two weights', origin: 'by hand: 2 (1 + 3)', args: [[1, -3], 2], expected: 8 },
    { name: 'three weights', origin: 'by hand: (1 + 2 + 4) / 2', args: [[-1, 2, -4], 0.5], expected: 3.5 },
  ],

  laws: penaltyLaws(1),

  misconceptions,

  rounding: (r, w, lambda) => r.multiply(lambda, r.sum(w.map((x) => r.abs(x)))),
};
