import fc from 'fast-check';
import * as tf from '../../../accelerated/tf.ts';
import { type Case, defineCase, type Plain } from '../case.ts';
import { filled, size } from '../inputs.ts';
import { at, build } from '../plain.ts';

interface Resize {
  height: number;
  width: number;
  align: 'corners' | 'half pixels' | 'none';
}

/** Where pixel i of an axis lies in the image that it is taken from. */
function source(i: number, from: number, to: number, align: Resize['align']): number {
  if (align === 'half pixels') return ((i + 0.5) * from) / to - 0.5;
  return i * (align === 'corners' && to > 1 ? (from - 1) / (to - 1) : from / to);
}

const clamp = (i: number, last: number): number => Math.min(Math.max(i, 0), last);

function bilinear([x]: readonly Plain[], { height, width, align }: Resize): readonly number[] {
  const [n, h, w, c] = (x as Plain).shape as [number, number, number, number];
  return build([n, height, width, c], (...place) => {
    const [b, i, j, q] = place as [number, number, number, number];
    const [row, column] = [Math.max(0, source(i, h, height, align)), Math.max(0, source(j, w, width, align))];
    const [top, left] = [Math.floor(row), Math.floor(column)];
    const pixel = (r: number, s: number): number => at(x as Plain, b, clamp(r, h - 1), clamp(s, w - 1), q);
    const along = (r: number): number => pixel(r, left) + (column - left) * (pixel(r, left + 1) - pixel(r, left));
    return along(top) + (row - top) * (along(top + 1) - along(top));
  }).data;
}

function nearest([x]: readonly Plain[], { height, width, align }: Resize): readonly number[] {
  const [n, h, w, c] = (x as Plain).shape as [number, number, number, number];
  const pick = (i: number, from: number, to: number): number => {
    const exact = align === 'half pixels' ? ((i + 0.5) * from) / to : source(i, from, to, align);
    return clamp(align === 'corners' ? Math.floor(exact + 0.5) : Math.floor(exact), from - 1);
  };
  return build([n, height, width, c], (...place) => {
    const [b, i, j, q] = place as [number, number, number, number];
    return at(x as Plain, b, pick(i, h, height), pick(j, w, width), q);
  }).data;
}

const drawn = (align: Resize['align']) =>
  fc
    .tuple(size(2), size(3), size(3), size(2), size(4), size(4))
    .chain(([n, h, w, c, height, width]) =>
      filled([n, h, w, c]).map((x) => ({ tensors: [x], options: { height, width, align } })),
    );

const flags = (align: Resize['align']): [boolean, boolean] => [align === 'corners', align === 'half pixels'];

/** Changes of the size of images. */
export const cases: readonly Case[] = (['none', 'corners', 'half pixels'] as const).flatMap((align) => [
  defineCase<Resize>({
    op: 'resizeBilinear',
    variant: align,
    inputs: drawn(align),
    tfjs: ([x], { height, width }) => tf.image.resizeBilinear(x as tf.Tensor4D, [height, width], ...flags(align)),
    truth: bilinear,
    second: false,
  }),
  defineCase<Resize>({
    op: 'resizeNearestNeighbor',
    variant: align,
    inputs: drawn(align),
    tfjs: ([x], { height, width }) =>
      tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [height, width], ...flags(align)),
    truth: nearest,
    second: false,
  }),
]);
