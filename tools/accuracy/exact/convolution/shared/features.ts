import { type Big, largest, ONE, ZERO } from '../../../big.ts';
import { elementwise } from '../../backprop/shared/elementwise.ts';
import { conv2d } from '../conv2d.ts';

/** The weights of a convolution. */
export interface ExactLayer {
  kernel: Big[][][][];
  bias: Big[];
}

/** A convolution with stride 1 and 'same' padding. */
export function exactDrives(x: Big[][][][], { kernel, bias }: ExactLayer): Big[][][][] {
  return conv2d.exact(x, kernel, bias, {
    strides: [ONE, ONE],
    dilations: [ONE, ONE],
    padding: 'same',
  }) as Big[][][][];
}

/** relu of it. */
export function exactFeatures(x: Big[][][][], layer: ExactLayer): Big[][][][] {
  return elementwise(exactDrives(x, layer), (z) => largest([ZERO, z])) as Big[][][][];
}
