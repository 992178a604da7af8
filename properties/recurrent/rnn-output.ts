import fc from 'fast-check';
import { rnnOutput as reference, rnnOutputGradient } from '../../reference/recurrent/rnn-output.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Sequence, Vector } from '../values/value.ts';
import { misconceptions } from './rnn-output.misconceptions.ts';
import { turned } from './shared/rnn-inputs.ts';

export type RnnOutput = (h: Sequence, w: Matrix, b: Vector) => Sequence;
type Arguments = Parameters<RnnOutput>;

const runs: fc.Arbitrary<Arguments> = fc
  .tuple(size(3), size(4), size(3), size(3), numbers(mild, 36), numbers(mild, 12))
  .map(([B, T, units, outputs, states, weights]): Arguments => {
    const fill = take(weights);
    return [take(states).rank3(B, T, units), fill.matrix(units, outputs), fill.vector(outputs)];
  });

export const rnnOutput: Entry<RnnOutput> = {
  id: 'rnnOutput',
  lecture: 7,
  title: 'Output of a recurrent layer',
  latex: String.raw`y_t = h_t W_{ho} + b`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 10.2', 'Lecture 7'],
  parameters: { h: is.sequence(), w: is.matrix(), b: is.vector() },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/rnn-output.ts'),
  gradient: { wrt: ['h', 'w', 'b'], reference: rnnOutputGradient },

  inputs: runs,

  edges: {
    'one of everything': [[[[1.5]]], [[-0.5]], [0.25]],
    'one step': [[[[1.5, -1]], [[0.5, 2]]], [[1], [-2]], [0.5]],
    'as many outputs as units': [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [
        [1, -1],
        [0.5, 2],
      ],
      [0, 1],
    ],
    'as many samples as steps': [
      [
        [[1], [2]],
        [[3], [4]],
      ],
      [[1, 2, 3]],
      [0.5, 0, -0.5],
    ],
    'states of 0': [[[[0], [0]]], [[3]], [2]],
    decimals: [[[[0.1], [-0.7]]], [[0.3]], [0.9]],
  },
  illegal: {
    'a row too many': { args: [[[[1]]], [[1], [2]], [0]], names: 'w' },
    'a row too few': { args: [[[[1, 2]]], [[1]], [0]], names: 'w' },
    'a bias too many': { args: [[[[1]]], [[1]], [0, 0]], names: 'b' },
  },
  hardCases: {
    'one sample': (h) => h.length === 1,
    'several samples': (h) => h.length > 1,
    'one step': (h) => h[0]?.length === 1,
    'several steps': (h) => (h[0]?.length ?? 0) > 1,
    'as many samples as steps, above 1': (h) => h.length > 1 && h.length === h[0]?.length,
    'one unit': (_h, w) => w.length === 1,
    'as many outputs as units, above 1': (_h, w, b) => w.length > 1 && w.length === b.length,
    'more outputs than units': (_h, w, b) => b.length > w.length,
    'more units than outputs': (_h, w, b) => b.length < w.length,
    'an entry of 0': (h) => h.flat(2).includes(0),
  },

  worked: [
    {
      name: 'two steps, two outputs',
      origin: 'by hand: 1 * 3 + 2 * 5 + 1, 1 * 4 + 2 * 6 - 1, then with the states 0 and -1',
      args: [
        [
          [
            [1, 2],
            [0, -1],
          ],
        ],
        [
          [3, 4],
          [5, 6],
        ],
        [1, -1],
      ],
      expected: [
        [
          [14, 15],
          [-4, -7],
        ],
      ],
    },
  ],

  laws: [
    sampleIndependence<RnnOutput>(runs),
    law('a step does not depend on the others', runs, async (rnnOutput, h, w, b) => {
      const together = await rnnOutput(h, w, b);
      const alone = h.flatMap((steps) => steps.map((state) => [state]));
      const allowed = rnnOutput.allowed(alone, w, b);
      const expected = together.flatMap((steps) => steps.map((y) => [y]));
      expectClose(await rnnOutput(alone, w, b), expected, allowed, allowed);
    }),
    law('a bias is the weight of a unit that is always 1', runs, async (rnnOutput, h, w, b) => {
      const widened = h.map((steps) => steps.map((state) => [...state, 1]));
      const none = b.map(() => 0);
      expectClose(
        await rnnOutput(widened, [...w, b], none),
        await rnnOutput(h, w, b),
        rnnOutput.allowed(widened, [...w, b], none),
        rnnOutput.allowed(h, w, b),
      );
    }),
    law('unit weights without biases leave the states', runs, async (rnnOutput, h, _w, _b) => {
      const ones = nth(nth(h, 0), 0).map((_, k, all) => all.map((_v, j) => (j === k ? 1 : 0)));
      const none = ones.map(() => 0);
      expectClose(await rnnOutput(h, ones, none), h, rnnOutput.allowed(h, ones, none));
    }),
    law('the order of the outputs does not matter', runs, async (rnnOutput, h, w, b) => {
      const turn = (y: Sequence): Sequence => y.map((steps) => steps.map(turned));
      const [other, biases] = [w.map(turned), turned(b)];
      expectClose(
        await rnnOutput(h, other, biases),
        turn(await rnnOutput(h, w, b)),
        rnnOutput.allowed(h, other, biases),
        turn(rnnOutput.allowed(h, w, b)),
      );
    }),
  ],

  misconceptions,

  rounding: (r, h, w, b) =>
    h.map((steps) =>
      steps.map((state) => transposed(w).map((column, j) => r.dot([...state, r.exact(1)], [...column, nth(b, j)]))),
    ),
};
