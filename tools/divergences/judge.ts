import { firstLineOf } from '../../accelerated/error-message.ts';
import * as tf from '../../accelerated/tf.ts';
import type { Case, Inputs, Kind, Plain } from './case.ts';
import { gradientByDifferences, secondByDifferences } from './differences.ts';

/** What an op gave, and the truth. */
export interface Finding {
  got: string;
  truth: string;
}

const UNIT = 2 ** -24;
const SMALLEST = 2 ** -126;

/** Runs one kind of check on the backend that is running; null if the result is right. */
export async function judge(it: Case, kind: Kind, inputs: Inputs<unknown>): Promise<Finding | null> {
  const { tensors, options } = inputs;
  const truth = it.truth(tensors, options);
  const weights = truth.map((_, i) => WEIGHTS[i % WEIGHTS.length] as number);
  const objective = (xs: readonly Plain[]): number => dot(weights, it.truth(xs, options));
  // With one half of the squares added, every input reaches the gradient, so that a lost term is a wrong number.
  const curved = (xs: readonly Plain[]): number =>
    objective(xs) + xs.reduce((sum, { data }) => sum + dot(data, data) / 2, 0);
  const core = (xs: tf.Tensor[]): tf.Scalar => {
    const result = it.tfjs(xs, options);
    return tf.sum(tf.mul(result, tf.tensor(weights, result.shape)));
  };
  if (kind === 'value') {
    const allowed = it.allowed?.(truth, tensors) ?? allowedErrors(it, inputs, truth);
    return compare(() => [it.tfjs(tensors.map(upload), options)], [truth], [allowed], true);
  }
  if (kind === 'gradient') {
    const expected =
      typeof it.gradient === 'function'
        ? it.gradient(weights, tensors, options)
        : gradientByDifferences(objective, tensors);
    return compare(
      () => gradients(core, tensors.map(upload)),
      expected,
      rough(expected),
      typeof it.gradient === 'function',
    );
  }
  const direction = tensors.map(({ data }) => data.map((_, i) => WEIGHTS[(i + 1) % WEIGHTS.length] as number));
  const expected = secondByDifferences(curved, tensors, direction);
  const withSquares = (xs: tf.Tensor[]): tf.Scalar =>
    tf.addN([core(xs), ...xs.map((x) => tf.div(tf.sum(tf.square(x)), 2))]) as tf.Scalar;
  const slope = (xs: tf.Tensor[]): tf.Scalar =>
    tf.addN(
      gradients(withSquares, xs).map((g, t) => tf.sum(tf.mul(g, tf.tensor(direction[t] as number[], g.shape)))),
    ) as tf.Scalar;
  return compare(() => gradients(slope, tensors.map(upload)), expected, rough(expected), false);
}

/** Different from each other, so that a mix-up of elements shows; dyadic, so that they round nowhere. */
const WEIGHTS: readonly number[] = [1, -0.5, 2, 0.75, -1.5, 0.25, 3];

function gradients(f: (xs: tf.Tensor[]) => tf.Scalar, xs: tf.Tensor[]): tf.Tensor[] {
  return tf.grads((...given: tf.Tensor[]) => f(given))(xs);
}

function upload({ shape, data }: Plain): tf.Tensor {
  return tf.tensor(Float32Array.from(data), [...shape], 'float32');
}

/**
 * 64 roundings of the result, and of each input as far as it moves the result: what sums and products of a few dozen
 * terms may lose. If the truth jumps, only its own rounding.
 */
function allowedErrors(it: Case, { tensors, options }: Inputs<unknown>, truth: readonly number[]): number[] {
  const moved = truth.map((value) => Math.abs(value));
  tensors.forEach(({ data }, t) => {
    data.forEach((x, i) => {
      const near = tensors.map((tensor, k) =>
        k === t ? { ...tensor, data: data.map((y, j) => (j === i ? y * (1 + 2 ** -20) : y)) } : tensor,
      );
      if (x === 0 || !Number.isFinite(x)) return;
      it.truth(near, options).forEach((value, k) => {
        const by = Math.abs(value - (truth[k] as number)) * 2 ** 20;
        if (by <= 1e4 * Math.abs(x)) moved[k] = (moved[k] as number) + by;
      });
    });
  });
  return moved.map((sum) => 64 * UNIT * sum + SMALLEST);
}

/** The gradient of a wrong formula is far off, so a thousandth of the largest derivative is near enough. */
function rough(expected: readonly (readonly number[])[]): number[][] {
  const largest = Math.max(...expected.flat().map((x) => (Number.isFinite(x) ? Math.abs(x) : 0)), 1e-3);
  return expected.map((row) => row.map(() => 2e-3 * largest));
}

async function compare(
  compute: () => tf.Tensor[],
  truth: readonly (readonly number[])[],
  allowed: readonly (readonly number[])[],
  exactNaN: boolean,
): Promise<Finding | null> {
  let results: tf.Tensor[] = [];
  try {
    results = tf.tidy(compute);
    const got = await Promise.all(results.map(async (result) => [...(await result.data())]));
    const right = truth.every(
      (row, t) =>
        row.length === got[t]?.length &&
        row.every((value, i) => agrees(got[t]?.[i] as number, value, allowed[t]?.[i] as number, exactNaN)),
    );
    return right ? null : { got: shown(got), truth: shown(truth) };
  } catch (error) {
    return { got: `throws: ${firstLineOf(error).slice(0, 160)}`, truth: shown(truth) };
  } finally {
    tf.dispose(results);
  }
}

function agrees(got: number, truth: number, allowed: number, exactNaN: boolean): boolean {
  if (Number.isNaN(truth)) return !exactNaN || Number.isNaN(got);
  const rounded = Math.fround(truth);
  if (!Number.isFinite(rounded) || !Number.isFinite(got)) {
    // Within the allowed error of the largest float32, both results are right.
    return got === rounded || (Math.abs(truth) > 3.4e38 && Math.abs(got) > 3.4e38 && got * truth > 0);
  }
  return Math.abs(got - truth) <= allowed;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
}

function shown(rows: readonly (readonly number[])[]): string {
  const lists = rows.map((row) => `[${row.map((x) => (Object.is(x, -0) ? '-0' : String(x))).join(', ')}]`);
  return lists.join(' ');
}
