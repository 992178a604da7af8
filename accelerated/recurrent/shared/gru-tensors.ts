import type { GruOptions, GruWeights } from '../../../reference/recurrent/shared/gru-weights.ts';
import type { GateWeights } from '../../../reference/recurrent/shared/lstm-weights.ts';
import { upload } from '../../device.ts';
import * as tf from '../../tf.ts';
import type { GateTensors } from './lstm-kernel.ts';

/** The weights of a gated recurrent unit as tensors. */
export interface GruTensors {
  update: GateTensors;
  reset: GateTensors;
  candidate: GateTensors;
}

export function uploadGruWeights({ update, reset, candidate }: GruWeights): GruTensors {
  const uploaded = ({ w, b }: GateWeights): GateTensors => ({ w: upload(w), b: upload(b) });
  return { update: uploaded(update), reset: uploaded(reset), candidate: uploaded(candidate) };
}

/** One step. The two gates are one product of [h, x]. */
export function gruStep(
  x: tf.Tensor2D,
  h: tf.Tensor2D,
  { update, reset, candidate }: GruTensors,
  { resetAfter = false }: GruOptions,
): tf.Tensor2D {
  const kernel = tf.concat([update.w, reset.w], 1);
  const gates = tf.sigmoid(tf.add(tf.matMul(tf.concat([h, x], 1), kernel), tf.concat([update.b, reset.b])));
  const [z, r] = tf.split(gates, 2, 1) as [tf.Tensor2D, tf.Tensor2D];
  const proposed = resetAfter
    ? tf.tanh(resetAfterDrives(x, h, r, candidate))
    : tf.tanh(tf.add(tf.matMul(tf.concat([tf.mul<tf.Tensor2D>(r, h), x], 1), candidate.w), candidate.b));
  return tf.add(tf.mul(z, h), tf.mul(tf.sub(1, z), proposed));
}

function resetAfterDrives(x: tf.Tensor2D, h: tf.Tensor2D, r: tf.Tensor2D, { w, b }: GateTensors): tf.Tensor2D {
  const [ofH, ofX] = tf.split(w, [h.shape[1], x.shape[1]], 0) as [tf.Tensor2D, tf.Tensor2D];
  return tf.add(tf.add(tf.mul(r, tf.matMul(h, ofH)), tf.matMul(x, ofX)), b);
}
