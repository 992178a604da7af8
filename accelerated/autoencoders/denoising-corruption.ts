import {
  type CorruptionOptions,
  corruptionUnits,
  expectCorruption,
} from '../../reference/autoencoders/denoising-corruption.ts';
import { type NdArray, tensor } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Corrupted images on the backend that is running, by the reference's bits; see there for the formula and errors. */
export async function denoisingCorruption(x: NdArray, seed: number, options: CorruptionOptions = {}): Promise<NdArray> {
  const { rate, deviation } = expectCorruption(x, seed, options);
  const { ofPixels, ofNumbers } = corruptionUnits(x, seed);
  const pixels = tensor([...x.shape.slice(0, 3), 1], ofPixels);
  const normals = tensor([...x.shape, 2], ofNumbers);
  return onDevice(() => {
    const [radius, angle] = tf.unstack(upload(normals), -1) as [tf.Tensor, tf.Tensor];
    const noise = tf.mul(tf.sqrt(tf.mul(tf.log(radius), -2)), tf.cos(tf.mul(angle, 2 * Math.PI)));
    const kept = tf.cast(tf.greaterEqual(upload(pixels), rate), 'float32');
    return tf.mul(kept, tf.add(upload(x), tf.mul(noise, deviation)));
  });
}
