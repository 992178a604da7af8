import type { LearningRateSchedule } from '../../../../properties/optimizers/learning-rate-schedule.ts';
import type { Authority } from '../../authority.ts';
import { ONE } from '../../big.ts';

/** Powers of the decay rate, and half a wave of the cosine. */
export const learningRateSchedule: Authority<LearningRateSchedule> = {
  class: 'running error',
  exact: (step, options) => {
    const { schedule, learningRate, decayRate, decaySteps, alpha } = options;
    const decays = step.div(decaySteps);
    switch (schedule) {
      case 'constant':
        return learningRate;
      case 'step':
        return learningRate.times(decayRate.pow(decays.floor()));
      case 'exponential':
        return learningRate.times(decayRate.pow(decays));
      case 'cosine': {
        const pi = ONE.neg().acos();
        const wave = (decays.gt(1) ? ONE : decays).times(pi).cos().plus(ONE);
        return learningRate.times(alpha.plus(ONE.minus(alpha).div(2).times(wave)));
      }
    }
  },
};
