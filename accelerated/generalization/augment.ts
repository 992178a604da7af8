import { type AugmentOptions, augmentArguments } from '../../reference/generalization/augment.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import { normalTensor } from '../tensors/random-normal.ts';
import * as tf from '../tf.ts';

/** Augmentation on the backend that is running, the noise from the reference's bits; see the reference for the formula, shapes and errors. */
export async function augment(x: NdArray, options: AugmentOptions = {}): Promise<NdArray> {
  const chosen = augmentArguments(x, options);
  return onDevice(() => augmentTensors(upload(x), chosen));
}

function augmentTensors(x: tf.Tensor4D, chosen: ReturnType<typeof augmentArguments>): tf.Tensor {
  const { shape, top, left, flip, down, right, noise, seed } = chosen;
  const cropped = tf.slice4d(x, [0, top, left, 0], shape);
  const vertical = flip === 'vertical' || flip === 'both' ? tf.reverse4d(cropped, 1) : cropped;
  const flipped = flip === 'horizontal' || flip === 'both' ? tf.reverse4d(vertical, 2) : vertical;
  const shifted = shiftedTensor(flipped, shape, down, right);
  return noise === 0 ? tf.clone(shifted) : tf.add(shifted, tf.mul(normalTensor(shape, seed), noise));
}

/** What stays within the images, with zeros on the sides from which it moved away. */
function shiftedTensor(
  x: tf.Tensor4D,
  [B, h, w, C]: [number, number, number, number],
  down: number,
  right: number,
): tf.Tensor {
  const [rows, columns] = [h - Math.abs(down), w - Math.abs(right)];
  if (rows <= 0 || columns <= 0) return tf.zeros([B, h, w, C]);
  const kept = tf.slice4d(x, [0, Math.max(0, -down), Math.max(0, -right), 0], [B, rows, columns, C]);
  return tf.pad4d(kept, [
    [0, 0],
    [Math.max(0, down), Math.max(0, -down)],
    [Math.max(0, right), Math.max(0, -right)],
    [0, 0],
  ]);
}
