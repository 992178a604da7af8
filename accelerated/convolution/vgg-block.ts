import type { ConvLayer } from '../../reference/convolution/shared/features.ts';
import type { PoolOptions } from '../../reference/convolution/shared/pooling.ts';
import { expectVggArguments } from '../../reference/convolution/vgg-block.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { differentiableMaxPool } from './max-pool2d.ts';
import { type ConvTensors, featuresTensors, uploadLayer, weightsOf } from './shared/features.ts';
import { ensureFilterGradient } from './shared/filter-gradient.ts';

/** Windows side by side, without padding. */
const HALVING: Required<PoolOptions> = { window: [2, 2], strides: [2, 2], padding: 'valid' };

/** The block of a VGG network on the backend that is running; see the reference for the formula, shapes and errors. */
export async function vggBlock(x: NdArray, layers: readonly ConvLayer[]): Promise<NdArray> {
  expectVggArguments(x, layers);
  return onDevice(() => {
    const { window, strides, padding } = HALVING;
    return tf.maxPool(convolved({ x: upload(x), layers: layers.map(uploadLayer) }), window, strides, padding);
  });
}

/** The gradient of sum(upstream * vggBlock(x, layers)) by the images and the layers, by autodiff. */
export async function vggBlockGradient(
  upstream: NdArray,
  x: NdArray,
  layers: readonly ConvLayer[],
): Promise<{ x: NdArray; layers: ConvLayer[] }> {
  expectVggArguments(x, layers);
  ensureFilterGradient();
  const pooled = differentiableMaxPool();
  return autodiff({ x, layers: layers.map(weightsOf) }, upstream, (inputs: BlockTensors) =>
    pooled(convolved(inputs), HALVING),
  );
}

interface BlockTensors {
  x: tf.Tensor4D;
  layers: readonly ConvTensors[];
}

function convolved({ x, layers }: BlockTensors): tf.Tensor4D {
  return layers.reduce(featuresTensors, x);
}
