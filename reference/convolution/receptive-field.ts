import { expectInteger, expectList, expectRecord } from '../options.ts';

/** A layer of convolution or pooling, along one axis. */
export interface SlidingLayer {
  /** taps of its kernel or window */
  kernel: number;
  /** steps from one window to the next */
  stride: number;
  /** steps from one tap to the next */
  dilation: number;
}

/**
 * Receptive field of a stack of convolutions and poolings: how many elements of the input, from the first to the last,
 * one output can depend on.
 *
 * $$r = 1 + \sum_{l=1}^{L} (k_l - 1) \, d_l \prod_{i=1}^{l-1} s_i$$
 *
 * - $k_l$, $s_l$, $d_l$ `layers`: taps, stride and dilation of each layer along one axis, the first layer first
 * - $r$ elements of the input, both ends counted
 *
 * Two neighbours among the outputs of layer l - 1 are the product of the strides before layer l apart in the input, so
 * the stride of the last layer does not count. Without layers an output is its own input: 1.
 *
 * @throws {TypeError} `layers` is not a list of objects.
 * @throws {RangeError} A kernel, stride or dilation is not a positive integer, or the field is larger than $2^{53} - 1$.
 * @see Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning; Araujo, Norris, Sim (2019), Computing
 * Receptive Fields of Convolutional Neural Networks, equation 2. Lecture 5.
 * @example receptiveField([{ kernel: 3, stride: 2, dilation: 1 }, { kernel: 3, stride: 1, dilation: 2 }]) // 11
 */
export function receptiveField(layers: readonly SlidingLayer[]): number {
  expectSlidingLayers(layers);
  let field = 1;
  let apart = 1;
  for (const { kernel, stride, dilation } of layers) {
    // A single tap reaches no further, even where the product of the strides has no number any more.
    // Equivalent mutant: `kernel > 1 * (1 + 1e-6)` (kernel is whole)
    if (kernel > 1) field += (kernel - 1) * dilation * apart;
    apart *= stride;
  }
  if (field > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`layers: expected a receptive field of at most ${Number.MAX_SAFE_INTEGER}, got ${field}`);
  }
  return field;
}

function expectSlidingLayers(layers: readonly SlidingLayer[]): void {
  expectList('layers', layers);
  layers.forEach((layer, l) => {
    expectRecord(`layers[${l}]`, layer);
    for (const name of ['kernel', 'stride', 'dilation'] as const) {
      expectInteger(`layers[${l}].${name}`, layer[name], 1);
    }
  });
}
