import type { NdArray } from '../../reference/ndarray.ts';
import { expectLogProbabilities } from '../../reference/nlp/perplexity.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Perplexity on the backend that is running; see the reference for the formula, shapes and errors. */
export async function perplexity(logProbabilities: NdArray): Promise<number> {
  expectLogProbabilities(logProbabilities);
  return onDevice(() => tf.exp(tf.neg(tf.mean(upload(logProbabilities)))));
}
