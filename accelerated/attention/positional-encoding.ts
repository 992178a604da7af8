import { expectPositionalEncoding } from '../../reference/attention/positional-encoding.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice } from '../device.ts';
import { positionalEncodingTensor } from './shared/positional-encoding-tensor.ts';

/** Positional encoding on the backend that is running; see the reference for the formula, shapes and errors. */
export async function positionalEncoding(length: number, width: number): Promise<NdArray> {
  expectPositionalEncoding(length, width);
  return onDevice(() => positionalEncodingTensor(length, width));
}
