import { upload } from '../../../accelerated/device.ts';
import * as tf from '../../../accelerated/tf.ts';
import type { NdArray } from '../../../reference/ndarray.ts';
import type { DeviceLoss } from '../shared/training-on-device.ts';
import { noises, points } from './vae.ts';

/** What a wrong one does in another way. */
interface Parts {
  deviation: (logVariance: tf.Tensor) => tf.Tensor;
  noise: (step: number) => tf.Tensor;
  divergence: (mean: tf.Tensor, logVariance: tf.Tensor) => tf.Tensor;
}

const RIGHT: Parts = {
  deviation: (logVariance) => tf.exp(tf.mul(logVariance, 0.5)),
  noise: (step) => upload(noises[step] as NdArray),
  divergence: (mean, logVariance) =>
    tf.mul(0.5, tf.sum(tf.sub(tf.add(tf.square(mean), tf.exp(logVariance)), tf.add(logVariance, 1)))),
};

/** The loss of the variational autoencoder, as one writes it with tfjs. */
export const vaeOnDevice: DeviceLoss = lossWith({});

/** The same with an error in it. */
export const vaeFaults: Readonly<Record<string, DeviceLoss>> = {
  'the variance for the deviation': lossWith({ deviation: (logVariance) => tf.exp(logVariance) }),
  'no noise': lossWith({ noise: (step) => tf.zerosLike(upload(noises[step] as NdArray)) }),
  'the noise of the first step in every step': lossWith({ noise: () => upload(noises[0] as NdArray) }),
  'no divergence': lossWith({ divergence: () => tf.scalar(0) }),
  'the divergence without its half': lossWith({
    divergence: (mean, logVariance) => tf.mul(2, RIGHT.divergence(mean, logVariance)),
  }),
  'the divergence with the other sign': lossWith({
    divergence: (mean, logVariance) => tf.neg(RIGHT.divergence(mean, logVariance)),
  }),
};

function lossWith(wrong: Partial<Parts>): DeviceLoss {
  const parts = { ...RIGHT, ...wrong };
  return (weights, step) => {
    const layer = (x: tf.Tensor, name: string): tf.Tensor =>
      tf.add(tf.matMul(x, weights[`${name}W`] as tf.Tensor), weights[`${name}B`] as tf.Tensor);
    const x = upload(points);
    const hidden = tf.tanh(layer(x, 'encoder'));
    const [mean, logVariance] = [layer(hidden, 'mean'), layer(hidden, 'variance')];
    const code = tf.add(mean, tf.mul(parts.deviation(logVariance), parts.noise(step)));
    const reconstruction = layer(tf.tanh(layer(code, 'decoder')), 'output');
    const distance = tf.sum(tf.squaredDifference(x, reconstruction));
    return tf.div(tf.add(distance, parts.divergence(mean, logVariance)), x.shape[0] as number);
  };
}
