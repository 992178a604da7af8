import { expectGradientFlow } from '../../reference/generalization/gradient-flow.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import type { MlpLayer } from '../../reference/perceptron/mlp-forward.ts';
import { onDevice, upload } from '../device.ts';
import { activate } from '../perceptron/shared/activate.ts';
import * as tf from '../tf.ts';
import { normTensors } from './shared/norm.ts';

/** The gradient norms of each layer on the backend that is running, by autodiff; see the reference for the formula, shapes and errors. */
export async function gradientFlow(upstream: NdArray, x: NdArray, layers: readonly MlpLayer[]): Promise<NdArray> {
  expectGradientFlow(upstream, x, layers);
  return onDevice(() => {
    const [arriving, input] = [upload(upstream), upload<tf.Tensor2D>(x)];
    const biases = layers.map(({ b }) => upload<tf.Tensor1D>(b));
    const objective = (...weights: tf.Tensor[]): tf.Scalar => {
      const output = layers.reduce(
        (a, { activation }, l) =>
          activate(tf.add<tf.Tensor2D>(tf.matMul(a, weights[l] as tf.Tensor2D), biases[l] as tf.Tensor1D), activation),
        input,
      );
      return tf.sum(tf.mul(output, arriving));
    };
    const gradients = tf.grads(objective)(layers.map(({ w }) => upload(w)));
    return tf.stack(gradients.map((gradient) => normTensors(gradient).length));
  });
}
