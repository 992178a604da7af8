import * as tf from '../../tf.ts';
import { workaround } from '../../workaround.ts';

/**
 * Gives a backend that has no kernel for the filter gradient of a convolution (wasm has none in tfjs 4.22) one made of
 * its own convolution, so that autodiff of tf.conv2d and tf.conv2dTranspose runs there too. For the gradient, images
 * and channels change places, and the upstream gradient is the kernel, dilated by the strides:
 *
 * $$\frac{\partial}{\partial k_{uvco}} = \sum_{nij} x_{n, \, i s_h + u, \, j s_w + v, \, c} \, g_{nijo}$$
 */
export function ensureFilterGradient(): void {
  const backendName = tf.getBackend();
  if (tf.getKernel('Conv2DBackpropFilter', backendName)) return;
  tf.registerKernel({
    kernelName: 'Conv2DBackpropFilter',
    backendName,
    kernelFunc: ({ inputs, attrs }) => {
      workaround('conv2d-filter-gradient');
      const { strides, pad, filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
      return filterGradient(inputs['x'] as tf.Tensor4D, inputs['dy'] as tf.Tensor4D, filterShape, strides, pad);
    },
  });
}

function filterGradient(
  x: tf.Tensor4D,
  upstream: tf.Tensor4D,
  filterShape: [number, number, number, number],
  strides: [number, number] | number,
  pad: tf.Conv2DBackpropFilterAttrs['pad'],
): tf.Tensor4D {
  const { padInfo, strideHeight, strideWidth } = tf.backend_util.computeConv2DInfo(
    x.shape,
    filterShape,
    strides,
    [1, 1],
    pad,
  );
  const padded = tf.pad4d(x, [
    [0, 0],
    [padInfo.top, padInfo.bottom],
    [padInfo.left, padInfo.right],
    [0, 0],
  ]);
  const imagesAsChannels = tf.transpose(padded, [3, 1, 2, 0]);
  const upstreamAsKernel = tf.transpose(upstream, [1, 2, 0, 3]);
  const all = tf.conv2d(imagesAsChannels, upstreamAsKernel, [1, 1], 'valid', 'NHWC', [strideHeight, strideWidth]);
  const [kh, kw, channels, filters] = filterShape;
  // Rows and columns that no window covers give taps beyond the kernel.
  return tf.transpose(tf.slice4d(all, [0, 0, 0, 0], [channels, kh, kw, filters]), [1, 2, 0, 3]);
}
