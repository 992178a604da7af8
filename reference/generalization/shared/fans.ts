import { described, expectElements, isNdArray, type NdArray } from '../../ndarray.ts';
import { expectInteger } from '../../options.ts';

/**
 * Checks the arguments of a Glorot initializer: draws for weights of any shape, and the numbers of inputs and outputs
 * of a unit.
 *
 * @throws {TypeError} `random` is not an ndarray.
 * @throws {RangeError} `random` is empty, or a fan is not an integer of at least 1.
 */
export function expectFans(random: NdArray, fanIn: number, fanOut: number): void {
  if (!isNdArray(random)) throw new TypeError(`random: expected an ndarray, got ${described(random)}`);
  expectElements('random', random);
  expectInteger('fanIn', fanIn, 1);
  expectInteger('fanOut', fanOut, 1);
}
