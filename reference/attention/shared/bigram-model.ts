import { flat, matrixShape, type NdArray } from '../../ndarray.ts';
import { expectInteger } from '../../options.ts';

/**
 * Checks what a decoder is given: a model of the next token, where it begins and where it stops.
 *
 * @returns The number of tokens, V.
 * @throws {TypeError} `logProbabilities` is not an ndarray.
 * @throws {RangeError} `logProbabilities` is not a square matrix of finite numbers, `start` or `end` is not a token of 0..V-1, they are
 * the same token, or `maxLength` is not an integer of at least 1.
 */
export function expectBigramModel(logProbabilities: NdArray, start: number, end: number, maxLength: number): number {
  const [V, columns] = matrixShape('logProbabilities', logProbabilities);
  if (columns !== V) {
    throw new RangeError(`logProbabilities: expected a row and a column per token, got ${V} rows, ${columns} columns`);
  }
  const strange = flat(logProbabilities).find((x) => !Number.isFinite(x));
  if (strange !== undefined) throw new RangeError(`logProbabilities: expected finite numbers, got ${strange}`);
  expectInteger('start', start, 0, V - 1);
  expectInteger('end', end, 0, V - 1);
  if (end === start) throw new RangeError(`end: expected a token other than start, got ${end}`);
  expectInteger('maxLength', maxLength, 1);
  return V;
}
