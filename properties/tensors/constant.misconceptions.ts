import type { Misconception } from '../entry/entry.ts';
import { itemsOf, nested, nestOf, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Constant } from './constant.ts';

export const misconceptions: readonly Misconception<Constant>[] = [
  {
    id: 'constant/first-value-only',
    title: 'the first value fills the shape',
    hint: 'Several values are laid out in the shape one after another; only a single number fills it.',
    caughtBy: 'two rows',
    implementation: (value, shape) => nestOf(shape ?? shapeOfNest(value), () => nth(itemsOf(value), 0)),
  },
  {
    id: 'constant/column-major',
    title: 'the values are laid out column by column',
    hint: 'Lay the values out row by row, with the last index running fastest.',
    caughtBy: 'two rows',
    implementation: (value, shape) => {
      const lengths = shape ?? shapeOfNest(value);
      if (shape === undefined || typeof value === 'number')
        return nestOf(lengths, (index) =>
          typeof value === 'number' ? value : nth(itemsOf(value), placeOf(lengths, index)),
        );
      const turned = nested([...lengths].reverse(), itemsOf(value));
      return nestOf(
        lengths,
        (index) => [...index].reverse().reduce<unknown>((part, i) => (part as unknown[])[i], turned) as number,
      );
    },
  },
];

function placeOf(lengths: readonly number[], index: readonly number[]): number {
  return index.reduce((place, i, axis) => place * nth(lengths, axis) + i, 0);
}
