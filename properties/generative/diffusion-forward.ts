import fc from 'fast-check';
import {
  diffusionForwardGradient,
  diffusionForward as reference,
} from '../../reference/generative/diffusion-forward.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, logUniform } from '../inputs/inputs.ts';
import { variedMatrix } from '../inputs/varied.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { misconceptions } from './diffusion-forward.misconceptions.ts';
import { inside, noisySamples, share } from './shared/diffusion-inputs.ts';
import { roundedForward } from './shared/rounded-forward.ts';

export type DiffusionForward = (x: Matrix, noise: Matrix, alphaBar: Vector) => Matrix;

const samples = noisySamples(share);

export const diffusionForward: Entry<DiffusionForward> = {
  id: 'diffusionForward',
  lecture: 9,
  title: 'Forward process of a diffusion model',
  latex: String.raw`x_{t,nd} = \sqrt{\bar\alpha_n}\, x_{nd} + \sqrt{1 - \bar\alpha_n}\, \epsilon_{nd}`,
  source: ['Ho, Jain, Abbeel (2020), Denoising Diffusion Probabilistic Models, section 2, equation 4', 'Lecture 9'],
  parameters: { x: is.matrix(), noise: is.matrix(), alphaBar: is.vector({ element: { least: 0, most: 1 } }) },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/generative/diffusion-forward.ts'),
  gradient: {
    wrt: ['x', 'noise', 'alphaBar'],
    reference: diffusionForwardGradient,
    // At sums of exactly 0 the rounding of what lies beside them would count for nothing.
    inputs: noisySamples(inside, logUniform),
  },

  inputs: samples,

  edges: {
    'one element': [[[-0.4375]], [[-3.9375]], [0.25]],
    'one row': [[[1, 2, -3]], [[0.5, -1, 1.5]], [0.5625]],
    'one feature': [
      [[1], [2], [-1]],
      [[0.5], [-0.25], [2]],
      [0.25, 0.5, 0.75],
    ],
    square: [variedMatrix(3, 3), variedMatrix(3, 3, 9), [0.25, 0.75, 0.5]],
    'five rows of eleven': [variedMatrix(5, 11), variedMatrix(5, 11, 7), [0.1, 0.25, 0.5, 0.7, 0.9]],
    'no noise left': [[[1.5, -2]], [[3, 1]], [1]],
    'nothing but noise': [[[1.5, -2]], [[3, 1]], [0]],
    'both ends beside others': [
      [[1], [2], [3]],
      [[-1], [1], [0.5]],
      [0, 0.25, 1],
    ],
    zeros: [
      [
        [0, 0],
        [1, 2],
      ],
      [
        [3, 4],
        [0, 0],
      ],
      [0.25, 0.75],
    ],
  },
  illegal: {
    'noise of fewer rows': { args: [[[1], [2]], [[1]], [0.5, 0.5]], names: 'noise' },
    'noise of fewer features': { args: [[[1, 2]], [[1]], [0.5]], names: 'noise' },
    'an alphaBar too few': { args: [[[1], [2]], [[1], [2]], [0.5]], names: 'alphaBar' },
    'an alphaBar too many': { args: [[[1, 2]], [[1, 2]], [0.5, 0.5]], names: 'alphaBar' },
    'an alphaBar barely above 1': { args: [[[1, 2]], [[1, 2]], [1 + 2 ** -21]], names: 'alphaBar' },
  },
  hardCases: {
    'one row': (x) => x.length === 1,
    'one feature': (x) => x[0]?.length === 1,
    'rows and features above 1': (x) => x.length > 1 && (x[0]?.length ?? 0) > 1,
    square: (x) => x.length > 1 && x.length === x[0]?.length,
    'rows of different alphaBar': (_x, _noise, alphaBar) => new Set(alphaBar).size > 1,
    'an alphaBar of 0': (_x, _noise, alphaBar) => alphaBar.includes(0),
    'an alphaBar of 1': (_x, _noise, alphaBar) => alphaBar.includes(1),
  },

  worked: [
    {
      name: 'a root of 0.8 and one of 0.6',
      origin: 'by hand: 0.8 x + 0.6 noise',
      args: [[[5, -10]], [[10, 5]], [0.64]],
      expected: [[10, -5]],
    },
    {
      name: 'a quarter left, and three quarters',
      origin: 'by hand: 1/2 and the root of 3/4, and the other way round',
      args: [
        [[4], [4]],
        [[2], [2]],
        [0.25, 0.75],
      ],
      expected: [[2 + Math.sqrt(3)], [2 * Math.sqrt(3) + 1]],
    },
  ],

  laws: [
    law('with alphaBar 1 it is the sample, with 0 the noise', fc.tuple(samples), async (forward, [x, noise, a]) => {
      const [ones, zeros] = [a.map(() => 1), a.map(() => 0)];
      expectClose(await forward(x, noise, ones), x, forward.allowed(x, noise, ones));
      expectClose(await forward(x, noise, zeros), noise, forward.allowed(x, noise, zeros));
    }),
    law(
      'the squares of the two weights are alphaBar and the rest of 1',
      fc.tuple(samples),
      async (forward, [x, , a]) => {
        const [ones, zeros] = [x.map((row) => row.map(() => 1)), x.map((row) => row.map(() => 0))];
        const [signal, noise] = [await forward(ones, zeros, a), await forward(zeros, ones, a)];
        const [ofSignal, ofNoise] = [forward.allowed(ones, zeros, a), forward.allowed(zeros, ones, a)];
        for (const [n, left] of a.entries()) {
          // A weight is at most 1, so its square is off by twice what it is, and a little more.
          expectClose(nth(nth(signal, n), 0) ** 2, left, 3 * nth(nth(ofSignal, n), 0), 2 ** -52);
          expectClose(nth(nth(noise, n), 0) ** 2, 1 - left, 3 * nth(nth(ofNoise, n), 0), 2 ** -52);
        }
      },
    ),
    law(
      'samples and noise of two draws add up',
      fc.tuple(noisySamples(share, grid), noisySamples(share, grid)),
      async (forward, [x, e, a], [y, f]) => {
        const plus = (p: Matrix, q: Matrix): Matrix =>
          p.map((row, n) => row.map((value, d) => value + nth(nth(q, n % q.length), d % nth(q, 0).length)));
        const zeros = x.map((row) => row.map(() => 0));
        const [ys, fs] = [plus(zeros, y), plus(zeros, f)];
        const [both, allowed] = [plus(await forward(x, e, a), await forward(ys, fs, a)), forward.allowed(x, e, a)];
        const [sumX, sumE] = [plus(x, y), plus(e, f)];
        const rounding = forward.allowed(sumX, sumE, a);
        expectClose(
          await forward(sumX, sumE, a),
          both,
          plus(rounding, allowed),
          plus(forward.allowed(ys, fs, a), [[2 ** -48]]),
        );
      },
    ),
    law('each row goes by its own alphaBar', fc.tuple(samples), async (forward, [x, noise, a]) => {
      const whole = await forward(x, noise, a);
      const allowed = forward.allowed(x, noise, a);
      for (const n of x.keys()) {
        const alone: [Matrix, Matrix, Vector] = [[nth(x, n)], [nth(noise, n)], [nth(a, n)]];
        expectClose(await forward(...alone), [nth(whole, n)], forward.allowed(...alone), [nth(allowed, n)]);
      }
    }),
  ],

  misconceptions,

  rounding: roundedForward,
};
