import type { NdArray } from '../../reference/ndarray.ts';
import { expectTfIdf, type TfIdfOptions } from '../../reference/nlp/tf-idf.ts';
import { onDevice, upload } from '../device.ts';
import { normTensors } from '../generalization/shared/norm.ts';
import * as tf from '../tf.ts';

/** Tf-idf on the backend that is running; see the reference for the formula, shapes and errors. */
export async function tfIdf(counts: NdArray, options: TfIdfOptions = {}): Promise<NdArray> {
  const { smooth, normalize } = expectTfIdf(counts, options);
  return onDevice(() => {
    const weighted = weightedTensors(upload(counts), smooth ? 1 : 0);
    if (!normalize) return weighted;
    const { largest, ratio } = normTensors(weighted, 1);
    return tf.div(tf.div(weighted, largest), ratio);
  });
}

/** A term that no document has counts as one of one document, so that nothing is divided by 0. */
function weightedTensors(counts: tf.Tensor, extra: number): tf.Tensor {
  const n = counts.shape[0] as number;
  const df = tf.maximum(tf.sum(tf.step(counts), 0, true), 1);
  const idf = tf.add(tf.log(tf.div(n + extra, tf.add(df, extra))), 1);
  return tf.mul(counts, idf);
}
