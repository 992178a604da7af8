import type { Plain } from './case.ts';

/** The number at a place, 0 outside: what padding with zeros reads. */
export function at({ shape, data }: Plain, ...place: readonly number[]): number {
  let index = 0;
  for (const [axis, i] of place.entries()) {
    const size = shape[axis] as number;
    if (i < 0 || i >= size) return 0;
    index = index * size + i;
  }
  return data[index] as number;
}

/** All places of a shape, in row-major order. */
export function places(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, size) => all.flatMap((place) => Array.from({ length: size }, (_, i) => [...place, i])),
    [[]],
  );
}

/** What f gives at every place of a shape. */
export function build(shape: readonly number[], f: (...place: number[]) => number): Plain {
  return { shape, data: places(shape).map((place) => f(...place)) };
}

/** The lists along the last axis. */
export function rows({ shape, data }: Plain): number[][] {
  const length = shape.at(-1) ?? 1;
  return Array.from({ length: data.length / length }, (_, r) => data.slice(r * length, (r + 1) * length));
}

export const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
export const mean = (list: readonly number[]): number => sum(list) / list.length;

/** Outputs and the first input along one axis of sliding windows, with TensorFlow's padding. */
export function windowsAlong(
  size: number,
  taps: number,
  stride: number,
  dilation: number,
  padding: 'same' | 'valid',
): { outputs: number; before: number } {
  const extent = (taps - 1) * dilation + 1;
  if (padding === 'valid') return { outputs: Math.floor((size - extent) / stride) + 1, before: 0 };
  const outputs = Math.ceil(size / stride);
  return { outputs, before: Math.floor(Math.max((outputs - 1) * stride + extent - size, 0) / 2) };
}
