import type { BackendName } from '../../accelerated/backend-names.ts';
import { type Format, float32 } from '../values/format.ts';

/**
 * Float32 as each backend computes it, with the errors of its elementary functions. TensorFlow's Eigen takes tanh and
 * the logistic function from rational approximations. WebGPU computes what WGSL allows (section 15.7.4, Floating Point
 * Accuracy): division within 2.5 ULP, exp within 3 + 2 |x| (48 over the exponents that occur here), log within 2^-21 near 1,
 * sin and cos within 2^-11; of tanh it allows an absolute error of 1e-5, and tfjs's, computed from e^2x, was seen to cancel down
 * to 2^-23.
 */
const FORMATS: Readonly<Record<BackendName, Format>> = {
  cpu: float32(),
  wasm: float32(),
  webgpu: float32(
    { divide: 3, sqrt: 4, exp: 48, log: 8, tanh: 64, sigmoid: 64, power: 128 },
    { tanh: 2 ** -23, log: 2 ** -21, cos: 2 ** -11, sin: 2 ** -11 },
  ),
  'tfjs-node': float32({ exp: 3, log: 3, tanh: 8, sigmoid: 8 }),
  'tfjs-node-gpu': float32({ exp: 3, log: 3, tanh: 8, sigmoid: 8 }),
};

/** The format in which a backend's results are judged. */
export function formatOf(backend: BackendName): Format {
  return FORMATS[backend];
}
