import { expectDensenetArguments } from '../../reference/convolution/densenet-block.ts';
import type { ConvLayer } from '../../reference/convolution/shared/features.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { denseConcatTensors } from './dense-concat.ts';
import { type ConvTensors, uploadLayer, weightsOf } from './shared/features.ts';
import { ensureFilterGradient } from './shared/filter-gradient.ts';

/** The block of a densely connected network on the backend that is running; see the reference for formula and errors. */
export async function densenetBlock(x: NdArray, layers: readonly ConvLayer[]): Promise<NdArray> {
  expectDensenetArguments(x, layers);
  return onDevice(() => densenetBlockTensors({ x: upload(x), layers: layers.map(uploadLayer) }));
}

/** The gradient of sum(upstream * densenetBlock(x, layers)) by the images and the layers, by autodiff. */
export async function densenetBlockGradient(
  upstream: NdArray,
  x: NdArray,
  layers: readonly ConvLayer[],
): Promise<{ x: NdArray; layers: ConvLayer[] }> {
  expectDensenetArguments(x, layers);
  ensureFilterGradient();
  return autodiff({ x, layers: layers.map(weightsOf) }, upstream, densenetBlockTensors);
}

function densenetBlockTensors({ x, layers }: { x: tf.Tensor4D; layers: readonly ConvTensors[] }): tf.Tensor4D {
  return layers.reduce(denseConcatTensors, x);
}
