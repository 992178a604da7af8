import { expectInteger, expectList } from '../../options.ts';

/**
 * The axes that are named, counted from the front; without a list all of them.
 *
 * @throws {TypeError} `axes` is not a list.
 * @throws {RangeError} `axes` is empty, or names an axis twice or one that an array of that rank has not.
 */
export function resolvedAxes(name: string, axes: readonly number[] | undefined, rank: number): number[] {
  // Equivalent mutant: `rank + 1` (no axis of the array is the extra one)
  if (axes === undefined) return Array.from({ length: rank }, (_, axis) => axis);
  expectList(name, axes);
  if (axes.length === 0)
    throw new RangeError(`${name}: expected at least one axis, got none; leave it out for all axes`);
  const resolved = axes.map((axis, i) => resolvedAxis(`${name}[${i}]`, axis, rank));
  resolved.forEach((axis, i) => {
    if (resolved.indexOf(axis) < i)
      throw new RangeError(`${name}[${i}]: expected each axis once, got ${axes[i]} again`);
  });
  return resolved;
}

/** @throws {RangeError} There is no such axis. A negative one counts from the end. */
export function resolvedAxis(name: string, axis: number, rank: number): number {
  // Equivalent mutant: `if (false)` (the next line refuses each axis of a number, in other words)
  if (rank === 0) throw new RangeError(`${name}: expected no axis, as a number has none, got ${String(axis)}`);
  expectInteger(name, axis, -rank, rank - 1);
  return axis < 0 ? axis + rank : axis;
}
