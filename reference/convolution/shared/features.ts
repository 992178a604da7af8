import { relu, reluGradient } from '../../backprop/relu.ts';
import { expectPossible, expectShape, imagesShape, type NdArray } from '../../ndarray.ts';
import { expectList, expectRecord } from '../../options.ts';
import { type Conv2dOptions, conv2d, conv2dGradient } from '../conv2d.ts';

/** The weights of a convolution: `kernel` `[kh, kw, channels in, channels out]` and `bias` `[channels out]`. */
export interface ConvLayer {
  kernel: NdArray;
  bias: NdArray;
}

/** `[N, H, W, C]` */
export type ImagesShape = [images: number, height: number, width: number, channels: number];

const SAME: Conv2dOptions = { padding: 'same' };

/** The features of images: relu of a convolution with stride 1 and 'same' padding, which keeps height and width. */
export function features(x: NdArray, { kernel, bias }: ConvLayer): NdArray {
  return relu(conv2d(x, kernel, bias, SAME));
}

/** The gradient of sum(upstream * features(x, layer)) by the images and the layer. */
export function featuresGradient(upstream: NdArray, x: NdArray, layer: ConvLayer): { x: NdArray; layer: ConvLayer } {
  const { kernel, bias } = layer;
  const drives = conv2d(x, kernel, bias, SAME);
  const { x: byImages, ...byLayer } = conv2dGradient(
    reluGradient(upstream, drives).z as NdArray,
    x,
    kernel,
    bias,
    SAME,
  );
  return { x: byImages, layer: byLayer };
}

/**
 * The shape of the features of images of a shape. `name` is written before `kernel` and `bias` in messages: `reduce.`
 *
 * @throws {TypeError} `kernel` or `bias` is not an ndarray.
 * @throws {RangeError} One of them is empty or of another rank, their channels do not fit, or the features are too many.
 */
export function featuresShape(
  name: string,
  [images, height, width, channels]: ImagesShape,
  { kernel, bias }: ConvLayer,
): ImagesShape {
  const [, , channelsIn, filters] = imagesShape(`${name}kernel`, kernel);
  if (channelsIn !== channels) {
    throw new RangeError(
      `${name}kernel: expected ${channels} channels in, as many as the images have, got ${channelsIn}`,
    );
  }
  expectShape(`${name}bias`, bias, [filters], 'one for each channel out of the kernel');
  const shape: ImagesShape = [images, height, width, filters];
  expectPossible(`${name}kernel`, shape);
  return shape;
}

/** @throws {TypeError | RangeError} `layers` is not a list of objects, or is empty. */
export function expectConvLayers(layers: readonly ConvLayer[]): void {
  expectList('layers', layers);
  if (layers.length === 0) throw new RangeError('layers: expected at least one layer, got none');
  layers.forEach((layer, l) => {
    expectRecord(`layers[${l}]`, layer);
  });
}
