import fc from 'fast-check';
import { learningRateSchedule as reference } from '../../reference/optimizers/learning-rate-schedule.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { misconceptions } from './learning-rate-schedule.misconceptions.ts';

const learningRate = fc.integer({ min: 1, max: 64 }).map((k) => k / 128);
const decayRate = fc.integer({ min: 8, max: 64 }).map((k) => k / 64);
const decaySteps = fc.integer({ min: 1, max: 12 });
const alpha = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 16 }).map((k) => k / 16),
);

const parameters = {
  step: is.integer(0),
  options: is.options({
    schedule: is.choice(['constant', 'step', 'exponential', 'cosine'], { default: 'constant' }),
    learningRate: is.number({ least: 0, default: 0.01, drawn: learningRate }),
    decayRate: is.number({ above: 0, default: 0.96, drawn: decayRate }),
    decaySteps: is.integer(1, { default: 100, drawn: decaySteps }),
    alpha: is.probability({ default: 0, drawn: alpha }),
  }),
};

export type ScheduleOptions = OptionsOf<typeof parameters.options>;
export type LearningRateSchedule = (step: number, options?: ScheduleOptions) => number;

/** Steps before, at and after the ends of a few decays. */
const step = fc.oneof(fc.nat(12), fc.nat(40), fc.constantFrom(50, 99, 100, 101, 250));

const complete: fc.Arbitrary<Required<ScheduleOptions>> = fc.record({
  schedule: fc.constantFrom(...parameters.options.fields.schedule.words),
  learningRate,
  decayRate,
  decaySteps,
  alpha,
});

