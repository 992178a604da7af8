import { expect, test } from 'vitest';
import { tensor, toNested, vector } from '../ndarray.ts';
import { conv2d, conv2dGradient } from './conv2d.ts';
import { receptiveField, type SlidingLayer } from './receptive-field.ts';

/** The elements of an axis by which one output in the middle of a stack of positive kernels has a gradient. */
function support(size: number, layers: readonly SlidingLayer[]): number[] {
  const kernels = layers.map(({ kernel }) => tensor([1, kernel, 1, 1], new Float64Array(kernel).fill(1)));
  const options = layers.map(({ stride, dilation }) => ({
    strides: [1, stride] as [number, number],
    dilations: [1, dilation] as [number, number],
  }));
  const none = vector([0]);
  const inputs = [tensor([1, 1, size, 1])];
  kernels.forEach((kernel, l) => {
    inputs.push(conv2d(inputs[l] as ReturnType<typeof tensor>, kernel, none, options[l]));
  });
  let gradient = inputs.pop() as ReturnType<typeof tensor>;
  gradient.set(0, 0, gradient.size >> 1, 0, 1);
  for (const [back, x] of inputs.reverse().entries()) {
    const l = layers.length - 1 - back;
    gradient = conv2dGradient(gradient, x, kernels[l] as ReturnType<typeof tensor>, none, options[l]).x;
  }
  return (toNested(gradient) as number[][][][]).flat(3).flatMap((g, i) => (g > 0 ? [i] : []));
}

test.each<[string, SlidingLayer[]]>([
  ['one layer', [{ kernel: 5, stride: 1, dilation: 1 }]],
  ['a gap between taps', [{ kernel: 2, stride: 1, dilation: 4 }]],
  [
    'a stride before a kernel',
    [
      { kernel: 3, stride: 2, dilation: 1 },
      { kernel: 4, stride: 3, dilation: 1 },
    ],
  ],
  [
    'strides and dilations',
    [
      { kernel: 2, stride: 3, dilation: 1 },
      { kernel: 3, stride: 1, dilation: 2 },
      { kernel: 1, stride: 2, dilation: 1 },
      { kernel: 3, stride: 2, dilation: 1 },
    ],
  ],
])('the gradient of an output reaches as far as the receptive field: %s', (_name, layers) => {
  const reached = support(100, layers);
  expect((reached.at(-1) as number) - (reached[0] as number) + 1).toBe(receptiveField(layers));
});

test('a field that no whole number can hold is refused, and no product of strides makes a NaN', () => {
  const wide: SlidingLayer = { kernel: 1, stride: 2 ** 52, dilation: 1 };
  const stack = Array.from({ length: 40 }, () => wide);
  expect(receptiveField(stack)).toBe(1);
  expect(() => receptiveField([...stack, { kernel: 2, stride: 1, dilation: 1 }])).toThrow(
    'layers: expected a receptive field of at most 9007199254740991, got Infinity',
  );
  const whole: SlidingLayer = { kernel: 2 ** 53 - 1, stride: 1, dilation: 1 };
  expect(receptiveField([whole])).toBe(2 ** 53 - 1);
  expect(() => receptiveField([whole, { kernel: 2, stride: 1, dilation: 1 }])).toThrow(RangeError);
});

test('a layer that is none is named by its place', () => {
  const layer = { kernel: 3, stride: 1, dilation: 1 };
  // @ts-expect-error -- what a caller without types may do
  expect(() => receptiveField([layer, null])).toThrow(/^layers\[1\]: /);
});
