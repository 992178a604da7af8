import type { Elements } from '../../reference/elementwise.ts';
import { type Assigned, type AssignOptions, expectAssignable } from '../../reference/tensors/variable-assign.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** An assignment to a variable on the backend that is running; see the reference for the formula, shapes and errors. */
export async function variableAssign(
  initial: Elements,
  value: Elements,
  options: AssignOptions = {},
): Promise<Assigned> {
  expectAssignable(initial, value, options);
  const { operation = 'assign', trainable = true } = options;
  return onDevice(() => {
    const constant = upload(initial);
    const variable = tf.variable(constant, trainable);
    try {
      const w = upload(value);
      const next = { assign: () => w, add: () => tf.add(variable, w), subtract: () => tf.sub(variable, w) }[
        operation
      ]();
      variable.assign(next);
      return { variable: tf.clone(variable), constant, gradient: gradientBy(variable) };
    } finally {
      variable.dispose();
    }
  });
}

/** The gradient of half the sum of squares, for which tfjs wants a variable that is trainable. */
function gradientBy(variable: tf.Variable): tf.Tensor {
  if (!variable.trainable) return tf.zerosLike(variable);
  const { grads } = tf.variableGrads((): tf.Scalar => tf.mul(tf.sum(tf.square(variable)), 0.5), [variable]);
  return grads[variable.name] as tf.Tensor;
}
