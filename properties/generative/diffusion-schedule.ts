import fc from 'fast-check';
import { diffusionSchedule as reference } from '../../reference/generative/diffusion-schedule.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, size } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './diffusion-schedule.misconceptions.ts';

export type Kind = 'linear' | 'cosine';
export type Schedule = { beta: Vector; alphaBar: Vector };
export type DiffusionSchedule = (steps: number, kind?: Kind) => Schedule;

const steps = fc.oneof({ arbitrary: size(12), weight: 4 }, { arbitrary: fc.integer({ min: 13, max: 40 }), weight: 1 });
const kind = fc.constantFrom<Kind>('linear', 'cosine');
const either: fc.Arbitrary<[number, Kind]> = fc.tuple(steps, kind);

/** The square of the cosine at step t of T, as the page has it. */
const f = (t: number, T: number): number => Math.cos((((t / T + 0.008) / 1.008) * Math.PI) / 2) ** 2;

export const diffusionSchedule: Entry<DiffusionSchedule> = {
  id: 'diffusionSchedule',
  lecture: 9,
  title: 'Noise schedule of a diffusion model',
  latex: String.raw`\beta_t = 10^{-4} + (0.02 - 10^{-4}) \frac{t - 1}{T - 1}, \qquad
\beta_t = \min \Bigl( 1 - \frac{f(t)}{f(t-1)},\ 0.999 \Bigr), \qquad
\bar\alpha_t = \prod_{s=1}^{t} (1 - \beta_s)`,
  source: [
    'Ho, Jain, Abbeel (2020), Denoising Diffusion Probabilistic Models, section 4',
    'Nichol, Dhariwal (2021), Improved Denoising Diffusion Probabilistic Models, section 3.2, equation 17',
    'Lecture 9',
  ],
  parameters: {
    steps: is.integer(1, { mostTried: 256 }),
    kind: is.choice(['linear', 'cosine'], { default: 'linear' }),
  },
  result: is.record({ beta: is.vector(), alphaBar: is.vector() }),

  reference,
  accelerated: () => import('../../accelerated/generative/diffusion-schedule.ts'),

  inputs: fc
    .tuple(steps, fc.constantFrom<Kind | undefined>(undefined, 'linear', 'cosine', 'cosine'))
    .map(([T, chosen]) => given<[number, Kind?]>(T, chosen)),

  edges: {
    'one step': [1],
    'one linear step': [1, 'linear'],
    'one cosine step': [1, 'cosine'],
    'two steps': [2],
    'two cosine steps': [2, 'cosine'],
    'fifty linear steps': [50, 'linear'],
    'forty cosine steps': [40, 'cosine'],
  },
  illegal: {
    'no steps': { args: [0], names: 'steps' },
    'fewer than no steps': { args: [-3, 'cosine'], names: 'steps' },
    'half a step': { args: [2.5, 'linear'], names: 'steps' },
    'more steps than an array has places': { args: [2 ** 40], names: 'steps' },
  },
  hardCases: {
    'one step': (T) => T === 1,
    'two steps': (T) => T === 2,
    'more than ten steps': (T) => T > 10,
    'no kind': (_, chosen) => chosen === undefined,
    linear: (_, chosen) => chosen === 'linear',
    'cosine, more than two steps': (T, chosen) => T > 2 && chosen === 'cosine',
    'one cosine step': (T, chosen) => T === 1 && chosen === 'cosine',
  },

  worked: [
    {
      name: 'three linear steps',
      origin: 'by hand: 0.01005 is half of 1e-4 and 0.02; 0.9999 times 0.98995 times 0.98',
      args: [3],
      expected: { beta: [1e-4, 0.01005, 0.02], alphaBar: [0.9999, 0.989851005, 0.9700539849] },
    },
    {
      name: 'one step, linear',
      origin: 'by hand: the first beta',
      args: [1, 'linear'],
      expected: { beta: [1e-4], alphaBar: [0.9999] },
    },
    {
      name: 'one step, cosine',
      origin: 'by hand: f(1) is 0, so beta is clipped',
      args: [1, 'cosine'],
      expected: { beta: [0.999], alphaBar: [0.001] },
    },
  ],

  laws: [
    law('alphaBar is the running product of 1 - beta', either, async (schedule, T, chosen) => {
      const { beta, alphaBar } = await schedule(T, chosen);
      const allowed = schedule.allowed(T, chosen);
      // An error of a beta moves each product from there on by as much at most.
      let [product, error] = [1, 0];
      for (const [t, b] of beta.entries()) {
        product *= 1 - b;
        error += nth(allowed.beta, t) + 2 ** -52;
        expectClose(nth(alphaBar, t), product, nth(allowed.alphaBar, t), error);
      }
    }),
    law('linear betas rise by equal steps from 1e-4 to 0.02', fc.tuple(steps), async (schedule, T) => {
      const { beta } = await schedule(T, 'linear');
      const even = Array.from({ length: T }, (_, i) => 1e-4 + (T === 1 ? 0 : ((0.02 - 1e-4) * i) / (T - 1)));
      expectClose(beta, even, schedule.allowed(T, 'linear').beta, 2 ** -56);
    }),
    law(
      'before the last cosine step alphaBar is f(t) / f(0), and the last leaves a thousandth',
      fc.tuple(steps),
      async (schedule, T) => {
        const { beta, alphaBar } = await schedule(T, 'cosine');
        const allowed = schedule.allowed(T, 'cosine');
        const shares = Array.from({ length: T }, (_, i) => (i < T - 1 ? f(i + 1, T) : f(i, T) / 1000) / f(0, T));
        expectClose(alphaBar, shares, allowed.alphaBar, 2 ** -48);
        expectClose(nth(beta, T - 1), 0.999, nth(allowed.beta, T - 1));
      },
    ),
    law('twice as many cosine steps come to the same at every second one', fc.tuple(size(12)), async (schedule, T) => {
      const [once, twice] = [(await schedule(T, 'cosine')).alphaBar, (await schedule(2 * T, 'cosine')).alphaBar];
      const [a, b] = [schedule.allowed(T, 'cosine').alphaBar, schedule.allowed(2 * T, 'cosine').alphaBar];
      for (let t = 0; t < T - 1; t++) {
        expectClose(nth(twice, 2 * t + 1), nth(once, t), nth(a, t), nth(b, 2 * t + 1));
      }
    }),
    law('every step adds noise and leaves less of the sample', either, async (schedule, T, chosen) => {
      const { beta, alphaBar } = await schedule(T, chosen);
      const falls = alphaBar.every((x, t) => x > 0 && x < (t === 0 ? 1 : nth(alphaBar, t - 1)));
      expectThat(
        alphaBar.length === T && beta.length === T,
        `${beta.length} and ${alphaBar.length} numbers for ${T} steps`,
      );
      expectThat(falls && beta.every((b) => b > 0 && b < 1), `alphaBar ${alphaBar.join(', ')}`);
    }),
    law('without a kind it is linear', fc.tuple(steps), async (schedule, T) => {
      const allowed = schedule.allowed(T);
      expectClose(await schedule(T), await schedule(T, 'linear'), allowed, allowed);
    }),
  ],

  misconceptions,

  rounding: (r, steps, chosen) => {
    const T = steps.value;
    const ts = Array.from({ length: T }, (_, i) => i + 1);
    const beta = ts.map((t) => (chosen === 'linear' ? roundedLinear(r, t, T) : roundedCosine(r, t, T)));
    let product: Rounded | undefined;
    const alphaBar = beta.map((b) => {
      const kept = r.subtract(r.exact(1), b);
      product = product ? r.multiply(product, kept) : kept;
      return product;
    });
    return { beta, alphaBar };
  },
};

function roundedLinear(r: Rounding, t: number, T: number): Rounded {
  const share = r.divide(r.exact(t - 1), r.exact(Math.max(T - 1, 1)));
  const rest = r.subtract(r.exact(1), share);
  return r.add(r.multiply(rest, r.rounded(1e-4)), r.multiply(share, r.rounded(0.02)));
}

/** Before the last step beta is at most 3/4, and there it would be 1: only there it is clipped. */
function roundedCosine(r: Rounding, t: number, T: number): Rounded {
  if (t === T) return r.rounded(0.999);
  const angle = (s: number): Rounded => {
    const share = r.divide(r.add(r.divide(r.exact(s), r.exact(T)), r.rounded(0.008)), r.rounded(1.008));
    return r.multiply(share, r.rounded(Math.PI / 2));
  };
  const [before, after] = [angle(t - 1), angle(t)];
  // The difference of the angles is one step, known without cancellation.
  const step = r.divide(r.rounded(Math.PI / 2 / 1.008), r.exact(T));
  const sines = r.multiply(r.sin(step), r.sin(r.add(before, after)));
  return r.divide(sines, r.square(r.cos(before)));
}
