import fc from 'fast-check';
import { diffusionLossGradient, diffusionLoss as reference } from '../../reference/generative/diffusion-loss.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { roundedDrives } from '../perceptron/shared/rounded-dense.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, illegal, worked } from './diffusion-loss.cases.ts';
import { misconceptions } from './diffusion-loss.misconceptions.ts';
import { inside, share } from './shared/diffusion-inputs.ts';
import { roundedForward } from './shared/rounded-forward.ts';

export type Predictor = { w: Matrix; b: Vector };
export type DiffusionLoss = (x: Matrix, noise: Matrix, alphaBar: Vector, predictor: Predictor) => number;
type Arguments = Parameters<DiffusionLoss>;

/** Up to 3 samples of up to 3 features. */
const drawn = (left: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc.tuple(size(3), size(3), numbers(), numbers(left)).map(([n, d, values, shares]) => {
    const { matrix, vector } = take(values);
    return [matrix(n, d), matrix(n, d), take(shares).vector(n), { w: matrix(d, d), b: vector(d) }];
  });

const cases = drawn(share);
const scaled = (m: Matrix, factor: number): Matrix => m.map((row) => row.map((x) => factor * x || 0));

export const diffusionLoss: Entry<DiffusionLoss> = {
  id: 'diffusionLoss',
  lecture: 9,
  title: 'Noise-prediction loss of a diffusion model',
  latex: String.raw`L = \frac{1}{ND} \sum_{n=1}^{N} \sum_{d=1}^{D} (\epsilon_{nd} - \hat\epsilon_{nd})^2, \qquad
\hat\epsilon = x_t W + b`,
  source: ['Ho, Jain, Abbeel (2020), Denoising Diffusion Probabilistic Models, section 3.4, equation 14', 'Lecture 9'],
  parameters: {
    x: is.matrix(),
    noise: is.matrix(),
    alphaBar: is.vector({ element: { least: 0, most: 1 } }),
    predictor: is.record({ w: is.matrix(), b: is.vector() }),
  },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/generative/diffusion-loss.ts'),
  gradient: {
    wrt: ['x', 'noise', 'alphaBar', 'predictor'],
    reference: diffusionLossGradient,
    inputs: drawn(inside),
  },

  inputs: cases,

  edges,
  illegal,
  hardCases: {
    'one sample, features above 1': (x) => x.length === 1 && (x[0]?.length ?? 0) > 1,
    'one feature, samples above 1': (x) => x.length > 1 && x[0]?.length === 1,
    'samples and features above 1': (x) => x.length > 1 && (x[0]?.length ?? 0) > 1,
    'rows of different alphaBar': (_x, _noise, alphaBar) => new Set(alphaBar).size > 1,
    'an alphaBar of 0': (_x, _noise, alphaBar) => alphaBar.includes(0),
    'an alphaBar of 1': (_x, _noise, alphaBar) => alphaBar.includes(1),
    'weights that are not symmetric': (_x, _noise, _a, { w }) =>
      w.some((row, i) => row.some((v, j) => v !== w[j]?.[i])),
  },

  worked,

  laws: [
    law(
      'what hands on nothing but noise costs nothing, and its double what the noise weighs',
      fc.tuple(cases),
      async (loss, [x, noise, alphaBar]) => {
        const nothingLeft = alphaBar.map(() => 0);
        const handsOn = (factor: number): Predictor => ({
          w: nth(x, 0).map((_, i) => nth(x, 0).map((_value, j) => (i === j ? factor : 0))),
          b: nth(x, 0).map(() => 0),
        });
        const weight = noise.flat().reduce((sum, e) => sum + e ** 2, 0) / noise.flat().length;
        const once: Arguments = [x, noise, nothingLeft, handsOn(1)];
        const twice: Arguments = [x, noise, nothingLeft, handsOn(2)];
        expectClose(await loss(...once), 0, loss.allowed(...once));
        expectClose(await loss(...twice), weight, loss.allowed(...twice), 2 ** -48 * weight);
      },
    ),
    law('without weights it is the mean squared distance of noise and biases', fc.tuple(cases), async (loss, args) => {
      const [x, noise, alphaBar, { w, b }] = args;
      const blind: Arguments = [x, noise, alphaBar, { w: scaled(w, 0), b }];
      const squares = noise.flatMap((row) => row.map((e, d) => (e - nth(b, d)) ** 2));
      const mean = squares.reduce((sum, e) => sum + e, 0) / squares.length;
      expectClose(await loss(...blind), mean, loss.allowed(...blind), 2 ** -48 * mean);
    }),
    law('the loss of a batch is the mean of the losses of its samples', fc.tuple(cases), async (loss, args) => {
      const [x, noise, alphaBar, predictor] = args;
      let [sum, allowed] = [0, 0];
      for (const n of x.keys()) {
        const sample: Arguments = [[nth(x, n)], [nth(noise, n)], [nth(alphaBar, n)], predictor];
        sum += await loss(...sample);
        allowed += (loss.allowed(...sample) + 2 ** -52 * sum) / x.length;
      }
      expectClose(await loss(...args), sum / x.length, loss.allowed(...args), allowed);
    }),
    law('samples, noise and biases of other signs cost the same', fc.tuple(cases), async (loss, args) => {
      const [x, noise, alphaBar, { w, b }] = args;
      const turned: Arguments = [scaled(x, -1), scaled(noise, -1), alphaBar, { w, b: b.map((value) => -value || 0) }];
      expectClose(await loss(...turned), await loss(...args), loss.allowed(...turned), loss.allowed(...args));
    }),
    law('doubled samples, noise and biases cost four times as much', fc.tuple(cases), async (loss, args) => {
      const [x, noise, alphaBar, { w, b }] = args;
      const doubled: Arguments = [scaled(x, 2), scaled(noise, 2), alphaBar, { w, b: b.map((value) => 2 * value) }];
      const [once, twice] = [await loss(...args), await loss(...doubled)];
      expectClose(twice, 4 * once, loss.allowed(...doubled), 4 * loss.allowed(...args));
      expectThat(once >= 0, `got ${once}`);
    }),
    law(
      'no noise is left with alphaBar 1: the noise counts only as what is to be predicted',
      fc.tuple(cases),
      async (loss, args) => {
        const [x, noise, alphaBar, predictor] = args;
        const clean = alphaBar.map(() => 1);
        const without: Arguments = [x, scaled(noise, 0), clean, predictor];
        const [withNoise, opposite]: [Arguments, Arguments] = [
          [x, noise, clean, predictor],
          [x, scaled(noise, -1), clean, predictor],
        ];
        const weight = noise.flat().reduce((sum, e) => sum + e ** 2, 0) / noise.flat().length;
        const mean = ((await loss(...withNoise)) + (await loss(...opposite))) / 2;
        const expected = (await loss(...without)) + weight;
        const allowed = loss.allowed(...withNoise) + loss.allowed(...opposite) + loss.allowed(...without);
        expectClose(mean, expected, allowed, 2 ** -48 * (expected + weight));
      },
    ),
  ],

  misconceptions,

  rounding: (r, x, noise, alphaBar, { w, b }) => {
    const prediction = roundedDrives(r, roundedForward(r, x, noise, alphaBar), w, b);
    return r.mean(noise.flatMap((row, n) => row.map((e, d) => r.square(r.subtract(e, nth(nth(prediction, n), d))))));
  },
};
