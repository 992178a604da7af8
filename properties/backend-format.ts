import type { BackendName } from '../accelerated/backend-names.ts';
import { type Format, float32 } from './format.ts';

/**
 * Float32 as each backend computes it, with the errors of its elementary functions in ULP. WGSL allows division 2.5 ULP
 * and exp 3 + 2 |x| (which over the exponents met here is within 48); TensorFlow's Eigen takes tanh and the logistic
 * function from rational approximations.
 */
const ULPS: Readonly<Record<BackendName, Partial<Format['ulps']>>> = {
  cpu: {},
  wasm: {},
  webgpu: { divide: 3, sqrt: 4, exp: 48, log: 8, tanh: 64, sigmoid: 64, power: 128 },
  'tfjs-node': { exp: 3, log: 3, tanh: 8, sigmoid: 8 },
  'tfjs-node-gpu': { exp: 3, log: 3, tanh: 8, sigmoid: 8 },
};

/** The format in which a backend's results are judged. */
export function formatOf(backend: BackendName): Format {
  return float32(ULPS[backend]);
}
