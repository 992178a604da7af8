import { type Elements, elementwise, expectNumbers, scaledBy } from '../elementwise.ts';
import type { NdArray } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';
import { normalDistribution } from './shared/normal-distribution.ts';

export interface GeluOptions {
  /** 'tanh': the form with the hyperbolic tangent; 'none': the exact one, with the error function; default 'tanh' */
  approximate?: 'tanh' | 'none';
}

const SCALE = Math.sqrt(2 / Math.PI);
const CUBE = 0.044715;

/**
 * Gelu: a drive times its share of the normal distribution, in the tanh form or the exact one.
 *
 * $$\operatorname{gelu}(z) = \frac{z}{2} \Bigl( 1 + \tanh w \Bigr) = z\, \sigma(2 w), \qquad
 *   w = \sqrt{\frac{2}{\pi}} \bigl( z + 0.044715 z^3 \bigr)$$
 *
 * $$\operatorname{gelu}_{\text{exact}}(z) = z\, \Phi(z) = \frac{z}{2} \Bigl( 1 + \operatorname{erf} \frac{z}{\sqrt 2} \Bigr)$$
 *
 * - $z$ `z` a number, or an array of any shape: the drive
 * - `options.approximate`: which of the two; they differ by at most 4.8e-4
 * - the activation, of the same shape
 *
 * The tanh form is computed as $z\, \sigma(2 w)$, since $1 + \tanh w$ has no digits left for $z$ far below 0; where the cube
 * overflows, $\sigma$ is 0 or 1. The exact form is off by at most 2 ulp. NaN stays NaN, and -Infinity gives it, as $\infty \cdot 0$ does.
 *
 * @throws {TypeError} `z` is neither a number nor an ndarray, or the options are not an object.
 * @throws {RangeError} `z` is empty, `approximate` is another word, or an option is unknown.
 * @see Hendrycks, Gimpel (2016), Gaussian Error Linear Units, section 2. Lecture 11.
 * @example gelu(vector([0, 100, -100])) // [0, 100, 0]
 */
export function gelu(z: number, options?: GeluOptions): number;
export function gelu(z: NdArray, options?: GeluOptions): NdArray;
export function gelu(z: Elements, options?: GeluOptions): Elements;
export function gelu(z: Elements, options: GeluOptions = {}): Elements {
  const { approximate } = expectGelu(z, options);
  // Equivalent mutant: `""` (z has been checked before)
  return elementwise('z', z, (zi) =>
    approximate === 'tanh' ? zi * sigmoids(zi).share : zi * normalDistribution(zi).share,
  );
}

/**
 * The gradient of $\sum_i u_i \operatorname{gelu}(z_i)$ by the drives, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial z_i} = u_i \Bigl( \sigma(2 w_i) + 2 z_i\, \sigma(2 w_i)\, \sigma(-2 w_i)
 *   \sqrt{\tfrac{2}{\pi}} \bigl( 1 + 3 \cdot 0.044715 z_i^2 \bigr) \Bigr), \qquad
 *   \frac{\partial}{\partial z_i} = u_i \bigl( \Phi(z_i) + z_i \varphi(z_i) \bigr)$$
 *
 * the first of the tanh form, the second of the exact one.
 */
export function geluGradient(upstream: Elements, z: Elements, options: GeluOptions = {}): { z: Elements } {
  const { approximate } = expectGelu(z, options);
  // Equivalent mutant: `""` (z has been checked before)
  return { z: scaledBy(upstream, 'z', z, approximate === 'tanh' ? tanhFormSlope : exactSlope) };
}

/** The options with their defaults, checked as `z` is. */
export function expectGelu(z: Elements, options: GeluOptions): Required<GeluOptions> {
  expectNumbers('z', z);
  expectOptions(options, ['approximate']);
  const { approximate = 'tanh' } = options;
  expectChoice('options.approximate', approximate, ['tanh', 'none']);
  return { approximate };
}

/** The sigmoid of 2w, and its slope there. */
function sigmoids(z: number): { share: number; slope: number } {
  const w = SCALE * (z + CUBE * z * z * z);
  const power = Math.exp(-2 * Math.abs(w));
  return { share: (z < 0 ? power : 1) / (1 + power), slope: power / (1 + power) ** 2 }; // equivalent mutant: `z <= 0` (at 0 the power is 1)
}

function tanhFormSlope(z: number): number {
  const { share, slope } = sigmoids(z);
  // Far out the slope is 0, and the factor beside it may overflow.
  return slope === 0 ? share : share + 2 * z * slope * SCALE * (1 + 3 * CUBE * z * z);
}

function exactSlope(z: number): number {
  const { share, density } = normalDistribution(z);
  return share + z * density;
}