export const learningRateSchedule: Entry<LearningRateSchedule> = {
  id: 'learningRateSchedule',
  lecture: 4,
  title: 'Learning rate schedule',
  latex: String.raw`\eta_s = \eta, \quad \eta\, d^{\lfloor s/S \rfloor}, \quad \eta\, d^{s/S}, \quad
\eta \Bigl( \alpha + \frac{1 - \alpha}{2} \Bigl( 1 + \cos \frac{\pi \min(s, S)}{S} \Bigr) \Bigr)`,
  source: [
    'Loshchilov, Hutter (2017), SGDR: Stochastic Gradient Descent with Warm Restarts, equation 5',
    'Keras 3, keras.optimizers.schedules',
    'Lecture 4',
  ],
  parameters,
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/optimizers/learning-rate-schedule.ts'),

  inputs: fc.tuple(step, drawnOptions(parameters.options)).map(([at, chosen]) => given(at, chosen)),
  // Rates that grow, and a rate of 0.
  extended: fc
    .tuple(fc.nat(12), complete, fc.constantFrom(1.5, 2), fc.constantFrom(0, 0.5))
    .map(([at, chosen, growth, rate]) => [at, { ...chosen, decayRate: growth, learningRate: rate }]),

  edges: {
    'the first step': [0],
    'one step before the first decay': [4, { schedule: 'step', learningRate: 0.5, decayRate: 0.5, decaySteps: 5 }],
    'the first decay': [5, { schedule: 'step', learningRate: 0.5, decayRate: 0.5, decaySteps: 5 }],
    'between two decays': [7, { schedule: 'exponential', learningRate: 0.5, decayRate: 0.5, decaySteps: 5 }],
    'the end of the cosine': [8, { schedule: 'cosine', learningRate: 0.5, decaySteps: 8, alpha: 0.25 }],
    'after the cosine': [9, { schedule: 'cosine', learningRate: 0.5, decaySteps: 8 }],
    'a decay in each step': [3, { schedule: 'step', decayRate: 0.5, decaySteps: 1 }],
  },
  illegal: {},
  hardCases: {
    'step 0': (at) => at === 0,
    constant: (_, chosen) => chosen?.schedule === 'constant',
    'between two decays': (at, chosen) => chosen?.schedule === 'step' && at % spanOf(chosen) !== 0,
    'after a decay': (at, chosen) => chosen?.schedule === 'step' && at >= spanOf(chosen),
    exponential: (at, chosen) => chosen?.schedule === 'exponential' && at > 0,
    'within the cosine': (at, chosen) => chosen?.schedule === 'cosine' && at > 0 && at < spanOf(chosen),
    'after the cosine': (at, chosen) => chosen?.schedule === 'cosine' && at > spanOf(chosen),
    'the cosine, with alpha': (_, chosen) =>
      chosen?.schedule === 'cosine' && completeOptions(parameters.options, chosen).alpha > 0,
    'a schedule without decaySteps': (_, chosen) => chosen?.schedule !== undefined && chosen.decaySteps === undefined,
  },

  worked: [
    { name: 'the default', origin: 'by hand: 0.01', args: [7], expected: 0.01 },
    {
      name: 'two decays',
      origin: 'by hand: 0.5 times (1/2)^2, after 11 of 5 steps each',
      args: [11, { schedule: 'step', learningRate: 0.5, decayRate: 0.5, decaySteps: 5 }],
      expected: 0.125,
    },
    {
      name: 'half a decay',
      origin: 'by hand: 0.5 times the root of 1/4',
      args: [2, { schedule: 'exponential', learningRate: 0.5, decayRate: 0.25, decaySteps: 4 }],
      expected: 0.25,
    },
    {
      name: 'a third of the cosine',
      origin: 'by hand: cos 60 degrees = 1/2; 0.5 (1/5 + 4/5 3/4)',
      args: [2, { schedule: 'cosine', learningRate: 0.5, decaySteps: 6, alpha: 0.2 }],
      expected: 0.4,
    },
  ],

  laws: [
    law('at step 0 it is the learning rate', fc.tuple(complete), async (rate, chosen) => {
      expectClose(await rate(0, chosen), chosen.learningRate, rate.allowed(0, chosen));
    }),
    law('with a decay rate of at most 1 it never rises', fc.tuple(fc.nat(40), complete), async (rate, at, chosen) => {
      const [now, next] = [await rate(at, chosen), await rate(at + 1, chosen)];
      const allowed = rate.allowed(at, chosen) + rate.allowed(at + 1, chosen);
      expectThat(next <= now + allowed, `rises from ${now} to ${next}`);
    }),
    law('it is proportional to the learning rate', fc.tuple(step, complete), async (rate, at, chosen) => {
      const doubled = { ...chosen, learningRate: 2 * chosen.learningRate };
      expectClose(
        await rate(at, doubled),
        2 * (await rate(at, chosen)),
        rate.allowed(at, doubled),
        2 * rate.allowed(at, chosen),
      );
    }),
    law(
      'a decay later, steps and exponential are decayRate times as large',
      fc.tuple(fc.nat(40), complete, fc.boolean()),
      async (rate, at, drawn, smooth) => {
        const chosen: Required<ScheduleOptions> = { ...drawn, schedule: smooth ? 'exponential' : 'step' };
        const later = at + chosen.decaySteps;
        const expected = chosen.decayRate * (await rate(at, chosen));
        const allowed = chosen.decayRate * rate.allowed(at, chosen) + 2 ** -52 * expected;
        expectClose(await rate(later, chosen), expected, rate.allowed(later, chosen), allowed);
      },
    ),
    law(
      'between two decays steps stay where the exponential was',
      fc.tuple(fc.nat(40), complete),
      async (rate, at, drawn) => {
        const steps: Required<ScheduleOptions> = { ...drawn, schedule: 'step' };
        const smooth: Required<ScheduleOptions> = { ...drawn, schedule: 'exponential' };
        const last = at - (at % drawn.decaySteps);
        expectClose(
          await rate(at, steps),
          await rate(last, smooth),
          rate.allowed(at, steps),
          rate.allowed(last, smooth),
        );
      },
    ),
    law(
      'the cosine is as far from its start as, mirrored, from its end',
      fc.tuple(fc.nat(12), complete),
      async (rate, at, drawn) => {
        const chosen: Required<ScheduleOptions> = { ...drawn, schedule: 'cosine' };
        const early = Math.min(at, chosen.decaySteps);
        const late = chosen.decaySteps - early;
        const sum = (await rate(early, chosen)) + (await rate(late, chosen));
        const ends = chosen.learningRate * (1 + chosen.alpha);
        expectClose(sum, ends, rate.allowed(early, chosen), rate.allowed(late, chosen), 2 ** -51 * ends);
      },
    ),
    law(
      'after the cosine it stays at alpha times the learning rate',
      fc.tuple(fc.nat(40), complete),
      async (rate, beyond, drawn) => {
        const chosen: Required<ScheduleOptions> = { ...drawn, schedule: 'cosine' };
        const at = chosen.decaySteps + beyond;
        expectClose(await rate(at, chosen), chosen.alpha * chosen.learningRate, rate.allowed(at, chosen));
      },
    ),
  ],

  misconceptions,

  rounding: (r, at, chosen) => {
    const { learningRate: rate, decayRate: decay, decaySteps: span, alpha } = chosen;
    switch (chosen.schedule) {
      case 'step':
        return r.multiply(rate, power(r, decay, r.exact(Math.floor(at.value / span.value))));
      case 'exponential':
        return r.multiply(rate, power(r, decay, r.divide(at, span)));
      case 'cosine': {
        const part = r.divide(r.exact(Math.min(at.value, span.value)), span);
        const wave = r.add(r.exact(1), r.cos(r.multiply(r.rounded(Math.PI), part)));
        const swing = r.multiply(r.exact(0.5), r.subtract(r.exact(1), alpha));
        return r.multiply(rate, r.add(alpha, r.multiply(swing, wave)));
      }
      default:
        return rate;
    }
  },
};

/** base^exponent as e^(exponent ln base), which is how a float library may compute it. */
function power(r: Rounding, base: Rounded, exponent: Rounded): Rounded {
  return r.exp(r.multiply(exponent, r.log(base)));
}

/** The steps of a decay, or of the cosine. */
function spanOf(chosen: ScheduleOptions): number {
  return completeOptions(parameters.options, chosen).decaySteps;
}
