import type { Elements } from '../../reference/elementwise.ts';
import { normalized, normalizedGradient, shareOfSpread } from './shared/normalization.ts';

/** Normalization to 0..1 on the backend that is running; see the reference for the formula, shapes and errors. */
export async function minMaxNormalize(x: Elements): Promise<Elements> {
  return normalized(x, shareOfSpread);
}

/** The gradient of sum(upstream * minMaxNormalize(x)) by x, by autodiff. */
export async function minMaxNormalizeGradient(upstream: Elements, x: Elements): Promise<{ x: Elements }> {
  return normalizedGradient(upstream, x, shareOfSpread);
}
