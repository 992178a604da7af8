import { expectShape, type NdArray, tensor } from '../../ndarray.ts';
import { expectNotNegative } from '../../optimizers/shared/optimizer-arguments.ts';
import { expectChoice, expectOptions } from '../../options.ts';
import { expectMask } from '../scaled-dot-product-attention.ts';
import type { FeedForwardActivation } from './feed-forward.ts';
import type { NormSettings } from './residual.ts';

/** What the blocks of encoder and decoder may be told. */
export interface BlockOptions {
  /** where the layer normalizations are: before each sublayer, or after its residual connection; default 'pre' */
  norm?: 'pre' | 'post';
  /** between the two layers of the feed-forward network; default 'relu', and 'gelu' is its tanh form */
  activation?: FeedForwardActivation;
  /** what is added to the variances of the normalizations, not negative; default 1e-3 */
  epsilon?: number;
  /** `[batch, time]`: 1 for a position of x, 0 for padding, which is not attended */
  mask?: NdArray;
}

export type BlockSettings = NormSettings & { activation: FeedForwardActivation };

/** The settings with their defaults, after they have been checked; `masks` are the shapes of the masks that may be given. */
export function expectBlockOptions(
  options: BlockOptions,
  masks: Readonly<Record<string, { given: NdArray | undefined; shape: readonly number[] }>>,
): BlockSettings {
  expectOptions(options, ['norm', 'activation', 'epsilon', ...Object.keys(masks)]);
  const { norm = 'pre', activation = 'relu', epsilon = 1e-3 } = options;
  expectChoice('options.norm', norm, ['pre', 'post']);
  expectChoice('options.activation', activation, ['relu', 'gelu']);
  expectNotNegative('options.epsilon', epsilon);
  for (const [name, { given, shape }] of Object.entries(masks)) {
    if (given === undefined) continue;
    expectShape(`options.${name}`, given, shape, 'an entry for each sample and position');
    expectMask(`options.${name}`, given);
  }
  return { norm, activation, epsilon };
}

/** The mask `[batch, queries, keys]` of the keys that are not padding, and that a mask of the same shape leaves open. */
export function attendedMask(padding: NdArray | undefined, queries: number, open?: NdArray): NdArray | undefined {
  if (padding === undefined) return open;
  const [B, keys] = padding.shape as [number, number];
  const mask = tensor([B, queries, keys]);
  // Equivalent mutants: one more n, i, j (what they write is overwritten, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let i = 0; i < queries; i++) {
      for (let j = 0; j < keys; j++) mask.set(n, i, j, padding.get(n, j) * (open?.get(n, i, j) ?? 1));
    }
  }
  return mask;
}
