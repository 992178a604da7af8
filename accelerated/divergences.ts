import * as tf from '@tensorflow/tfjs';
import type { BackendName } from './backend-names.ts';

/** Where tfjs itself is wrong, on the smallest input that shows it. */
export interface Divergence {
  /** `webgpu-log-of-zero` */
  id: string;
  op: string;
  backends: readonly BackendName[];
  /** the smallest input, as one would type it */
  input: string;
  got: number;
  truth: number;
  /** an issue of tensorflow/tfjs, or that there is none that we know of */
  upstream: string;
  /** what accelerated/ does instead */
  workaround: string;
  /** the formulas that meet it */
  affects: readonly string[];
  /** runs the op on the backend that is running */
  measure: () => Promise<number>;
}

/**
 * The divergences of tfjs 4.22 that the formulas meet. A test measures each again, so that the suite says when upstream
 * has mended one and its workaround can go.
 */
export const DIVERGENCES: readonly Divergence[] = [
  {
    id: 'webgpu-log-of-zero',
    op: 'log',
    backends: ['webgpu'],
    input: 'tf.log(0)',
    got: -88.029693603515625,
    truth: -Infinity,
    upstream: 'not reported; WGSL leaves log of 0 open',
    workaround: 'accelerated/logarithm.ts puts -Infinity there',
    affects: ['categoricalCrossEntropy', 'binaryCrossEntropy'],
    measure: () => first(() => tf.log(tf.tensor1d([0]))),
  },
  {
    id: 'wasm-conv2d-same-beyond-last-window',
    op: 'conv2d',
    backends: ['wasm'],
    input: "tf.conv2d(ones [1, 1, 3, 1], ones [1, 2, 1, 1], [1, 3], 'same')",
    got: 0,
    truth: 2,
    upstream: 'not reported',
    workaround: 'conv2d cuts off the rows and columns after the last window',
    affects: ['conv2d'],
    measure: () =>
      first(() => tf.conv2d(tf.ones<tf.Rank.R4>([1, 1, 3, 1]), tf.ones<tf.Rank.R4>([1, 2, 1, 1]), [1, 3], 'same')),
  },
  {
    id: 'webgpu-tanh-near-zero',
    op: 'tanh',
    backends: ['webgpu'],
    input: 'tf.tanh(1e-8)',
    got: 0,
    truth: 9.99999993922529e-9,
    upstream: 'not reported; computed from e^2x, which cancels',
    workaround: 'none: the bound allows one rounding of 1',
    affects: ['tanh'],
    measure: () => first(() => tf.tanh(tf.tensor1d([1e-8]))),
  },
];

async function first(compute: () => tf.Tensor): Promise<number> {
  const result = tf.tidy(compute);
  const [value] = await result.data();
  result.dispose();
  return value as number;
}
