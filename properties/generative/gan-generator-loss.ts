import fc from 'fast-check';
import {
  ganGeneratorLossGradient,
  ganGeneratorLoss as reference,
} from '../../reference/generative/gan-generator-loss.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, options } from '../inputs/inputs.ts';
import { variedVector } from '../inputs/varied.ts';
import { roundedSoftplus } from '../losses/shared/rounded-softplus.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './gan-generator-loss.misconceptions.ts';
import { largeLogits, logits, mean } from './shared/gan-inputs.ts';

type Options = { saturating?: boolean };
export type GanGeneratorLoss = (fake: Vector, options?: Options) => number;

const chosen = options({ saturating: fc.boolean() });
const SATURATING = { saturating: true };
const argumentsOf = (fake: fc.Arbitrary<Vector>): fc.Arbitrary<[Vector, Options?]> =>
  fc.tuple(fake, chosen).map(([z, o]) => given<[Vector, Options?]>(z, o));
const cases = argumentsOf(logits);

export const ganGeneratorLoss: Entry<GanGeneratorLoss> = {
  id: 'ganGeneratorLoss',
  lecture: 9,
  title: "Generator's loss of a GAN",
  latex: String.raw`L_G = -\frac{1}{F} \sum_{j=1}^{F} \log \sigma(f_j), \qquad
L_G = \frac{1}{F} \sum_{j=1}^{F} \log \bigl( 1 - \sigma(f_j) \bigr) \text{ if saturating}`,
  source: ['Goodfellow et al. (2014), Generative Adversarial Nets, equation 1 and section 3', 'Lecture 9'],
  parameters: { fake: is.vector(), options: is.options({ saturating: is.boolean({ default: false }) }) },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/generative/gan-generator-loss.ts'),
  gradient: { wrt: ['fake'], reference: ganGeneratorLossGradient },

  inputs: cases,
  extreme: argumentsOf(largeLogits),

  edges: {
    'one logit': [[0.875]],
    'one logit, saturating': [[-0.5], SATURATING],
    'logits of 0': [[0, 0], {}],
    'logits of 0, saturating': [[0, 0], SATURATING],
    'taken for real': [[10], { saturating: false }],
    'taken for real, saturating': [[10], SATURATING],
    'found out': [[-10]],
    'found out, saturating': [[-10], SATURATING],
    'eleven logits': [variedVector(11)],
    'eleven logits, saturating': [variedVector(11, 4), SATURATING],
    decimals: [[0.1, -0.7, 2.3]],
  },
  extremeEdges: {
    'logits of forty': [[40, -40]],
    'forty, saturating': [[40], SATURATING],
    'minus forty, saturating': [[-40], SATURATING],
    'a thousand': [[1000]],
    'minus a thousand': [[-1000]],
    'a thousand, saturating': [[1000], SATURATING],
    'minus a thousand, saturating': [[-1000], SATURATING],
    'ten thousand beside others': [[10000, 0.25, -10000]],
    'ten thousand beside others, saturating': [[10000, 0.25, -10000], SATURATING],
  },
  illegal: {},
  hardCases: {
    'one logit': (fake) => fake.length === 1,
    'more than one logit, saturating': (fake, o) => fake.length > 1 && o?.saturating === true,
    'more than one logit, not saturating': (fake, o) => fake.length > 1 && !o?.saturating,
    'a logit of 0': (fake) => fake.includes(0),
    'a logit above 2, saturating': (fake, o) => o?.saturating === true && fake.some((z) => z > 2),
    'a logit below -2, not saturating': (fake, o) => !o?.saturating && fake.some((z) => z < -2),
  },

  worked: [
    { name: 'logit 0', origin: 'by hand: -ln 1/2', args: [[0]], expected: Math.LN2 },
    { name: 'logit 0, saturating', origin: 'by hand: ln 1/2', args: [[0], SATURATING], expected: -Math.LN2 },
    {
      name: 'a half and three quarters',
      origin: 'by hand: -(ln 1/2 + ln 3/4)/2, from the logits 0 and ln 3',
      args: [[0, Math.log(3)]],
      expected: 1.5 * Math.LN2 - Math.log(3) / 2,
    },
    {
      name: 'a half and three quarters, saturating',
      origin: 'by hand: (ln 1/2 + ln 1/4)/2',
      args: [[0, Math.log(3)], SATURATING],
      expected: -1.5 * Math.LN2,
    },
  ],

  laws: [
    law('the two forms add up to minus the mean logit', fc.tuple(logits), async (loss, fake) => {
      const sum = (await loss(fake)) + (await loss(fake, SATURATING));
      expectClose(sum, -mean(fake), loss.allowed(fake), loss.allowed(fake, SATURATING), 2 ** -45);
    }),
    law('the saturating form is minus what the opposite logits cost', fc.tuple(logits), async (loss, fake) => {
      const opposite = fake.map((z) => -z || 0);
      const allowed = loss.allowed(opposite) + loss.allowed(fake, SATURATING);
      expectClose(await loss(fake, SATURATING), -(await loss(opposite)), allowed);
    }),
    law('the loss of a batch is the mean of the losses of its samples', cases, async (loss, fake, ...o) => {
      let [sum, allowed] = [0, 0];
      for (const z of fake) {
        sum += await loss([z], ...o);
        allowed += (loss.allowed([z], ...o) + 2 ** -52 * Math.abs(sum)) / fake.length;
      }
      expectClose(await loss(fake, ...o), sum / fake.length, allowed, loss.allowed(fake, ...o));
    }),
    law('a generator that fools more costs less, in both forms', cases, async (loss, fake, ...o) => {
      const better = fake.map((z) => z + 1);
      const [low, high] = [await loss(better, ...o), await loss(fake, ...o)];
      const allowed = loss.allowed(better, ...o) + loss.allowed(fake, ...o);
      expectThat(low <= high + allowed, `got ${low} after ${high}`);
    }),
    law('only the saturating form is negative', fc.tuple(logits), async (loss, fake) => {
      const [usual, saturating] = [await loss(fake), await loss(fake, SATURATING)];
      expectThat(usual >= 0 && saturating <= 0, `got ${usual}, saturating ${saturating}`);
    }),
  ],

  misconceptions,
  probabilities: (fake, o) => [fake.map((z) => 1 / (1 + Math.exp(-z))), o],

  rounding: (r, fake, { saturating }) => {
    const costs = r.mean(fake.map((z) => roundedSoftplus(r, saturating ? z : r.negate(z))));
    return saturating ? r.negate(costs) : costs;
  },
};
