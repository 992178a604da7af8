import type { NdArray } from '../../reference/ndarray.ts';
import { type PaddedBatch, type PaddedBatchOptions, paddedBatchSizes } from '../../reference/recurrent/padded-batch.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A padded batch on the backend that is running; see the reference for the formula, shapes and errors. */
export async function paddedBatch(
  sequences: readonly NdArray[],
  options: PaddedBatchOptions = {},
): Promise<PaddedBatch> {
  const { lengths, longest } = paddedBatchSizes(sequences, options);
  const { value = 0 } = options;
  return onDevice(() => {
    const padded = sequences.map((sequence) => {
      const missing = longest - (sequence.shape[0] as number);
      return tf.pad(
        upload<tf.Tensor2D>(sequence),
        [
          [0, missing],
          [0, 0],
        ],
        value,
      );
    });
    const masks = lengths.map((length) => tf.pad(tf.ones([length]), [[0, longest - length]]));
    return { x: tf.stack(padded), mask: tf.stack(masks) };
  });
}
