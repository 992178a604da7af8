import fc from 'fast-check';
import {
  ganDiscriminatorLossGradient,
  ganDiscriminatorLoss as reference,
} from '../../reference/generative/gan-discriminator-loss.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { roundedSoftplus } from '../losses/shared/rounded-softplus.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './gan-discriminator-loss.misconceptions.ts';
import { largeLogits, logits, mean, pairEdges, pairHardCases } from './shared/gan-inputs.ts';

export type GanDiscriminatorLoss = (real: Vector, fake: Vector) => number;

const pairs: fc.Arbitrary<[Vector, Vector]> = fc.tuple(logits, logits);

const negative = (z: Vector): Vector => z.map((x) => -x || 0);
const sigmoids = (z: Vector): Vector => z.map((x) => 1 / (1 + Math.exp(-x)));

export const ganDiscriminatorLoss: Entry<GanDiscriminatorLoss> = {
  id: 'ganDiscriminatorLoss',
  lecture: 9,
  title: "Discriminator's loss of a GAN",
  latex: String.raw`L_D = -\frac{1}{R} \sum_{i=1}^{R} \log \sigma(r_i)
- \frac{1}{F} \sum_{j=1}^{F} \log \bigl( 1 - \sigma(f_j) \bigr)`,
  source: ['Goodfellow et al. (2014), Generative Adversarial Nets, equation 1 and algorithm 1', 'Lecture 9'],
  parameters: { real: is.vector(), fake: is.vector() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/generative/gan-discriminator-loss.ts'),
  gradient: { wrt: ['real', 'fake'], reference: ganDiscriminatorLossGradient },

  inputs: pairs,
  extreme: fc.oneof(fc.tuple(largeLogits, largeLogits), fc.tuple(largeLogits, logits), fc.tuple(logits, largeLogits)),

  edges: {
    ...pairEdges,
    'told apart': [[10], [-10]],
    mistaken: [[-10], [10]],
  },
  extremeEdges: {
    'logits of forty, told apart': [[40], [-40]],
    'logits of forty, mistaken': [[-40], [40]],
    'logits of a thousand, told apart': [[1000], [-1000]],
    'logits of a thousand, mistaken': [[-1000], [1000]],
    'logits of ten thousand beside others': [
      [10000, -0.5],
      [0.75, 9998.5],
    ],
  },
  illegal: {},
  hardCases: {
    ...pairHardCases,
    'a real logit of 0': (real) => real.includes(0),
    'a fake logit of 0': (_, fake) => fake.includes(0),
    'a real logit below -2': (real) => real.some((z) => z < -2),
    'a fake logit above 2': (_, fake) => fake.some((z) => z > 2),
  },

  worked: [
    { name: 'logits 0', origin: 'by hand: -ln 1/2 - ln 1/2', args: [[0], [0]], expected: 2 * Math.LN2 },
    {
      name: 'three quarters and a half',
      origin: 'by hand: -ln 3/4 - (ln 1/2 + ln 1/4)/2, from the logits ln 3 and 0, ln 3',
      args: [[Math.log(3)], [0, Math.log(3)]],
      expected: 3.5 * Math.LN2 - Math.log(3),
    },
    {
      name: 'two real ones, one of them mistaken',
      origin: 'by hand: -(ln 3/4 + ln 1/4)/2 - ln 3/4',
      args: [[Math.log(3), -Math.log(3)], [-Math.log(3)]],
      expected: 4 * Math.LN2 - 1.5 * Math.log(3),
    },
  ],

  laws: [
    law('logits of 0 alone cost 2 ln 2', pairs, async (loss, real, fake) => {
      const zeros: [Vector, Vector] = [real.map(() => 0), fake.map(() => 0)];
      expectClose(await loss(...zeros), 2 * Math.LN2, loss.allowed(...zeros));
    }),
    law('real and fake may change places if all logits change their signs', pairs, async (loss, real, fake) => {
      const turned: [Vector, Vector] = [negative(fake), negative(real)];
      expectClose(await loss(...turned), await loss(real, fake), loss.allowed(...turned), loss.allowed(real, fake));
    }),
    law('samples that come twice change nothing', fc.tuple(pairs, fc.boolean()), async (loss, [real, fake], ofReal) => {
      const twice: [Vector, Vector] = ofReal ? [[...real, ...real], fake] : [real, [...fake, ...fake]];
      expectClose(await loss(...twice), await loss(real, fake), loss.allowed(...twice), loss.allowed(real, fake));
    }),
    law(
      'with the labels exchanged it costs the mean real logit more and the mean fake one less',
      pairs,
      async (loss, real, fake) => {
        const more = (await loss(fake, real)) - (await loss(real, fake));
        const allowed = loss.allowed(fake, real) + loss.allowed(real, fake);
        expectClose(more, mean(real) - mean(fake), allowed, 2 ** -45);
      },
    ),
    law('what real and what fake ones cost is added', fc.tuple(pairs, pairs), async (loss, [r, f], [s, g]) => {
      const straight = (await loss(r, f)) + (await loss(s, g));
      const crossed = (await loss(r, g)) + (await loss(s, f));
      const allowed = loss.allowed(r, f) + loss.allowed(s, g) + loss.allowed(r, g) + loss.allowed(s, f);
      expectClose(straight, crossed, allowed, 2 ** -45);
    }),
    law('higher real and lower fake logits never cost more', pairs, async (loss, real, fake) => {
      const better: [Vector, Vector] = [real.map((z) => z + 1), fake.map((z) => z - 1)];
      const [low, high] = [await loss(...better), await loss(real, fake)];
      const allowed = loss.allowed(...better) + loss.allowed(real, fake);
      expectThat(low >= 0 && low <= high + allowed, `got ${low} after ${high}`);
    }),
  ],

  misconceptions,
  probabilities: (real, fake) => [sigmoids(real), sigmoids(fake)],

  rounding: (r, real, fake) =>
    r.add(r.mean(real.map((z) => roundedSoftplus(r, r.negate(z)))), r.mean(fake.map((z) => roundedSoftplus(r, z)))),
};
