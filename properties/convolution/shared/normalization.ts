import fc from 'fast-check';
import type { Entry, Misconception, WrongForm } from '../../entry/entry.ts';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { grid, mild, numbers } from '../../inputs/inputs.ts';
import { filled, reversedAlong, shapes } from '../../inputs/tensors.ts';
import { variedImages } from '../../inputs/varied.ts';
import * as is from '../../parameters/parameter.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { float64 } from '../../values/format.ts';
import { itemsOf, type Nest, nested, shapeOfNest } from '../../values/nest.ts';
import { mapNumbers } from '../../values/tree.ts';
import type { Tensor } from '../../values/value.ts';

/** What brings all elements of a tensor to one range. */
export type Normalization = (x: Tensor) => Tensor;

export const NORMALIZATION_PARAMETERS = { x: is.tensor() };

/** Tensors of at least two elements that are not all equal. */
export function variedTensors(drawn: fc.Arbitrary<number[]> = numbers(mild)): fc.Arbitrary<[x: Tensor]> {
  return fc.tuple(shapes(1), drawn).map(([shape, items]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    const several = size > 1 ? shape : [...shape.slice(0, -1), 2];
    const x = filled(several, items);
    const [first = 0, ...others] = itemsOf(x);
    if (others.some((item) => item !== first)) return [x];
    return [nested(several, [first === 0.5 ? -0.5 : 0.5, ...others])];
  });
}

/** The same with multiples of 1/16, so that an offset rounds nothing. */
const gridTensors: fc.Arbitrary<Tensor> = variedTensors(numbers(grid)).map(([x]) => x);

/** The same with eighths that all differ, so that neither the least nor the largest is tied. */
export const distinctTensors: fc.Arbitrary<[x: Tensor]> = variedTensors(
  fc.shuffledSubarray(
    Array.from({ length: 97 }, (_, k) => (k - 48) / 8),
    { minLength: 97 },
  ),
);

/** Tensors of any rank whose elements are all equal. */
export const constantTensors: fc.Arbitrary<[x: Tensor]> = fc
  .tuple(shapes(), fc.oneof(grid, mild))
  .map(([shape, c]) => [filled(shape, [c])]);

export const normalizationEdges: Readonly<Record<string, [x: Tensor]>> = {
  'two numbers': [[-1.5, 2]],
  'two numbers, falling': [[3, 0.5]],
  'a row': [[[0.25, -1, 3]]],
  'a column': [[[0.25], [-1], [3]]],
  'a constant row': [
    [
      [2, 2, 2],
      [-1, 0.5, 3],
    ],
  ],
  'rows far apart': [
    [
      [0.5, 1.25],
      [8, 9.5],
    ],
  ],
  'all positive': [[1, 3, 2.5]],
  'all negative': [[-1, -3, -2.5]],
  'the least is 0': [[0, 4, 1]],
  'the largest is 0': [[0, -4, -1]],
  'between 0 and 1 already': [[0, 0.25, 1]],
  'between -1 and 1 already': [[-1, 0.25, 1]],
  'from 0 to less than 1': [[0, 0.25, 0.5]],
  'from -1 to less than 1': [[-1, -0.25, 0.5]],
  'all above ten': [[11, 10.5, 12]],
  'all below minus ten': [[-11, -10.5, -12]],
  images: [variedImages(2, 2, 3, 2)],
  'rank 5': [[[[[[1, -2]], [[3, 0.5]]]]]],
  decimals: [[0.1, 0.3, 0.7]],
};

export const tiedEdges: Readonly<Record<string, [x: Tensor]>> = {
  'ties at both ends': [[1, 3, 1, 2, 3]],
};

export const constantEdges: Readonly<Record<string, [x: Tensor]>> = {
  'a number': [2.5],
  'the number 0': [0],
  'one element': [[[-3]]],
  zeros: [
    [
      [0, 0],
      [0, 0],
    ],
  ],
  'a constant vector': [[1.25, 1.25, 1.25]],
  'a constant of rank 3': [[[[-2, -2]], [[-2, -2]]]],
};

export const normalizationIllegal: Entry['illegal'] = {
  empty: { args: [[]], names: 'x' },
  'rows without elements': { args: [[[], []]], names: 'x' },
};

