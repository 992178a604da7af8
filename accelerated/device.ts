import { flat, isNdArray, type NdArray, tensor } from '../reference/ndarray.ts';
import * as tf from './tf.ts';
import { workaround } from './workaround.ts';

/** ndarrays and numbers in lists and records, as formulas take and return them. */
export type Arrays = NdArray | number | readonly Arrays[] | { readonly [key: string]: Arrays };
/** The same with tensors at the leaves. */
export type Tensors = tf.Tensor | readonly Tensors[] | { readonly [key: string]: Tensors };

/** A float64 array or number as a float32 tensor on the backend that is running. */
export function upload<T extends tf.Tensor = tf.Tensor>(value: NdArray | number): T {
  if (typeof value === 'number') return tf.scalar(value) as tf.Tensor as T;
  return tf.tensor(Float32Array.from(flat(value)), value.shape, 'float32') as T;
}

/**
 * Runs a tensor computation, reads its result back as float64 and frees everything in between. Only the read waits:
 * WebGPU has no synchronous one.
 */
export async function onDevice<T>(compute: () => Tensors): Promise<T> {
  const result = tf.tidy(() => compute() as tf.TensorContainer) as Tensors;
  try {
    return (await download(result)) as T;
  } finally {
    tf.dispose(result as tf.TensorContainer);
  }
}

/**
 * The gradient of sum(upstream * core(inputs)) by each of the inputs, by tfjs's autodiff: a record of the same form as
 * the inputs.
 */
export function autodiff<T>(
  inputs: { readonly [name: string]: Arrays },
  upstream: Arrays,
  core: (inputs: never) => Tensors,
): Promise<T> {
  return onDevice(() => {
    const leaves: tf.Tensor[] = [];
    const form = mapLeaves(inputs, (value) => {
      leaves.push(upload(value));
      return leaves.length - 1;
    });
    const weights: tf.Tensor[] = [];
    mapLeaves(upstream, (value) => weights.push(upload(value)));
    const objective = (...xs: tf.Tensor[]): tf.Scalar => {
      const outputs = tensorsOf(core(rebuilt(form, xs) as never));
      const terms = outputs.map((output, i) => tf.sum(tf.mul(output, weights[i] as tf.Tensor)));
      // Two by two: on webgpu tf.addN of eight and more gives what happens to be in memory (docs/divergences.md).
      if (terms.length >= 8) workaround('add-n-of-eight');
      return terms.reduce((sum, term) => tf.add(sum, term)) as tf.Scalar;
    };
    const gradients = tf.grads(objective)(leaves);
    return rebuilt(form, gradients);
  });
}

type Form = number | readonly Form[] | { readonly [key: string]: Form };

function mapLeaves(value: Arrays, f: (leaf: NdArray | number) => number): Form {
  if (typeof value === 'number' || isNdArray(value)) return f(value);
  if (Array.isArray(value)) return value.map((item: Arrays) => mapLeaves(item, f));
  return Object.fromEntries(
    Object.entries(value as Record<string, Arrays>).map(([key, item]) => [key, mapLeaves(item, f)]),
  );
}

function rebuilt(form: Form, tensors: readonly tf.Tensor[]): Tensors {
  if (typeof form === 'number') return tensors[form] as tf.Tensor;
  if (Array.isArray(form)) return form.map((item: Form) => rebuilt(item, tensors));
  return Object.fromEntries(
    Object.entries(form as Record<string, Form>).map(([key, item]) => [key, rebuilt(item, tensors)]),
  );
}

function tensorsOf(tensors: Tensors): tf.Tensor[] {
  if (tensors instanceof tf.Tensor) return [tensors];
  return Object.values(tensors).flatMap((item: Tensors) => tensorsOf(item));
}

async function download(tensors: Tensors): Promise<Arrays> {
  if (tensors instanceof tf.Tensor) {
    const data = await tensors.data();
    return tensors.shape.length === 0 ? (data[0] as number) : tensor(tensors.shape, Float64Array.from(data));
  }
  if (Array.isArray(tensors)) return Promise.all(tensors.map(download));
  const entries = Object.entries(tensors as Record<string, Tensors>);
  return Object.fromEntries(
    await Promise.all(entries.map(async ([key, item]) => [key, await download(item)] as const)),
  );
}
