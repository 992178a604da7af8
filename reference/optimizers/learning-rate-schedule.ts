import { expectChoice, expectFinite, expectInteger, expectOptions } from '../options.ts';
import { expectNotNegative } from './shared/optimizer-arguments.ts';

export interface LearningRateScheduleOptions {
  /** how the rate falls; default 'constant' */
  schedule?: 'constant' | 'step' | 'exponential' | 'cosine';
  /** the rate at step 0; default 0.01 */
  learningRate?: number;
  /** what `step` and `exponential` multiply by in the course of `decaySteps`, above 0; default 0.96 */
  decayRate?: number;
  /** the steps of one decay, or of the whole cosine; default 100 */
  decaySteps?: number;
  /** where the cosine ends, as a share of `learningRate` from 0 to 1; default 0 */
  alpha?: number;
}

/**
 * The learning rate of a training step.
 *
 * $$\eta_s = \eta, \qquad \eta_s = \eta\, d^{\lfloor s/S \rfloor}, \qquad \eta_s = \eta\, d^{s/S}, \qquad
 * \eta_s = \eta \Bigl( \alpha + \frac{1 - \alpha}{2} \Bigl( 1 + \cos \frac{\pi \min(s, S)}{S} \Bigr) \Bigr)$$
 *
 * - $s$ `step`: training steps already made, counted from 0
 * - `options.schedule`: 'constant', 'step', 'exponential' or 'cosine', one for each of the formulas in their order
 * - $\eta$ `options.learningRate`, $d$ `options.decayRate`, $S$ `options.decaySteps`, $\alpha$ `options.alpha`
 *
 * As Keras's ExponentialDecay, with `staircase` for 'step', and CosineDecay without warm-up: after S steps the cosine
 * stays where it ended. Options that a schedule has no use for are checked and ignored.
 *
 * @throws {TypeError} `decayRate` or `alpha` is not a number.
 * @throws {RangeError} `step` is not an integer of at least 0, `schedule` is not one of the four, another option is out
 * of its range or unknown.
 * @see Loshchilov, Hutter (2017), SGDR: Stochastic Gradient Descent with Warm Restarts, equation 5; Keras 3,
 * keras.optimizers.schedules. Lecture 4.
 * @example learningRateSchedule(50, { schedule: 'cosine', learningRate: 0.5 }) // 0.25
 */
export function learningRateSchedule(step: number, options: LearningRateScheduleOptions = {}): number {
  const { schedule, learningRate, decayRate, decaySteps, alpha } = learningRateScheduleArguments(step, options);
  switch (schedule) {
    case 'constant':
      return learningRate;
    case 'step':
      return learningRate * decayRate ** Math.floor(step / decaySteps);
    case 'exponential':
      return learningRate * decayRate ** (step / decaySteps);
    case 'cosine': {
      const angle = (Math.PI * Math.min(step, decaySteps)) / decaySteps;
      return learningRate * (alpha + ((1 - alpha) / 2) * (1 + Math.cos(angle)));
    }
  }
}

/** The options of a legal call, all of them. */
export function learningRateScheduleArguments(
  step: number,
  options: LearningRateScheduleOptions,
): Required<LearningRateScheduleOptions> {
  expectInteger('step', step, 0);
  expectOptions(options, ['schedule', 'learningRate', 'decayRate', 'decaySteps', 'alpha']);
  const { schedule = 'constant', learningRate = 0.01, decayRate = 0.96, decaySteps = 100, alpha = 0 } = options;
  expectChoice('options.schedule', schedule, ['constant', 'step', 'exponential', 'cosine']);
  expectNotNegative('options.learningRate', learningRate);
  expectFinite('options.decayRate', decayRate);
  if (decayRate <= 0) {
    throw new RangeError(`options.decayRate: expected a number above 0, got ${decayRate}`);
  }
  expectInteger('options.decaySteps', decaySteps, 1);
  expectFinite('options.alpha', alpha);
  if (alpha < 0 || alpha > 1) {
    throw new RangeError(`options.alpha: expected a number of 0..1, got ${alpha}`);
  }
  return { schedule, learningRate, decayRate, decaySteps, alpha };
}
