import { described } from '../../ndarray.ts';

/** @throws {RangeError} The value is not a finite number above 0. */
export function expectPositive(name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw new RangeError(`${name}: expected a finite number above 0, got ${described(value)}`);
  }
}
