import type { NdArray } from '../../reference/ndarray.ts';
import { expectEmbeddingLookup } from '../../reference/nlp/embedding-lookup.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { oneHotRows } from './shared/one-hot-rows.ts';

/** Embedding lookup on the backend that is running; see the reference for the formula, shapes and errors. */
export async function embeddingLookup(table: NdArray, ids: NdArray): Promise<NdArray> {
  expectEmbeddingLookup(table, ids);
  return onDevice(() => tf.gather(upload(table), tf.cast(upload(ids), 'int32')));
}

/** The gradient of sum(upstream * embeddingLookup(table, ids)) by the table, by autodiff. */
export async function embeddingLookupGradient(
  upstream: NdArray,
  table: NdArray,
  ids: NdArray,
): Promise<{ table: NdArray }> {
  expectEmbeddingLookup(table, ids);
  return autodiff({ table }, upstream, (inputs: { table: tf.Tensor2D }) => rowsByProduct(inputs.table, upload(ids)));
}

/** Not tf.gather, whose gradient has no kernel on wasm: a product with one-hot rows, in which all terms but one are 0. */
function rowsByProduct(table: tf.Tensor2D, ids: tf.Tensor): tf.Tensor {
  workaround('gather-gradient');
  const [V, D] = table.shape;
  return tf.reshape(tf.matMul(oneHotRows(ids, V), table), [...ids.shape, D]);
}
