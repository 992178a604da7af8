import { expectThat } from '../../entry/law.ts';
import { shapeOfNest } from '../../values/nest.ts';
import type { Tensor } from '../../values/value.ts';

/** @throws {LawBroken} The tensor has another shape. */
export function expectShape(tensor: Tensor, expected: readonly number[]): void {
  const shape = shapeOfNest(tensor);
  expectThat(isEqual(shape, expected), `the shape is [${shape.join(', ')}], expected [${expected.join(', ')}]`);
}

export function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
