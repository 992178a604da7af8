import { expectBottleneckArguments } from '../../reference/convolution/bottleneck.ts';
import type { ConvLayer } from '../../reference/convolution/shared/features.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { type ConvTensors, featuresTensors, uploadLayer, weightsOf } from './shared/features.ts';
import { ensureFilterGradient } from './shared/filter-gradient.ts';

/** A bottleneck on the backend that is running; see the reference for the formula, shapes and errors. */
export async function bottleneck(x: NdArray, reduce: ConvLayer, conv: ConvLayer): Promise<NdArray> {
  expectBottleneckArguments(x, reduce, conv);
  return onDevice(() => bottleneckTensors(upload(x), uploadLayer(reduce), uploadLayer(conv)));
}

/** The gradient of sum(upstream * bottleneck(x, reduce, conv)) by the images and both convolutions, by autodiff. */
export async function bottleneckGradient(
  upstream: NdArray,
  x: NdArray,
  reduce: ConvLayer,
  conv: ConvLayer,
): Promise<{ x: NdArray; reduce: ConvLayer; conv: ConvLayer }> {
  expectBottleneckArguments(x, reduce, conv);
  ensureFilterGradient();
  return autodiff(
    { x, reduce: weightsOf(reduce), conv: weightsOf(conv) },
    upstream,
    (inputs: { x: tf.Tensor4D; reduce: ConvTensors; conv: ConvTensors }) =>
      bottleneckTensors(inputs.x, inputs.reduce, inputs.conv),
  );
}

function bottleneckTensors(x: tf.Tensor4D, reduce: ConvTensors, conv: ConvTensors): tf.Tensor4D {
  return featuresTensors(featuresTensors(x, reduce), conv);
}
