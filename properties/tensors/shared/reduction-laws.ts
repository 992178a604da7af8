import type fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { reversedAlong } from '../../inputs/tensors.ts';
import { itemsOf, shapeOfNest } from '../../values/nest.ts';
import type { Tensor } from '../../values/value.ts';
import { expectShape } from './expect-shape.ts';
import { frontAxes } from './reducing.ts';
import type { Options, Reduction } from './reduction.ts';

type Inputs = fc.Arbitrary<[x: Tensor, options?: Options]>;

/** Laws of every reduction. */
export function reductionLaws(inputs: Inputs): Law<Reduction>[] {
  return [
    law('the axes that are named go, or stay with length 1', inputs.map(pair), async (reduce, [x, options]) => {
      const full = shapeOfNest(x);
      const gone = frontAxes(options.axes, full.length);
      const kept = full.map((length, axis) => (gone.includes(axis) ? 1 : length));
      const expected = options.keepDims ? kept : kept.filter((_, axis) => !gone.includes(axis));
      expectShape(await reduce(x, options), expected);
    }),
    law('an axis counted from the end is the same axis', inputs.map(pair), async (reduce, [x, options]) => {
      const rank = shapeOfNest(x).length;
      if (options.axes === undefined) return;
      const other = { ...options, axes: options.axes.map((axis) => (axis < 0 ? axis + rank : axis - rank)) };
      expectClose(await reduce(x, options), await reduce(x, other), reduce.allowed(x, options));
    }),
    law('the order along the axes does not matter', inputs.map(pair), async (reduce, [x, options]) => {
      const turned = frontAxes(options.axes, shapeOfNest(x).length).reduce(reversedAlong, x);
      expectClose(
        await reduce(x, options),
        await reduce(turned, options),
        reduce.allowed(x, options),
        reduce.allowed(turned, options),
      );
    }),
    law('kept dimensions change the shape alone', inputs.map(pair), async (reduce, [x, options]) => {
      const [kept, dropped] = [
        { ...options, keepDims: true },
        { ...options, keepDims: false },
      ];
      const allowed = itemsOf(reduce.allowed(x, kept) as Tensor);
      expectClose(itemsOf(await reduce(x, kept)), itemsOf(await reduce(x, dropped)), allowed, allowed);
    }),
  ];
}

/** For those of which a part may be reduced first: one axis after the other gives what all at once give. */
export function oneAxisAfterTheOther(inputs: Inputs): Law<Reduction> {
  return law('one axis after the other gives what all at once give', inputs.map(pair), async (reduce, [x, options]) => {
    const axes = frontAxes(options.axes, shapeOfNest(x).length).sort((a, b) => b - a);
    let stepwise = x;
    let allowed = reduce.allowed(x, { ...options, keepDims: false });
    for (const axis of axes) {
      allowed = reduce.allowed(stepwise, { axes: [axis] });
      stepwise = await reduce(stepwise, { axes: [axis] });
    }
    expectClose(
      await reduce(x, { ...options, keepDims: false }),
      stepwise,
      reduce.allowed(x, { ...options, keepDims: false }),
      // Each step rounds no more than all at once.
      reduce.allowed(x, { ...options, keepDims: false }),
      allowed,
    );
  });
}

/** A law takes each of its inputs as one argument. */
function pair([x, options]: [x: Tensor, options?: Options]): [[x: Tensor, options: Options]] {
  return [[x, options ?? {}]];
}
