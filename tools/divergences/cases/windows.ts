import fc from 'fast-check';
import * as tf from '../../../accelerated/tf.ts';
import { type Case, defineCase, type Inputs, type Plain } from '../case.ts';
import { filled, mild, size, tied } from '../inputs.ts';
import { at, build, places, windowsAlong } from '../plain.ts';

interface Sliding {
  strides: number;
  dilation: number;
  pad: 'same' | 'valid';
}

/** Images [n, h, w, c] and kernels of drawn sizes, one stride and dilation for both axes. */
function images(
  kernel: ((c: number) => number[]) | null,
  sliding: fc.Arbitrary<Sliding>,
  element: fc.Arbitrary<number> = mild,
): fc.Arbitrary<Inputs<Sliding & { window: [number, number] }>> {
  return fc
    .tuple(size(2), size(4), size(4), size(2), size(3), size(3), sliding)
    .map(([n, h, w, c, kh, kw, options]) => {
      const reach = (taps: number, axis: number): number =>
        // A window of padding alone has no maximum.
        options.pad === 'valid' || options.dilation > 1
          ? Math.max(1, Math.min(taps, Math.floor((axis - 1) / options.dilation) + 1))
          : taps;
      return { n, h, w, c, window: [reach(kh, h), reach(kw, w)] as [number, number], options };
    })
    .chain(({ n, h, w, c, window, options }) =>
      fc
        .tuple(filled([n, h, w, c], element), ...(kernel ? [filled([...window, ...kernel(c)], element)] : []))
        .map((tensors) => ({ tensors, options: { ...options, window } })),
    );
}

const dense = fc.record<Sliding>({ strides: size(3), dilation: fc.constant(1), pad: fc.constantFrom('valid', 'same') });
const dilated = fc.record<Sliding>({
  strides: fc.constant(1),
  dilation: size(3),
  pad: fc.constantFrom('valid', 'same'),
});

/** sum over taps (and channels, where the kernel mixes them) */
function convolved([x, k]: readonly Plain[], { strides, dilation, pad }: Sliding, depthwise: boolean): number[] {
  if (!x || !k) return [];
  const [n, h, w, c] = x.shape as [number, number, number, number];
  const [kh, kw, , last] = k.shape as [number, number, number, number];
  const down = windowsAlong(h, kh, strides, dilation, pad);
  const across = windowsAlong(w, kw, strides, dilation, pad);
  return build([n, down.outputs, across.outputs, depthwise ? c * last : last], (b, i, j, o) => {
    const o1 = o as number;
    const channels = depthwise ? [Math.floor(o1 / last)] : Array.from({ length: c }, (_, q) => q);
    let total = 0;
    for (const [u, v] of places([kh, kw]) as [number, number][]) {
      const [row, column] = [
        (i as number) * strides - down.before + u * dilation,
        (j as number) * strides - across.before + v * dilation,
      ];
      for (const q of channels) {
        total += at(x, b as number, row, column, q) * at(k, u, v, q, depthwise ? o1 % last : o1);
      }
    }
    return total;
  }).data as number[];
}

/** Each window's pixels, those of the image alone. */
function pooled(
  [x]: readonly Plain[],
  { strides, dilation, pad, window }: Sliding & { window: [number, number] },
): { shape: number[]; windows: { place: number[]; value: number }[][] } {
  if (!x) return { shape: [], windows: [] };
  const [n, h, w, c] = x.shape as [number, number, number, number];
  const down = windowsAlong(h, window[0], strides, dilation, pad);
  const across = windowsAlong(w, window[1], strides, dilation, pad);
  const shape = [n, down.outputs, across.outputs, c];
  const windows = (places(shape) as [number, number, number, number][]).map(([b, i, j, q]) =>
    places(window).flatMap(([u, v]) => {
      const [row, column] = [
        i * strides - down.before + (u as number) * dilation,
        j * strides - across.before + (v as number) * dilation,
      ];
      const place = [b, row, column, q];
      return row < 0 || row >= h || column < 0 || column >= w ? [] : [{ place, value: at(x, ...place) }];
    }),
  );
  return { shape, windows };
}

type Windowed = Sliding & { window: [number, number] };

const flatIndex = (shape: readonly number[], place: readonly number[]): number =>
  place.reduce((index, i, axis) => index * (shape[axis] as number) + i, 0);

function poolCase(
  kind: 'max' | 'avg',
  variant: string,
  sliding: fc.Arbitrary<Sliding>,
  element: fc.Arbitrary<number>,
): Case {
  return defineCase<Windowed>({
    op: kind === 'max' ? 'maxPool' : 'avgPool',
    variant,
    inputs: images(null, sliding, element),
    tfjs: ([x], { window, strides, pad, dilation }) =>
      dilation > 1
        ? tf.pool(x as tf.Tensor4D, window, kind, pad, dilation, strides)
        : kind === 'max'
          ? tf.maxPool(x as tf.Tensor4D, window, strides, pad)
          : tf.avgPool(x as tf.Tensor4D, window, strides, pad),
    truth: (xs, options) =>
      pooled(xs, options).windows.map((pixels) => {
        const list = pixels.map(({ value }) => value);
        return kind === 'max' ? Math.max(...list) : list.reduce((a, b) => a + b, 0) / list.length;
      }),
    gradient: (weights, xs, options) => {
      const x = xs[0] as Plain;
      const result = x.data.map(() => 0);
      pooled(xs, options).windows.forEach((pixels, o) => {
        const top = Math.max(...pixels.map(({ value }) => value));
        const first = pixels.findIndex(({ value }) => value === top);
        pixels.forEach(({ place }, p) => {
          const share = kind === 'avg' ? 1 / pixels.length : Number(p === first);
          const index = flatIndex(x.shape, place);
          result[index] = (result[index] as number) + share * (weights[o] as number);
        });
      });
      return [result];
    },
  });
}

const conv = (variant: string, sliding: fc.Arbitrary<Sliding>, second: boolean): Case[] => [
  defineCase<Windowed>({
    op: 'conv2d',
    variant,
    inputs: images((c) => [c, 2], sliding),
    tfjs: ([x, k], { strides, pad, dilation }) =>
      tf.conv2d(x as tf.Tensor4D, k as tf.Tensor4D, strides, pad, 'NHWC', dilation),
    truth: (xs, options) => convolved(xs, options, false),
    second,
  }),
  defineCase<Windowed>({
    op: 'depthwiseConv2d',
    variant,
    inputs: images((c) => [c, 2], sliding),
    tfjs: ([x, k], { strides, pad, dilation }) =>
      tf.depthwiseConv2d(x as tf.Tensor4D, k as tf.Tensor4D, strides, pad, 'NHWC', dilation),
    truth: (xs, options) => convolved(xs, options, true),
    second,
  }),
];

/** Convolutions and pooling over images. */
export const cases: readonly Case[] = [
  ...conv('strides', dense, true),
  ...conv('dilations', dilated, false),
  ...(['max', 'avg'] as const).flatMap((kind) => [
    poolCase(kind, 'strides', dense, mild),
    poolCase(kind, 'ties', dense, tied),
    poolCase(
      kind,
      'all negative',
      dense,
      mild.map((x) => -Math.abs(x) - 0.5),
    ),
    poolCase(kind, 'dilations', dilated, mild),
  ]),
];
