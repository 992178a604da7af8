import fc from 'fast-check';
import { wassersteinLoss as reference, wassersteinLossGradient } from '../../reference/generative/wasserstein-loss.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { pairEdges, pairHardCases, logits as scores } from './shared/gan-inputs.ts';
import { misconceptions } from './wasserstein-loss.misconceptions.ts';

export type WassersteinLoss = (real: Vector, fake: Vector) => number;

const pairs: fc.Arbitrary<[Vector, Vector]> = fc.tuple(scores, scores);
const moved = (xs: Vector, by: number): Vector => xs.map((x) => x + by);

export const wassersteinLoss: Entry<WassersteinLoss> = {
  id: 'wassersteinLoss',
  lecture: 9,
  title: "Critic's loss of a Wasserstein GAN",
  latex: String.raw`L_C = \frac{1}{F} \sum_{j=1}^{F} f_j - \frac{1}{R} \sum_{i=1}^{R} r_i`,
  source: [
    'Arjovsky, Chintala, Bottou (2017), Wasserstein GAN, section 3, equations 2 and 3, and algorithm 1',
    'Lecture 9',
  ],
  parameters: { real: is.vector(), fake: is.vector() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/generative/wasserstein-loss.ts'),
  gradient: { wrt: ['real', 'fake'], reference: wassersteinLossGradient },

  inputs: pairs,

  edges: {
    ...pairEdges,
  },
  illegal: {},
  hardCases: {
    ...pairHardCases,
    'a score of 0': (real, fake) => real.includes(0) || fake.includes(0),
    'scores of both signs': (real, fake) => Math.min(...real, ...fake) < 0 && Math.max(...real, ...fake) > 0,
  },

  worked: [
    { name: 'two real ones and a fake one', origin: 'by hand: -1 - (2 + 4)/2', args: [[2, 4], [-1]], expected: -4 },
    {
      name: 'a real one and four fake ones',
      origin: 'by hand: (1 + 2 + 3 - 4)/4 - 5',
      args: [[5], [1, 2, 3, -4]],
      expected: -4.5,
    },
    { name: 'fake ones above real ones', origin: 'by hand: 3 - 1/2', args: [[0.5], [3, 3]], expected: 2.5 },
  ],

  laws: [
    law('exchanging real and fake changes the sign', pairs, async (loss, real, fake) => {
      const allowed = loss.allowed(fake, real) + loss.allowed(real, fake);
      expectClose(await loss(fake, real), -(await loss(real, fake)), allowed);
    }),
    law(
      'a number added to every score changes nothing',
      fc.tuple(pairs, fc.integer({ min: -8, max: 8 })),
      async (loss, [real, fake], by) => {
        const higher: [Vector, Vector] = [moved(real, by), moved(fake, by)];
        // Each sum of a score and the number is rounded once.
        const rounded = 2 ** -49;
        expectClose(
          await loss(...higher),
          await loss(real, fake),
          loss.allowed(...higher),
          loss.allowed(real, fake) + rounded,
        );
      },
    ),
    law('a fake score that is 1 higher costs a share of 1 more', pairs, async (loss, real, fake) => {
      const [first = 0, ...rest] = fake;
      const higher: [Vector, Vector] = [real, [first + 1, ...rest]];
      const allowed = loss.allowed(...higher) + loss.allowed(real, fake);
      expectClose((await loss(...higher)) - (await loss(real, fake)), 1 / fake.length, allowed, 2 ** -48);
    }),
    law('samples that come twice change nothing', fc.tuple(pairs, fc.boolean()), async (loss, [real, fake], ofReal) => {
      const twice: [Vector, Vector] = ofReal ? [[...real, ...real], fake] : [real, [...fake, ...fake]];
      expectClose(await loss(...twice), await loss(real, fake), loss.allowed(...twice), loss.allowed(real, fake));
    }),
    law('doubled scores cost twice as much', pairs, async (loss, real, fake) => {
      const doubled: [Vector, Vector] = [real.map((x) => 2 * x), fake.map((x) => 2 * x)];
      expectClose(
        await loss(...doubled),
        2 * (await loss(real, fake)),
        loss.allowed(...doubled),
        2 * loss.allowed(real, fake),
      );
    }),
  ],

  misconceptions,

  rounding: (r, real, fake) => r.subtract(r.mean(fake), r.mean(real)),
};
