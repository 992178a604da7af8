import { expectSameShape, expectShape, isNdArray, matrixShape, type NdArray } from '../../ndarray.ts';
import { expectInteger } from '../../options.ts';

/**
 * The sizes of predictions `y` `[N, C]` whose targets are legal: `t` `[N, C]`, rows of probabilities, or `[N]`, classes
 * counted from 0.
 *
 * @throws {TypeError} `y` or `t` is not an ndarray.
 * @throws {RangeError} `y` is not a matrix or is empty, `t` is of another shape, or a class is not an integer of 0..C-1.
 */
export function expectClassTargets(y: NdArray, t: NdArray): { N: number; C: number } {
  const [N, C] = matrixShape('y', y);
  if (isNdArray(t) && t.shape.length === 1) {
    expectShape('t', t, [N], 'one class for each row of y');
    for (let n = 0; n < N; n++) expectInteger(`t[${n}]`, t.get(n), 0, C - 1);
  } else {
    expectSameShape('y', y, 't', t);
  }
  return { N, C };
}
