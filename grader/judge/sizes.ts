import type { Fields, Parameter } from '../../properties/parameters/parameter.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';

/** A size of an argument, and what is counted there: the batch, the classes, the length of y. */
export interface Size {
  words: string;
  n: number;
  /** the count of all entries, a product of other sizes */
  isProduct?: true;
}

/** Arrays that hold no samples: their rows are not a batch. */
const NO_BATCH = /^(?:w|wNext|weights?|kernel|logProbabilities|layers|objective|a|random|shape)$/;
const IMAGE_AXES = ['the batch', 'the height', 'the width', 'the channels'] as const;
const KERNEL_AXES = ['the height of the kernel', 'its width', 'the channels in', 'the channels out'] as const;
const SEQUENCE_AXES = ['the batch', 'the steps in time', 'the features'] as const;

/** The sizes of all arguments, in the same order for all argument lists of a formula. */
export function sizesOf(parameters: Fields, args: readonly Value[]): Size[] {
  return Object.entries(parameters).flatMap(([name, parameter], i) => ofParameter(name, parameter, args[i]));
}

function ofParameter(name: string, parameter: Parameter, value: Value): Size[] {
  if (parameter.kind === 'integer' && typeof value === 'number') return [{ words: `the argument ${name}`, n: value }];
  if (parameter.kind === 'record' && isRecord(value)) {
    return Object.entries(parameter.fields).flatMap(([field, inner]) => ofParameter(field, inner, value[field]));
  }
  const shape = shapeOf(value);
  const axes = shape.map((n, axis) => ({ words: axisWords(name, parameter, shape.length, axis), n }));
  const all = shape.reduce((product, n) => product * n, 1);
  return shape.length > 1 ? [...axes, { words: `the entries of ${name}`, n: all, isProduct: true }] : axes;
}

function axisWords(name: string, parameter: Parameter, rank: number, axis: number): string {
  const { kind } = parameter;
  // A tensor of any rank has no batch.
  if (kind === 'tensor' && !parameter.written.includes('Matrix')) return `axis ${axis} of ${name}`;
  if (kind === 'list') return `the length of ${name}`;
  if (kind === 'kernel') return KERNEL_AXES[axis] as string;
  if (kind === 'images') return IMAGE_AXES[axis] as string;
  if (rank === 1) return `the length of ${name}`;
  if (NO_BATCH.test(name)) return axis === 0 ? `the rows of ${name}` : `the columns of ${name}`;
  if (rank === 3) return SEQUENCE_AXES[axis] as string;
  if (axis === 0) return 'the batch';
  return columnWords(name);
}

/** What the columns of a batch are, where its name says it. */
function columnWords(name: string): string {
  if (name === 'x' || name === 'reconstruction') return 'the features';
  if (name === 'deltas' || name === 'activations') return 'the units';
  if (name === 'logits') return 'the classes';
  return `the columns of ${name}`;
}

/** The sizes of a nested array along its first elements. */
function shapeOf(value: Value): number[] {
  const shape: number[] = [];
  for (let level = value; Array.isArray(level); level = level[0] as Value) shape.push(level.length);
  return shape;
}
