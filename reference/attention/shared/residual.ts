import { expectShape, type NdArray } from '../../ndarray.ts';
import { expectRecord } from '../../options.ts';
import { layerNorm, layerNormGradient } from '../layer-norm.ts';
import { added, positionsOf, rowsOf } from './rows.ts';
import type { Sublayer } from './sublayers.ts';

/** Scale and offset `[m]` of a layer normalization. */
export interface NormWeights {
  gamma: NdArray;
  beta: NdArray;
}

/** How the sublayers of a block are normalized. */
export interface NormSettings {
  /** 'pre': what goes into a sublayer; 'post': the sum of what went in and what came out */
  norm: 'pre' | 'post';
  epsilon: number;
}

/** A sublayer with its residual connection: x + f(norm(x)) or norm(x + f(x)). */
export function residual(x: NdArray, weights: NormWeights, settings: NormSettings, f: Sublayer): NdArray {
  if (settings.norm === 'pre') return added(x, f.of(normalized(x, weights, settings)));
  return normalized(added(x, f.of(x)), weights, settings);
}

/** The gradient of the same, with that of the sublayer as `part`. */
export function residualGradient<P extends { x: NdArray }>(
  upstream: NdArray,
  x: NdArray,
  weights: NormWeights,
  settings: NormSettings,
  f: Sublayer<P>,
): { x: NdArray; norm: NormWeights; part: P } {
  if (settings.norm === 'pre') {
    const part = f.back(upstream, normalized(x, weights, settings));
    const through = normalizedGradient(part.x, x, weights, settings);
    return { x: added(upstream, through.x), norm: through.norm, part };
  }
  const through = normalizedGradient(upstream, added(x, f.of(x)), weights, settings);
  const part = f.back(through.x, x);
  return { x: added(through.x, part.x), norm: through.norm, part };
}

/**
 * @throws {TypeError} The record is missing, or an array is not an ndarray.
 * @throws {RangeError} A vector has not one entry per column.
 */
export function expectNorm(name: string, weights: NormWeights, m: number): void {
  expectRecord(name, weights);
  expectShape(`${name}.gamma`, weights.gamma, [m], 'an entry per column of x');
  expectShape(`${name}.beta`, weights.beta, [m], 'an entry per column of x');
}

function normalized(x: NdArray, { gamma, beta }: NormWeights, { epsilon }: NormSettings): NdArray {
  return positionsOf(layerNorm(rowsOf(x), gamma, beta, { epsilon }), x);
}

function normalizedGradient(
  upstream: NdArray,
  x: NdArray,
  { gamma, beta }: NormWeights,
  { epsilon }: NormSettings,
): { x: NdArray; norm: NormWeights } {
  const by = layerNormGradient(rowsOf(upstream), rowsOf(x), gamma, beta, { epsilon });
  return { x: positionsOf(by.x, x), norm: { gamma: by.gamma, beta: by.beta } };
}
