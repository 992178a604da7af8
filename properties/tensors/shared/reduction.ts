import fc from 'fast-check';
import type { Entry, Misconception, WrongForm } from '../../entry/entry.ts';
import { given, mild, numbers } from '../../inputs/inputs.ts';
import { filled, shapes } from '../../inputs/tensors.ts';
import * as is from '../../parameters/parameter.ts';
import { itemsOf, shapeOfNest } from '../../values/nest.ts';
import type { Tensor } from '../../values/value.ts';
import { frontAxes, reduceNest } from './reducing.ts';

export type Options = { axes?: number[]; keepDims?: boolean };

export type Reduction = (x: Tensor, options?: Options) => Tensor;

/** What every reduction takes. */
export const parameters = {
  x: is.tensor(),
  options: is.options({
    axes: is.list(is.integer(-8, { most: 7 }), { optional: true }),
    keepDims: is.boolean({ default: false }),
  }),
};

/** Tensors with axes of theirs, of which some are counted from the end, in any order, and options that may be absent. */
export function reductions(
  element: fc.Arbitrary<number> = mild,
  least = 0,
): fc.Arbitrary<[x: Tensor, options?: Options]> {
  const flags = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
  return fc
    .tuple(
      shapes(least),
      numbers(element),
      fc.constantFrom('absent', 'empty', 'axes', 'axes', 'keepDims', 'both', 'both', 'both'),
      fc.record({ chosen: flags, fromEnd: flags, turned: fc.boolean(), keepDims: fc.boolean() }),
    )
    .map(([shape, drawn, form, { chosen, fromEnd, turned, keepDims }]) => {
      const rank = shape.length;
      const some = shape.flatMap((_, axis) => (chosen[axis] ? [axis] : []));
      const named = (some.length > 0 ? some : [rank - 1]).map((axis) => (fromEnd[axis] ? axis - rank : axis));
      const axes = rank === 0 ? {} : { axes: turned ? named.reverse() : named };
      const options = {
        absent: undefined,
        empty: {},
        axes,
        keepDims: { keepDims },
        both: { ...axes, keepDims },
      }[form];
      return given(filled(shape, drawn), options) as [Tensor, Options?];
    });
}

export const reductionEdges: Readonly<Record<string, [x: Tensor, options?: Options]>> = {
  'a matrix by columns': [
    [
      [1, 2, 4],
      [3, 8, 5],
    ],
    { axes: [0] },
  ],
  'a matrix by rows, kept': [
    [
      [1, 2, 4],
      [3, 8, 5],
    ],
    { axes: [-1], keepDims: true },
  ],
  'a matrix, all of it': [
    [
      [1, 2],
      [3, 5],
    ],
  ],
  'a number': [-2.5],
  'a number, dimensions kept': [1.5, { keepDims: true }],
  'a vector of one': [[0.25], { axes: [0] }],
  'all kept': [
    [
      [1, 2],
      [3, 5],
    ],
    { keepDims: true },
  ],
  'two axes of three': [
    [
      [
        [1, 2],
        [3, 4],
        [5, 7],
      ],
      [
        [2, 1],
        [0.5, 3],
        [4, 8],
      ],
    ],
    { axes: [2, 0] },
  ],
  'the middle axis': [
    [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 7],
        [2, 9],
      ],
    ],
    { axes: [1] },
  ],
  'rank 5': [[[[[[1, 2]]], [[[3, 5]]]]], { axes: [-4, -1] }],
};

export const reductionIllegal: Entry['illegal'] = {
  'an axis out of range': { args: [[[1, 2]], { axes: [2] }], names: 'options.axes[0]' },
  'an axis before the first': { args: [[[1, 2]], { axes: [-3] }], names: 'options.axes[0]' },
  'an axis named twice': { args: [[[1, 2]], { axes: [0, 0] }], names: 'options.axes[1]' },
  'an axis named twice, once from the end': { args: [[[1, 2]], { axes: [1, -1] }], names: 'options.axes[1]' },
  'an axis of a number': { args: [1, { axes: [0] }], names: 'options.axes[0]' },
  empty: { args: [[]], names: 'x' },
};

/** Those of them that the contract's row names. */
export const REFUSED = [
  'an axis out of range',
  'an axis before the first',
  'an axis named twice',
  'an axis named twice, once from the end',
];

export const reductionHardCases: Readonly<Record<string, (x: Tensor, options?: Options) => boolean>> = {
  'a number': (x) => typeof x === 'number',
  'rank 4 or 5': (x) => shapeOfNest(x).length >= 4,
  'some axes of several': (x, options) => {
    const { axes } = options ?? {};
    return axes !== undefined && axes.length > 0 && axes.length < shapeOfNest(x).length;
  },
  'a negative axis': (_, options) => options?.axes?.some((axis) => axis < 0) ?? false,
  'axes out of their order': (_, options) =>
    options?.axes?.some((axis, i, all) => axis >= 0 && axis < (all[i - 1] ?? 0)) ?? false,
  'dimensions kept': (_, options) => options?.keepDims === true,
  'an axis of length 1 is reduced': (x, options) => {
    const shape = shapeOfNest(x);
    return frontAxes(options?.axes, shape.length).some((axis) => shape[axis] === 1);
  },
  'several elements along the axes': (x, options) => {
    const shape = shapeOfNest(x);
    return frontAxes(options?.axes, shape.length).some((axis) => (shape[axis] ?? 1) > 1);
  },
  'one element': (x) => itemsOf(x).length === 1,
};

/** The axes as numbers, where they are rounded or exact ones. */
export function axesOf<T>({ axes }: { axes?: readonly T[] }, numberOf: (axis: T) => number): number[] | undefined {
  return axes?.map(numberOf);
}

/** The wrong forms of every reduction, of which `f` takes the items along the axes. */
export function reductionMisconceptions(id: string, f: (items: number[]) => number): Misconception<Reduction>[] {
  const form =
    (change: (x: Tensor, options: Required<Options>) => Options): WrongForm<Reduction> =>
    (x, options) => {
      const { axes, keepDims = false } = change(x, options as Required<Options>);
      return reduceNest(x, axes, keepDims, f);
    };
  return [
    {
      id: `${id}/axes-ignored`,
      title: 'all axes are reduced, whatever axes says',
      hint: 'Reduce the axes that options.axes names and keep the others; only without axes is the result one number.',
      caughtBy: 'a matrix by columns',
      implementation: form((_, { keepDims }) => ({ keepDims })),
    },
    {
      id: `${id}/other-axes`,
      title: 'the axes that are not named are reduced',
      hint: 'The axes that are named are those that go: axes [0] of a matrix leaves one value for each column.',
      caughtBy: 'a matrix by columns',
      implementation: form((x, { axes, keepDims }) => {
        const rank = shapeOfNest(x).length;
        const named = axes === undefined ? undefined : frontAxes(axes, rank);
        const others = frontAxes(undefined, rank).filter((axis) => !named?.includes(axis));
        return { axes: others, keepDims };
      }),
    },
    {
      id: `${id}/keep-dims-ignored`,
      title: 'the reduced axes are dropped, whatever keepDims says',
      hint: 'With keepDims the reduced axes stay, with length 1, so that the result broadcasts with x.',
      caughtBy: 'a matrix by rows, kept',
      implementation: form((_, { axes }) => ({ axes, keepDims: false })),
    },
  ];
}