export const normalizationHardCases: Entry<Normalization>['hardCases'] = {
  'a vector': (x) => shapeOfNest(x).length === 1,
  'rank 4 or 5': (x) => shapeOfNest(x).length >= 4,
  'several rows': (x) => {
    const shape = shapeOfNest(x);
    return itemsOf(x).length > (shape.at(-1) ?? 1) && (shape.at(-1) ?? 1) > 1;
  },
  'two elements': (x) => itemsOf(x).length === 2,
  'ties at an end': (x) => {
    const items = itemsOf(x);
    return items.filter((item) => item === Math.max(...items)).length > 1;
  },
  'one sign': (x) => itemsOf(x).every((item) => item > 0) || itemsOf(x).every((item) => item < 0),
};

/** The laws of every normalization over all elements. */
export const normalizationLaws: readonly Law<Normalization>[] = [
  law('an offset changes nothing', fc.tuple(gridTensors, grid), async (normalize, x, c) => {
    const moved = mapNumbers(x, (xi) => xi + c);
    expectClose(await normalize(moved), await normalize(x), normalize.allowed(moved), normalize.allowed(x));
  }),
  law(
    'a positive factor changes nothing',
    fc.tuple(gridTensors, fc.constantFrom(0.25, 2, 3)),
    async (normalize, x, factor) => {
      const scaled = mapNumbers(x, (xi) => factor * xi);
      expectClose(await normalize(scaled), await normalize(x), normalize.allowed(scaled), normalize.allowed(x));
    },
  ),
  law('the order of the elements does not matter', variedTensors(), async (normalize, x) => {
    const turn = (y: Tensor): Tensor =>
      shapeOfNest(x).reduce<Tensor>((turned, _, axis) => reversedAlong(turned, axis), y);
    const allowed = turn(normalize.allowed(x) as Tensor);
    expectClose(await normalize(turn(x)), turn(await normalize(x)), normalize.allowed(turn(x)), allowed);
  }),
  law('the same tensor twice is normalized to the same twice', variedTensors(), async (normalize, x) => {
    const y = await normalize(x);
    const allowed = normalize.allowed(x) as Tensor;
    expectClose(await normalize([x, x]), [y, y], normalize.allowed([x, x]), [allowed, allowed]);
  }),
];

/** The law of those whose steps all keep a power of two: spreads that are beyond the largest number come up. */
export const wholeRangeLaw: Law<Normalization> = law(
  'a power of two changes nothing, up to the end of the range',
  fc.tuple(gridTensors),
  async (normalize, x) => {
    // The grid goes to 4.
    const factor = normalize.because === float64.name ? 2 ** 1021 : 2 ** 125;
    const far = mapNumbers(x, (xi) => factor * xi);
    const allowed = normalize.allowed(x);
    expectClose(await normalize(far), await normalize(x), allowed, allowed);
  },
  { extended: true },
);

/** All elements normalized by `f`, which takes them and gives them back in their order. */
export function overAll<T>(x: Nest<T>, f: (items: T[]) => T[]): Nest<T> {
  return nested(shapeOfNest(x), f(itemsOf(x)));
}

/** Each row normalized by itself, which is wrong of all of them; what becomes of a row of equal elements differs. */
export function lastAxis(
  id: string,
  f: (items: number[]) => number[],
  constant: number,
  ...others: number[]
): Misconception<Normalization> {
  const form =
    (ofConstant: number): WrongForm<Normalization> =>
    (x) =>
      eachRow(x, (row) => (row.every((item) => item === row[0]) ? row.map(() => ofConstant) : f(row)));
  return {
    id: `${id}/last-axis`,
    title: 'each row by itself',
    hint: 'Take the statistics over all elements of the tensor, whatever its rank, not row by row.',
    caughtBy: 'two rows',
    implementation: form(constant),
    readings: [Number.NaN, ...others].map(form),
  };
}

function eachRow(x: Tensor, f: (row: number[]) => number[]): Tensor {
  if (typeof x === 'number') return x;
  return Array.isArray(x[0]) ? x.map((part) => eachRow(part, f)) : f(x as number[]);
}

/** The share of the way from the least to the largest; 0 if all are equal. */
export function roundedShares(r: Rounding, items: Rounded[]): Rounded[] {
  if (areEqual(items)) return items.map((item) => r.multiply(r.exact(0), item));
  const least = r.negate(r.max(items.map((item) => r.negate(item))));
  const spread = r.subtract(r.max(items), least);
  return items.map((item) => r.divide(r.subtract(item, least), spread));
}

export function areEqual(items: readonly Rounded[]): boolean {
  return items.every((item) => item.value === items[0]?.value);
}
