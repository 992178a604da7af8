import type { CompleteForm, Misconception } from '../entry/entry.ts';
import type { LearningRateSchedule, ScheduleOptions } from './learning-rate-schedule.ts';

type Complete = Required<ScheduleOptions>;

const cosine = (part: number, { learningRate, alpha }: Complete): number =>
  learningRate * (alpha + ((1 - alpha) / 2) * (1 + Math.cos(Math.PI * part)));

const FORMULAS: Record<Complete['schedule'], (step: number, options: Complete) => number> = {
  constant: (_, { learningRate }) => learningRate,
  step: (step, { learningRate, decayRate, decaySteps }) => learningRate * decayRate ** Math.floor(step / decaySteps),
  exponential: (step, { learningRate, decayRate, decaySteps }) => learningRate * decayRate ** (step / decaySteps),
  cosine: (step, options) => cosine(Math.min(1, step / options.decaySteps), options),
};

/** The schedule with one of its formulas replaced. */
const withFormulas =
  (wrong: Partial<typeof FORMULAS>): CompleteForm<LearningRateSchedule> =>
  (step, options) =>
    ({ ...FORMULAS, ...wrong })[options.schedule](step, options);

export const misconceptions: readonly Misconception<LearningRateSchedule>[] = [
  {
    id: 'learningRateSchedule/decay-in-every-step',
    title: 'decayed by the whole rate in every step',
    hint: 'The decay rate is reached after decaySteps steps: the exponent is the share of them that has passed.',
    caughtBy: 'two decays',
    implementation: withFormulas({
      step: (step, { learningRate, decayRate }) => learningRate * decayRate ** step,
      exponential: (step, { learningRate, decayRate }) => learningRate * decayRate ** step,
    }),
  },
  {
    id: 'learningRateSchedule/steps-not-floored',
    title: 'steps that fall between the decays too',
    hint: 'The step schedule stays where it is until the next decay: round the exponent down.',
    caughtBy: 'two decays',
    implementation: withFormulas({ step: FORMULAS.exponential }),
  },
  {
    id: 'learningRateSchedule/cosine-goes-on',
    title: 'a cosine that rises again',
    hint: 'After decaySteps steps the rate stays at its end: the cosine must not begin its way back.',
    caughtBy: 'after the cosine',
    implementation: withFormulas({ cosine: (step, options) => cosine(step / options.decaySteps, options) }),
  },
  {
    id: 'learningRateSchedule/whole-period',
    title: 'a whole period of the cosine',
    hint: 'The rate falls during all of decaySteps: the angle goes from 0 to pi, not to 2 pi.',
    caughtBy: 'a third of the cosine',
    implementation: withFormulas({
      cosine: (step, options) => cosine(2 * Math.min(1, step / options.decaySteps), options),
    }),
  },
];
