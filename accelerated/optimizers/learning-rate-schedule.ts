import {
  type LearningRateScheduleOptions,
  learningRateScheduleArguments,
} from '../../reference/optimizers/learning-rate-schedule.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The learning rate of a step on the backend that is running; see the reference for the formulas and errors. */
export async function learningRateSchedule(step: number, options: LearningRateScheduleOptions = {}): Promise<number> {
  const chosen = learningRateScheduleArguments(step, options);
  return onDevice(() => rateTensor(step, chosen));
}

function rateTensor(step: number, options: Required<LearningRateScheduleOptions>): tf.Tensor {
  const [rate, decay, alpha] = [upload(options.learningRate), upload(options.decayRate), upload(options.alpha)];
  const [made, span] = [tf.scalar(step, 'int32'), tf.scalar(options.decaySteps, 'int32')];
  switch (options.schedule) {
    case 'constant':
      return rate;
    case 'step':
      return tf.mul(rate, tf.pow(decay, tf.cast(tf.floorDiv(made, span), 'float32')));
    case 'exponential':
      return tf.mul(rate, tf.pow(decay, fraction(made, span)));
    case 'cosine': {
      const wave = tf.add(1, tf.cos(tf.mul(Math.PI, fraction(tf.minimum(made, span), span))));
      return tf.mul(rate, tf.add(alpha, tf.mul(tf.div(tf.sub(1, alpha), 2), wave)));
    }
  }
}

function fraction(made: tf.Tensor, span: tf.Tensor): tf.Tensor {
  return tf.div(tf.cast(made, 'float32'), tf.cast(span, 'float32'));
}
