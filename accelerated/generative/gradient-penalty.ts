import { type Critic, gradientPenaltySizes } from '../../reference/generative/gradient-penalty.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import { normTensors } from '../generalization/shared/norm.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** The gradient penalty on the backend that is running; see the reference for the formula, shapes and errors. */
export async function gradientPenalty(real: NdArray, fake: NdArray, u: NdArray, critic: Critic): Promise<number> {
  gradientPenaltySizes(real, fake, u, critic);
  return onDevice(() => {
    const { w1, b1, w2 } = critic;
    const weights = { w1: upload<tf.Tensor2D>(w1), b1: upload(b1), w2: upload(w2) };
    return gradientPenaltyTensors({ real: upload(real), fake: upload(fake), u: upload(u), critic: weights });
  });
}

/** The gradient of upstream * gradientPenalty(...) by all arguments: autodiff through an autodiff. */
export async function gradientPenaltyGradient(
  upstream: number,
  real: NdArray,
  fake: NdArray,
  u: NdArray,
  critic: Critic,
): Promise<{ real: NdArray; fake: NdArray; u: NdArray; critic: Critic }> {
  gradientPenaltySizes(real, fake, u, critic);
  const { w1, b1, w2 } = critic;
  return autodiff({ real, fake, u, critic: { w1, b1, w2 } }, upstream, gradientPenaltyTensors);
}

interface PenaltyTensors {
  real: tf.Tensor;
  fake: tf.Tensor;
  u: tf.Tensor;
  critic: { w1: tf.Tensor2D; b1: tf.Tensor; w2: tf.Tensor };
}

/** The samples do not meet in the critic, so the gradient of the sum of its scores has each one's own in its row. */
function gradientPenaltyTensors({ real, fake, u, critic: { w1, b1, w2 } }: PenaltyTensors): tf.Tensor {
  const share = tf.expandDims(u, 1);
  const mixtures = tf.add(tf.mul(share, real), tf.mul(tf.sub(1, share), fake));
  const scores = (x: tf.Tensor): tf.Tensor => tf.sum(tf.mul(tanh(tf.add(tf.matMul(x as tf.Tensor2D, w1), b1)), w2));
  const slopes = tf.grad(scores)(mixtures);
  return tf.mean(tf.square(tf.sub(normTensors(slopes, 1).length, 1)));
}

/** tf.tanh, with its derivative as a function of its input: that of tfjs is one of the result, through which no gradient passes. */
function tanh(x: tf.Tensor): tf.Tensor {
  workaround('tanh-second-derivative');
  return differentiableTwice(x);
}

const differentiableTwice = tf.customGrad((x, save) => {
  const input = x as tf.Tensor;
  (save as tf.GradSaveFunc)([input]);
  return {
    value: tf.tanh(input),
    gradFunc: (upstream, saved) => {
      const [z] = saved as [tf.Tensor];
      return tf.mul(upstream, tf.sub(1, tf.square(tf.tanh(z))));
    },
  };
});
