import { vector } from '../../reference/ndarray.ts';
import { type BleuOptions, expectSentences } from '../../reference/nlp/bleu.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/**
 * BLEU on the backend that is running; see the reference for the formula, shapes and errors. Words become numbers here, n-grams are
 * counted on the device: entry [i, j] of a table of two sentences is 1 where the same n-gram begins at i and at j.
 */
export async function bleu(
  candidate: readonly string[],
  references: readonly (readonly string[])[],
  options: BleuOptions = {},
): Promise<number> {
  const maxOrder = expectSentences(candidate, references, options);
  const vocabulary = [...new Set([candidate, ...references].flat())];
  const numbered = (tokens: readonly string[]): tf.Tensor1D =>
    upload<tf.Tensor1D>(vector(tokens.map((token) => vocabulary.indexOf(token))));
  return onDevice(() => {
    const c = candidate.length;
    if (c < maxOrder) return tf.scalar(0);
    const own = numbered(candidate);
    const others = references.map(numbered);
    const precisions = Array.from({ length: maxOrder }, (_, i) => precision(own, others, i + 1));
    const lengths = upload<tf.Tensor1D>(vector(references.map(({ length }) => length)));
    return tf.mul(brevityPenalty(c, lengths), geometricMean(tf.stack(precisions)));
  });
}

/** Over the places where an n-gram of the candidate comes first: how often it has it, at most as often as a reference. */
function precision(candidate: tf.Tensor1D, references: readonly tf.Tensor1D[], n: number): tf.Tensor {
  const own = sameNgrams(candidate, candidate, n);
  const count = tf.sum(own, 1);
  const most = tf.max(tf.stack(references.map((reference) => occurrences(candidate, reference, n))), 0);
  const places = tf.range(0, candidate.size - n + 1);
  const earlier = tf.cast(tf.less(places, tf.expandDims(places, 1)), 'float32');
  const isFirst = tf.sub(1, tf.step(tf.sum(tf.mul(own, earlier), 1)));
  return tf.div(tf.sum(tf.mul(isFirst, tf.minimum(count, most))), candidate.size - n + 1);
}

/** How often a reference has the n-gram at each place of the candidate. */
function occurrences(candidate: tf.Tensor1D, reference: tf.Tensor1D, n: number): tf.Tensor {
  if (reference.size < n) return tf.zeros([candidate.size - n + 1]);
  return tf.sum(sameNgrams(candidate, reference, n), 1);
}

/** The table of two sentences, of at least n words each: the product of n shifted tables of their words. */
function sameNgrams(a: tf.Tensor1D, b: tf.Tensor1D, n: number): tf.Tensor2D {
  const words = tf.cast(tf.equal(tf.expandDims(a, 1), tf.expandDims(b, 0)), 'float32') as tf.Tensor2D;
  const size: [number, number] = [a.size - n + 1, b.size - n + 1];
  const shifted = Array.from({ length: n }, (_, k) => tf.slice2d(words, [k, k], size));
  return shifted.reduce((same, next) => tf.mul(same, next));
}

/** e^min(0, 1 - r/c), with r the closest length: ranked by twice the distance, and 1 more for a longer one. */
function brevityPenalty(c: number, lengths: tf.Tensor1D): tf.Tensor {
  const further = tf.sub(lengths, c);
  const rank = tf.add(tf.mul(2, tf.abs(further)), tf.step(further));
  const isClosest = tf.cast(tf.equal(rank, tf.min(rank)), 'float32');
  const r = tf.max(tf.mul(lengths, isClosest));
  return tf.exp(tf.minimum(0, tf.sub(1, tf.div(r, c))));
}

/** 0 if one of them is: its logarithm is not taken. */
function geometricMean(precisions: tf.Tensor): tf.Tensor {
  const present = tf.step(precisions);
  const logarithms = tf.log(tf.add(precisions, tf.sub(1, present)));
  return tf.mul(tf.min(present), tf.exp(tf.mean(logarithms)));
}
