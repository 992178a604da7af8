import { described, expectElements, expectShape, flat, isNdArray, type NdArray, shown, tensor } from '../ndarray.ts';

/**
 * Flatten: each sample of a batch as one row, for the dense layers that follow feature maps.
 *
 * $$y_{nj} = x_{n i_2 \dots i_r}, \quad j = (\dots (i_2 d_3 + i_3) \dots) d_r + i_r$$
 *
 * - $x$ `x` `[N, ...]`: samples of any rank, indices counted from 0
 * - $d$: the lengths of its axes
 * - $y$ `[N, F]`, with $F = d_2 \cdots d_r$; `[N, 1]` if each sample is one number
 *
 * Row-major: the last axis, which holds the channels of images, runs fastest.
 *
 * @throws {TypeError} `x` is not an ndarray.
 * @throws {RangeError} `x` has no axis or is empty.
 * @see Géron (2019), Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow, chapter 14. Lecture 5.
 * @example flatten(tensor([1, 2, 1, 2], [1, 2, 3, 4])) // [[1, 2, 3, 4]]
 */
export function flatten(x: NdArray): NdArray {
  return tensor(flattenedShape(x), flat(x));
}

/** The gradient of $\sum u_{nj} y_{nj}$ by `x`, with $u$ the upstream gradient: the same numbers in the shape of `x`. */
export function flattenGradient(upstream: NdArray, x: NdArray): { x: NdArray } {
  expectShape('upstream', upstream, flattenedShape(x), 'that of the result');
  return { x: tensor(x.shape, flat(upstream)) };
}

/** The samples, and the numbers of each. */
export function flattenedShape(x: NdArray): [samples: number, features: number] {
  if (!isNdArray(x)) throw new TypeError(`x: expected an array of samples as an ndarray, got ${described(x)}`);
  const [samples, ...rest] = x.shape;
  if (samples === undefined) {
    throw new RangeError(`x: expected an array of samples, of rank 1 or more, got shape ${shown(x.shape)}`);
  }
  expectElements('x', x);
  return [samples, rest.reduce((product, length) => product * length, 1)];
}
