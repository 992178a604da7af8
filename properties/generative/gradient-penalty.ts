import fc from 'fast-check';
import { gradientPenaltyGradient, gradientPenalty as reference } from '../../reference/generative/gradient-penalty.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { lengthOf, roundedNorm } from '../generalization/shared/norms.ts';
import { numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { weightScale } from '../perceptron/shared/layer-inputs.ts';
import { roundedDrives } from '../perceptron/shared/rounded-dense.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, illegal, worked } from './gradient-penalty.cases.ts';
import { misconceptions } from './gradient-penalty.misconceptions.ts';
import { share } from './shared/diffusion-inputs.ts';
import { mixtures, slopes } from './shared/plain-critic.ts';

export type Critic = { w1: Matrix; b1: Vector; w2: Vector };
export type GradientPenalty = (real: Matrix, fake: Matrix, u: Vector, critic: Critic) => number;
type Arguments = Parameters<GradientPenalty>;

/** Up to 3 samples of up to 3 features, and a critic of up to 3 hidden units, that are saturated now and then. */
const cases: fc.Arbitrary<Arguments> = fc
  .tuple(size(3), size(3), size(3), numbers(), numbers(share), weightScale)
  .map(([n, d, h, drawn, shares, scale]) => {
    const { matrix, vector } = take(drawn);
    const smaller = (xs: Vector): Vector => xs.map((x) => scale * x);
    const [real, fake, w1, b1, w2] = [matrix(n, d), matrix(n, d), matrix(d, h), vector(h), vector(h)];
    return [real, fake, take(shares).vector(n), { w1: w1.map(smaller), b1: smaller(b1), w2 }];
  });

/** Away from slopes of 0, where the norm has its kink, and from the ends of u, beyond which no difference reaches. */
const smooth = cases.filter(
  ([real, fake, u, critic]) =>
    u.every((x) => x > 0.01 && x < 0.99) &&
    slopes(mixtures(real, fake, u), critic).every((slope) => lengthOf(slope) > 1 / 8),
);

export const gradientPenalty: Entry<GradientPenalty> = {
  id: 'gradientPenalty',
  lecture: 9,
  title: 'Gradient penalty of a Wasserstein GAN',
  latex: String.raw`P = \frac{1}{N} \sum_{n=1}^{N} \bigl( \lVert \nabla f(\hat x_n) \rVert_2 - 1 \bigr)^2, \qquad
\hat x_n = u_n x_n + (1 - u_n) \tilde x_n`,
  source: [
    'Gulrajani, Ahmed, Arjovsky, Dumoulin, Courville (2017), Improved Training of Wasserstein GANs, section 4, equation 3',
    'Lecture 9',
  ],
  parameters: {
    real: is.matrix(),
    fake: is.matrix(),
    u: is.vector({ element: { least: 0, most: 1 } }),
    critic: is.record({ w1: is.matrix(), b1: is.vector(), w2: is.vector() }),
  },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/generative/gradient-penalty.ts'),
  gradient: { wrt: ['real', 'fake', 'u', 'critic'], reference: gradientPenaltyGradient, inputs: smooth },

  inputs: cases,

  edges,
  illegal,
  hardCases: {
    'one sample': (real) => real.length === 1,
    'one feature': (real) => real[0]?.length === 1,
    'one hidden unit': (_real, _fake, _u, { w2 }) => w2.length === 1,
    'samples, features and units above 1': (real, _fake, _u, { w2 }) =>
      real.length > 1 && (real[0]?.length ?? 0) > 1 && w2.length > 1,
    'the real sample alone': (_real, _fake, u) => u.includes(1),
    'the generated sample alone': (_real, _fake, u) => u.includes(0),
    'a slope below 1': (...args) => slopesOf(args).some((slope) => lengthOf(slope) < 1),
    'a slope above 1': (...args) => slopesOf(args).some((slope) => lengthOf(slope) > 1),
  },

  worked,

  laws: [
    law(
      'a critic without weights behind its units pays 1',
      fc.tuple(cases),
      async (penalty, [real, fake, u, critic]) => {
        const flat: Arguments = [real, fake, u, { ...critic, w2: critic.w2.map(() => 0) }];
        expectClose(await penalty(...flat), 1, penalty.allowed(...flat));
      },
    ),
    law('real and generated samples may change places, with the rest of u', fc.tuple(cases), async (penalty, args) => {
      const [real, fake, u, critic] = args;
      const turned: Arguments = [fake, real, u.map((x) => 1 - x), critic];
      expectClose(
        await penalty(...turned),
        await penalty(...args),
        penalty.allowed(...turned),
        penalty.allowed(...args),
      );
    }),
    law('the penalty of a batch is the mean of those of its samples', fc.tuple(cases), async (penalty, args) => {
      const [real, fake, u, critic] = args;
      let [sum, allowed] = [0, 0];
      for (const n of real.keys()) {
        const sample: Arguments = [[nth(real, n)], [nth(fake, n)], [nth(u, n)], critic];
        sum += await penalty(...sample);
        allowed += (penalty.allowed(...sample) + 2 ** -52 * sum) / real.length;
      }
      expectClose(await penalty(...args), sum / real.length, penalty.allowed(...args), allowed);
    }),
    law('a critic of the other sign pays the same', fc.tuple(cases), async (penalty, args) => {
      const [real, fake, u, critic] = args;
      const turned: Arguments = [real, fake, u, { ...critic, w2: critic.w2.map((x) => -x || 0) }];
      expectClose(
        await penalty(...turned),
        await penalty(...args),
        penalty.allowed(...turned),
        penalty.allowed(...args),
      );
    }),
    law('hidden units may come in any order', fc.tuple(cases), async (penalty, args) => {
      const [real, fake, u, { w1, b1, w2 }] = args;
      const turned: Arguments = [
        real,
        fake,
        u,
        { w1: w1.map((row) => [...row].reverse()), b1: [...b1].reverse(), w2: [...w2].reverse() },
      ];
      expectClose(
        await penalty(...turned),
        await penalty(...args),
        penalty.allowed(...turned),
        penalty.allowed(...args),
      );
    }),
    law(
      'at samples of 0 without biases the slope is w1 w2',
      fc.tuple(cases),
      async (penalty, [real, , u, { w1, b1, w2 }]) => {
        const zeros = real.map((row) => row.map(() => 0));
        const linear: Arguments = [zeros, zeros, u, { w1, b1: b1.map(() => 0), w2 }];
        const slope = w1.map((row) => row.reduce((sum, w, k) => sum + w * nth(w2, k), 0));
        const expected = (lengthOf(slope) - 1) ** 2;
        // The sums of products may cancel, so their sizes count.
        const sizes = w1.map((row) => row.reduce((sum, w, k) => sum + Math.abs(w * nth(w2, k)), 0));
        const own = 2 ** -48 * (lengthOf(sizes) + 1) ** 2;
        expectClose(await penalty(...linear), expected, penalty.allowed(...linear), own);
      },
    ),
    law(
      'between two equal samples the mixture does not matter',
      fc.tuple(cases, share),
      async (penalty, args, other) => {
        const [real, , u, critic] = args;
        const [here, there]: [Arguments, Arguments] = [
          [real, real, u, critic],
          [real, real, u.map(() => other), critic],
        ];
        expectClose(
          await penalty(...here),
          await penalty(...there),
          penalty.allowed(...here),
          penalty.allowed(...there),
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, real, fake, u, { w1, b1, w2 }) => {
    const one = r.exact(1);
    const mixed = real.map((row, n) => {
      const [ofReal, ofFake] = [nth(u, n), r.subtract(one, nth(u, n))];
      return row.map((x, i) => r.add(r.multiply(ofReal, x), r.multiply(ofFake, nth(nth(fake, n), i))));
    });
    const penalties = roundedDrives(r, mixed, w1, b1).map((drives) => {
      const behind = drives.map((z, k) => r.multiply(nth(w2, k), r.subtract(one, r.square(r.tanh(z)))));
      const slope = w1.map((row) => r.dot(row, behind));
      return r.square(r.subtract(roundedNorm(r, slope), one));
    });
    return r.mean(penalties);
  },
};

function slopesOf([real, fake, u, critic]: Arguments): Matrix {
  return slopes(mixtures(real, fake, u), critic);
}
