import { expectResnetArguments } from '../../reference/convolution/resnet-block.ts';
import type { ConvLayer } from '../../reference/convolution/shared/features.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { residualTensors } from './residual.ts';
import { type ConvTensors, featuresTensors, uploadLayer, weightsOf } from './shared/features.ts';
import { ensureFilterGradient } from './shared/filter-gradient.ts';

/** The block of a residual network on the backend that is running; see the reference for the formula, shapes and errors. */
export async function resnetBlock(x: NdArray, first: ConvLayer, layers: readonly ConvLayer[]): Promise<NdArray> {
  expectResnetArguments(x, first, layers);
  return onDevice(() =>
    resnetBlockTensors({ x: upload(x), first: uploadLayer(first), layers: layers.map(uploadLayer) }),
  );
}

/** The gradient of sum(upstream * resnetBlock(x, first, layers)) by the images and the layers, by autodiff. */
export async function resnetBlockGradient(
  upstream: NdArray,
  x: NdArray,
  first: ConvLayer,
  layers: readonly ConvLayer[],
): Promise<{ x: NdArray; first: ConvLayer; layers: ConvLayer[] }> {
  expectResnetArguments(x, first, layers);
  ensureFilterGradient();
  return autodiff({ x, first: weightsOf(first), layers: layers.map(weightsOf) }, upstream, resnetBlockTensors);
}

function resnetBlockTensors({
  x,
  first,
  layers,
}: {
  x: tf.Tensor4D;
  first: ConvTensors;
  layers: readonly ConvTensors[];
}): tf.Tensor4D {
  return layers.reduce(residualTensors, featuresTensors(x, first));
}
