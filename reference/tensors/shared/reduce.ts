import { type Elements, expectNumbers } from '../../elementwise.ts';
import { expectChoice, expectOptions } from '../../options.ts';
import { resolvedAxes } from './axes.ts';
import { elementsOf, expectUpstream, ofShape, shapeOf } from './elements.ts';
import { placesOf } from './places.ts';

/** Which axes a reduction takes together, and whether they stay as axes of length 1. */
export interface ReduceOptions {
  /** counted from the end where negative; absent: all of them */
  axes?: readonly number[];
  keepDims?: boolean;
}

/** The elements that a reduction takes together, in row-major order, for each element of its result. */
interface Reduction {
  shape: readonly number[];
  groups: number[][];
  /** for each element, the place of its group */
  places: readonly number[];
}

/** `f` of the elements along the axes. */
export function reduced(x: Elements, options: ReduceOptions, f: (group: readonly number[]) => number): Elements {
  const { shape, groups } = reduction(x, options);
  return ofShape(shape, groups.map(f));
}

/**
 * What comes back through a reduction: `slopes` takes the elements of a group to the derivatives of its result, which the
 * upstream gradient of that result multiplies.
 */
export function reducedBack(
  upstream: Elements,
  x: Elements,
  options: ReduceOptions,
  slopes: (group: readonly number[]) => readonly number[],
): Elements {
  const { shape, groups, places } = reduction(x, options);
  expectUpstream(upstream, shape);
  const weights = elementsOf(upstream);
  const derivatives = groups.map(slopes);
  const next = groups.map(() => 0);
  const gradient = places.map((place) => {
    const within = next[place] as number;
    next[place] = within + 1;
    return (weights[place] as number) * (derivatives[place]?.[within] as number);
  });
  return ofShape(shapeOf(x), gradient);
}

/**
 * The elements that each element of the result is made of.
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray, `options` is not an object, or `axes` is not a list.
 * @throws {RangeError} `x` is empty, an axis is out of range or named twice, `axes` is empty, or an option is unknown or not
 * one of its choices.
 */
export function reduction(x: Elements, options: ReduceOptions): Reduction {
  expectNumbers('x', x);
  expectOptions(options, ['axes', 'keepDims']);
  const { axes, keepDims = false } = options;
  expectChoice('options.keepDims', keepDims, [true, false]);
  const full = shapeOf(x);
  const gone = resolvedAxes('options.axes', axes, full.length);
  const kept = full.map((length, axis) => (gone.includes(axis) ? 1 : length));
  const places = placesOf(kept, full);
  // Equivalent mutant: `1 * (1 + 1e-6)) }` (a length is whole)
  const groups = Array.from({ length: kept.reduce((product, length) => product * length, 1) }, (): number[] => []);
  elementsOf(x).forEach((xi, i) => groups[places[i] as number]?.push(xi)); // equivalent mutant: `].push` (it is there)
  return { shape: keepDims ? kept : kept.filter((_, axis) => !gone.includes(axis)), groups, places };
}
