import { expectDistributions } from '../../reference/autoencoders/kl-divergence.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** Kullback-Leibler divergence on the backend that is running; see the reference for the formula, shapes and errors. */
export async function klDivergence(p: NdArray, q: NdArray): Promise<number> {
  expectDistributions(p, q);
  return onDevice(() => klDivergenceTensors(upload(p), upload(q)));
}

/** The gradient of upstream * klDivergence(p, q) by both, by autodiff. */
export async function klDivergenceGradient(
  upstream: number,
  p: NdArray,
  q: NdArray,
): Promise<{ p: NdArray; q: NdArray }> {
  expectDistributions(p, q);
  return autodiff({ p, q }, upstream, (inputs: { p: tf.Tensor; q: tf.Tensor }) =>
    klDivergenceTensors(inputs.p, inputs.q),
  );
}

/** If p is 0 the ratio is replaced by 1, whose logarithm is 0: tfjs can differentiate a step, but not a comparison. */
function klDivergenceTensors(p: tf.Tensor, q: tf.Tensor): tf.Tensor {
  workaround('where-gradient-through-condition');
  const present = tf.step(p);
  const absent = tf.sub(1, present);
  const ratio = tf.div(tf.add(p, absent), tf.add(tf.mul(q, present), absent));
  return tf.sum(tf.mul(p, tf.log(ratio)));
}
