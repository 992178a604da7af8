import type { BackendName } from './backend-names.ts';
import type { Started } from './backends.ts';
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
  /**
   * the op by its kernel, if formulas run it and their bounds allow for its error; one that formulas go round is met where
   * they call `workaround`, and any other is met by none
   */
  runs?: DivergingOp;
  /** on webgpu the result is what WGSL leaves open, so other devices may be right */
  wgsl?: true;
  /** the op writes beyond its memory on wasm, so nothing after it in the same process can be trusted */
  poisons?: true;
  /** runs the op on the backend that is running */
  measure: () => tf.Tensor | Promise<tf.Tensor>;
}

/** An op that formulas run though it diverges. */
export interface DivergingOp {
  /** `Tanh` */
  kernel: string;
  /** it is the gradient that diverges: the first tensor that the op saves for it is looked at, not the first input */
  gradient?: true;
  /** whether it diverges at a number: six bits and more are lost, which is what differs from the truth by default */
  wrongAt: (x: number) => boolean;
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

/** Whether the backend that was started is one where it was seen. What WGSL leaves to a device was seen on SwiftShader. */
export function isSeenOn({ seen, wgsl }: SeenDivergence, { name, description }: Started): boolean {
  const elsewhere = wgsl === true && name === 'webgpu' && !description.includes('SwiftShader');
  return seen[name] !== undefined && !elsewhere;
}

/** What went wrong where, in a line: `gradient of abs: tf.grad(tf.abs)(0) gives -1, not 0; l1Penalty takes …`. */
export function shownDivergence({ op, input, truth, instead, seen }: SeenDivergence, backend: BackendName): string {
  const got = seen[backend];
  const gives = got === undefined ? 'diverges' : 'throws' in got ? 'throws' : `gives ${shownOutcome(got)}`;
  const right = truth === 'an error' ? 'an error' : shownOutcome(truth);
  return `${op}: ${input} ${gives}, not ${right}; ${instead}`;
}

/** Numbers at nine digits, one without brackets; or what was thrown. */
export function shownOutcome(outcome: Outcome): string {
  if ('throws' in outcome) return `throws: ${outcome.throws}`;
  const list = outcome.map((x) => (Number.isFinite(x) ? String(Number(x.toPrecision(9))) : String(x))).join(', ');
  return outcome.length === 1 ? list : `[${list}]`;
}
