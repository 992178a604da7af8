import * as tf from '../../tf.ts';
import { workaround } from '../../workaround.ts';

/** The derivative of the sigmoid at a drive, s(d) s(-d): s(d) (1 - s(d)) loses its digits where s(d) is near 1. */
export function sigmoidSlope<T extends tf.Tensor>(drive: T): T {
  workaround('sigmoid-gradient-of-large');
  return tf.mul(tf.sigmoid(drive), tf.sigmoid(tf.neg(drive)));
}
