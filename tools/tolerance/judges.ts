import { type Rounded, Rounding } from '../../properties/rounding/rounding.ts';
import type { Format } from '../../properties/values/format.ts';

/** A fixed tolerance as a framework's tests have it by default for float32: |error| <= absolute + relative |expected|. */
export interface FixedTolerance {
  name: string;
  relative: number;
  absolute: number;
}

/** The default tolerances: torch.testing, keras.testing, the ONNX backend tests, and tfjs's test_util. */
export const FIXED: readonly FixedTolerance[] = [
  { name: 'PyTorch', relative: 1.3e-6, absolute: 1e-5 },
  { name: 'Keras', relative: 1e-6, absolute: 1e-6 },
  { name: 'ONNX', relative: 1e-3, absolute: 1e-7 },
  { name: 'tfjs', relative: 0, absolute: 1e-3 },
];

/** A vector as the running error analysis takes it. */
export function liftedVector(format: Format, vector: readonly number[]): Rounded[] {
  const r = new Rounding(format);
  return vector.map((x) => r.input(x));
}

/** The error that the running error analysis allows each product of one vector with others. */
export function allowedErrors(
  format: Format,
  xs: readonly Rounded[],
  columns: readonly (readonly Rounded[])[],
): number[] {
  const r = new Rounding(format);
  return columns.map((ys) => r.dot(xs, ys).error);
}
