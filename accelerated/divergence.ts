import type { BackendName } from './backend-names.ts';
import { firstLineOf } from './error-message.ts';
import * as tf from './tf.ts';

/** What running an op came to: its numbers in row-major order, or the beginning of what it threw. */
export type Outcome = readonly number[] | { readonly throws: string };

/** Where tfjs itself is wrong, on the smallest input that shows it. */
export interface Divergence {
  /** `log-of-zero` */
  id: string;
  /** the op as one would call it, with `gradient of` or `second derivative of` before it */
  op: string;
  /** the smallest input, as one would type it */
  input: string;
  /** the true value; where a convention decides, TensorFlow's */
  truth: readonly number[] | 'an error';
  /** the largest difference from the truth that counts as right; default 64 float32 roundings of each number */
  tolerance?: number;
  /** an issue of tensorflow/tfjs, or that there is none that we know of */
  upstream: string;
  /** what Backproof does instead */
  instead: string;
  /** the formulas that meet it */
  affects?: readonly string[];
  /** on webgpu the result is what WGSL leaves open, so other devices may be right */
  wgsl?: true;
  /** the op writes beyond its memory on wasm, so nothing after it in the same process can be trusted */
  poisons?: true;
  /** runs the op on the backend that is running */
  measure: () => tf.Tensor | Promise<tf.Tensor>;
}

/** A divergence with what each backend gave where it was seen, as `npm run divergences:measure` wrote it down. */
export interface SeenDivergence extends Divergence {
  seen: Readonly<Partial<Record<BackendName, Outcome>>>;
}

/** Runs the op on the backend that is running. */
export async function outcomeOf({ measure }: Divergence): Promise<Outcome> {
  try {
    return await inScope(measure);
  } catch (error) {
    return { throws: firstLineOf(error).slice(0, 160) };
  }
}

async function inScope(measure: Divergence['measure']): Promise<readonly number[]> {
  tf.engine().startScope();
  try {
    return Array.from(await (await measure()).data());
  } finally {
    // After an op that wrote where it must not, wasm throws here too.
    tf.engine().endScope();
  }
}

/** Whether an outcome is something else than the truth. NaN equals only NaN and an infinity only itself. */
export function diverges(outcome: Outcome, { truth, tolerance }: Divergence): boolean {
  if (truth === 'an error') return !('throws' in outcome);
  if ('throws' in outcome || outcome.length !== truth.length) return true;
  return truth.some((value, i) => {
    const got = outcome[i] as number;
    if (Object.is(got, value) || got === value) return false;
    if (!Number.isFinite(value)) return true;
    return !(Math.abs(got - value) <= (tolerance ?? 64 * 2 ** -24 * Math.abs(value)));
  });
}
