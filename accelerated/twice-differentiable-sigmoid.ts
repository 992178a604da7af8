import * as tf from '@tensorflow/tfjs';
import { sigmoidSlope } from './sigmoid-slope.ts';

/**
 * The logistic sigmoid for gradients of gradients. tfjs takes the derivative of tf.sigmoid from its saved output, which
 * the second gradient counts as a constant; here it is taken from the drive.
 */
export function twiceDifferentiableSigmoid<T extends tf.Tensor>(drive: T): T {
  return tf.customGrad((z) => ({
    value: tf.sigmoid(z as tf.Tensor),
    gradFunc: (upstream: tf.Tensor) => tf.mul(upstream, sigmoidSlope(z as tf.Tensor)),
  }))(drive) as T;
}
