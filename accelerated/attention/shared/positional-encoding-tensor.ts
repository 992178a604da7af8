import * as tf from '../../tf.ts';

const TURN = 2 * Math.PI;

/**
 * Sines and cosines in turn, `[length, width]`. The angles are uploaded, less whole turns: a power in float32 would be off
 * by more, and beyond one turn sines differ from backend to backend.
 */
export function positionalEncodingTensor(length: number, width: number): tf.Tensor2D {
  const frequencies = Array.from({ length: width / 2 }, (_, i) => 10_000 ** ((-2 * i) / width));
  const positions = Array.from({ length }, (_, t) => frequencies.map((frequency) => withinATurn(t * frequency)));
  const angles = tf.tensor2d(positions);
  return tf.reshape(tf.stack([tf.sin(angles), tf.cos(angles)], 2), [length, width]);
}

function withinATurn(angle: number): number {
  return angle - TURN * Math.round(angle / TURN);
}
