import fc from 'fast-check';
import { softmaxJacobian as reference } from '../../reference/training/softmax-jacobian.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import { variedVector } from '../inputs/varied.ts';
import { logitShift } from '../laws/logit-shift.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { total } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { roundedSoftmax } from './shared/rounded-softmax.ts';
import { misconceptions } from './softmax-jacobian.misconceptions.ts';

export type SoftmaxJacobian = (logits: Vector) => Matrix;

const logits: fc.Arbitrary<Vector> = fc.tuple(size(5), numbers()).map(([c, drawn]) => take(drawn).vector(c));
const gridLogits: fc.Arbitrary<Vector> = fc.tuple(size(5), numbers(grid)).map(([c, drawn]) => take(drawn).vector(c));

export const softmaxJacobian: Entry<SoftmaxJacobian> = {
  id: 'softmaxJacobian',
  lecture: 4,
  title: 'Jacobian of softmax',
  latex: String.raw`J_{ij} = \frac{\partial p_i}{\partial z_j} = p_i (\delta_{ij} - p_j)`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.2.2.3', 'Lecture 4'],
  parameters: { logits: is.vector() },
  result: is.matrix(),

  reference,

  inputs: fc.tuple(logits),
  // Logits to 1e30, which the contract does not ask for here.
  extended: fc
    .tuple(logits, fc.constantFrom(1e2, 1e4, 1e30))
    .map(([z, scale]) => [z.map((x) => Math.fround(x * scale))]),

  edges: {
    'seven classes': [variedVector(7)],
    'one class': [[1.875]],
    'two equal logits': [[0.5, 0.5]],
    'equal logits': [[-1.25, -1.25, -1.25, -1.25]],
    'tie at the top': [[2.5, -1, 2.5]],
    'almost certain': [[10, -10, -9]],
    decimals: [[2.3, -3.7, 0.1]],
  },
  illegal: {},
  hardCases: {
    'one class': (z) => z.length === 1,
    'two classes': (z) => z.length === 2,
    'more than two classes': (z) => z.length > 2,
    'equal logits': (z) => z.length > 1 && z.every((x) => x === z[0]),
    'a zero': (z) => z.includes(0),
    'spread over 8': (z) => Math.max(...z) - Math.min(...z) > 8,
  },

  worked: [
    {
      name: 'two equal logits, by hand',
      origin: 'by hand: 1/2 1/2 on the diagonal, the same with a minus beside it',
      args: [[0, 0]],
      expected: [
        [0.25, -0.25],
        [-0.25, 0.25],
      ],
    },
    {
      name: 'logits ln 1, ln 2, ln 5',
      origin: 'by hand: p = 1/8, 2/8, 5/8; 1/64 times 1 (8 - 1), -1 2, -1 5; 2 (8 - 2), -2 5; 5 (8 - 5)',
      args: [[0, Math.log(2), Math.log(5)]],
      expected: [
        [7 / 64, -2 / 64, -5 / 64],
        [-2 / 64, 12 / 64, -10 / 64],
        [-5 / 64, -10 / 64, 15 / 64],
      ],
    },
  ],

  laws: [
    law('every row and every column sums to 0', fc.tuple(logits), async (jacobian, z) => {
      const J = await jacobian(z);
      const allowed = jacobian.allowed(z);
      for (const k of z.keys()) {
        const column = (m: Matrix): Vector => m.map((row) => nth(row, k));
        expectClose(total(nth(J, k)), 0, total(nth(allowed, k)), 2 ** -50);
        expectClose(total(column(J)), 0, total(column(allowed)), 2 ** -50);
      }
    }),
    law('it is symmetric', fc.tuple(logits), async (jacobian, z) => {
      const J = await jacobian(z);
      const allowed = jacobian.allowed(z);
      expectClose(J, transposed(J), allowed, transposed(allowed));
    }),
    law(
      'a logit raises its own probability, by at most 1/4, and lowers the others',
      fc.tuple(logits),
      async (jacobian, z) => {
        const allowed = jacobian.allowed(z);
        (await jacobian(z)).forEach((row, i) =>
          row.forEach((x, j) => {
            const error = allowed[i]?.[j] ?? Number.NaN;
            expectThat(i === j ? x >= -error && x <= 0.25 + error : x <= error, `got ${x} at [${i}][${j}]`);
          }),
        );
      },
    ),
    logitShift<SoftmaxJacobian>(fc.tuple(gridLogits)),
    law('reversing the classes reverses rows and columns', fc.tuple(logits), async (jacobian, z) => {
      const reversed = z.toReversed();
      const back = (m: Matrix): Matrix => m.map((row) => row.toReversed()).toReversed();
      const allowed = back(jacobian.allowed(z));
      expectClose(await jacobian(reversed), back(await jacobian(z)), jacobian.allowed(reversed), allowed);
    }),
    law(
      'beside the diagonal it is minus e^(z_i + z_j) over the squared sum of the exponentials',
      fc.tuple(gridLogits),
      async (jacobian, z) => {
        const J = await jacobian(z);
        const allowed = jacobian.allowed(z);
        const S = total(z.map(Math.exp));
        for (const [i, a] of z.entries()) {
          for (const [j, b] of z.entries()) {
            if (i === j) continue;
            const expected = -Math.exp(a + b) / (S * S);
            expectClose(J[i]?.[j], expected, allowed[i]?.[j] ?? Number.NaN, 2 ** -48 * Math.abs(expected));
          }
        }
      },
    ),
  ],

  misconceptions,

  rounding: (r, logits) => {
    const p = roundedSoftmax(r, logits);
    return p.map((a, i): Rounded[] =>
      p.map((b, j) => (i === j ? r.multiply(a, r.subtract(r.exact(1), a)) : r.negate(r.multiply(a, b)))),
    );
  },
};
