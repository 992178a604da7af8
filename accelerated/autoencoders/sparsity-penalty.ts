import { expectCode, type SparsityOptions } from '../../reference/autoencoders/sparsity-penalty.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** The sparsity penalty on the backend that is running; see the reference for the formula, shapes and errors. */
export async function sparsityPenalty(code: NdArray, options: SparsityOptions = {}): Promise<number> {
  const complete = expectCode(code, options);
  return onDevice(() => sparsityPenaltyTensors(upload(code), complete));
}

/** The gradient of upstream * sparsityPenalty(code, options) by the code, by autodiff. */
export async function sparsityPenaltyGradient(
  upstream: number,
  code: NdArray,
  options: SparsityOptions = {},
): Promise<{ code: NdArray }> {
  const complete = expectCode(code, options);
  return autodiff({ code }, upstream, (inputs: { code: tf.Tensor }) => sparsityPenaltyTensors(inputs.code, complete));
}

function sparsityPenaltyTensors(code: tf.Tensor, { rate, measure }: Required<SparsityOptions>): tf.Tensor {
  if (measure === 'l1') {
    // By relu, since tfjs gives abs a gradient of -1 at 0.
    workaround('abs-gradient-at-zero');
    return tf.mean(tf.sum(tf.add(tf.relu(code), tf.relu(tf.neg(code))), -1));
  }
  const on = tf.mean(code, 0);
  const off = tf.mean(tf.sub(1, code), 0);
  return tf.sum(tf.add(term(rate, on), term(1 - rate, off)));
}

/** p log(p / m); at p = 0 tfjs would multiply 0 by -Infinity. */
function term(p: number, m: tf.Tensor): tf.Tensor {
  return p === 0 ? tf.zerosLike(m) : tf.mul(p, tf.log(tf.div(p, m)));
}
