import createNdArray from 'ndarray';
import { flat, isNdArray, type NdArray } from '../../reference/ndarray.ts';
import { stridesOf } from '../../reference/tensors/shared/places.ts';
import type { Internal } from '../parameters/codec.ts';
import { isRecord } from '../values/value.ts';

/** The same value, in which each array is a view: an implementation that reads the data instead of the array sees others. */
export function asViews(value: Internal): Internal {
  if (isNdArray(value)) return viewOf(value);
  if (Array.isArray(value)) return value.map(asViews);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asViews(item as Internal)]));
}

/** The same numbers in other memory: the first axis runs fastest and the last one backward, with NaN before and between them. */
function viewOf(array: NdArray): NdArray {
  const axes = [...array.shape.keys()].reverse();
  const steps = array.shape.map((_, axis) => (axis === axes[0] ? -1 : 1));
  const turned = array.step(...steps).transpose(...axes);
  const data = new Float64Array(2 * array.size + 1).fill(Number.NaN);
  flat(turned).forEach((x, i) => {
    data[2 * i + 1] = x;
  });
  const strides = stridesOf(turned.shape).map((stride) => 2 * stride);
  return createNdArray(data, [...turned.shape], strides, 1)
    .transpose(...axes)
    .step(...steps);
}

/** The memory that the arrays of a value lie in. */
export function memoryOf(value: Internal): Float64Array[] {
  if (isNdArray(value)) return [value.data];
  return Array.isArray(value) || isRecord(value)
    ? Object.values(value).flatMap((item) => memoryOf(item as Internal))
    : [];
}
