import { described } from '../../ndarray.ts';

/** @throws {RangeError} The value is not a number of 0 to 1. */
export function expectShare(name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0 && value <= 1)) {
    throw new RangeError(`${name}: expected a number of 0 to 1, got ${described(value)}`);
  }
}
