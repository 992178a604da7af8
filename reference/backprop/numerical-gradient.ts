import { described, expectElements, flat, isNdArray, type NdArray, shown, tensor } from '../ndarray.ts';
import { expectChoice, expectFinite, expectOptions } from '../options.ts';

/** A scalar function of an array of real numbers. */
export type RealFunction = (x: NdArray) => number;
/** The same function of complex numbers, given by their real and imaginary parts. */
export type ComplexFunction = (re: NdArray, im: NdArray) => { re: number; im: number };

export interface NumericalGradientOptions {
  /** 'central' takes a `RealFunction`, 'complex' a `ComplexFunction`; default 'central' */
  method?: 'central' | 'complex';
  /** the format in which f is computed, from which the step follows; default 'float64' */
  format?: 'float64' | 'float32';
  /** the step relative to max(1, |x_i|), above 0; default that of the format */
  step?: number;
}

/**
 * For central differences the power of two nearest the cube root of the unit roundoff u, where the truncation, of the
 * order of h^2, and the rounding, u / h, are of one size. A complex step has no difference that cancels: u itself, the
 * square of which is below every rounding.
 */
const STEPS = {
  central: { float64: 2 ** -18, float32: 2 ** -8 },
  complex: { float64: 2 ** -53, float32: 2 ** -24 },
} as const;

/**
 * The gradient of a function from its values alone: by central differences, or by a complex step.
 *
 * $$\frac{\partial f}{\partial x_i} \approx \frac{f(x + h_i e_i) - f(x - h_i e_i)}{2 h_i}, \qquad
 *   \frac{\partial f}{\partial x_i} \approx \frac{\operatorname{Im} f(x + \mathrm{i}\, h_i e_i)}{h_i}, \qquad
 *   h_i = s \max(1, |x_i|)$$
 *
 * - $f$ `f`: a function of an array like `x` that returns a number; for `method: 'complex'` a function of the real and the
 *   imaginary parts that returns `{ re, im }`
 * - $x$ `x` `[n]` (any rank of at least 1): the point
 * - $s$ `options.step`: by default $2^{-18}$ for a function computed in float64, $2^{-8}$ for float32, $2^{-53}$ and
 *   $2^{-24}$ for a complex step
 * - the result: of the shape of `x`
 *
 * Both are off by about $h^2 f''' / 6$. What is divided by is the distance of the two points as they were rounded, not
 * $2h$. A central difference loses about a third of the digits of f; the complex step loses none, but f must be analytic,
 * and be computed without |x|, max or a comparison of imaginary parts.
 *
 * @throws {TypeError} `f` is not a function or returns something else than its method asks for, or `x` is not an ndarray.
 * @throws {RangeError} `x` is empty or of rank 0, `step` is not a finite number above 0 or so small
 * that it leaves x as it is, or an option is unknown.
 * @see Squire, Trapp (1998), Using complex variables to estimate derivatives of real functions. Lecture 2.
 * @example numericalGradient((x) => x.get(0) ** 2, vector([3])) // [6]
 */
export function numericalGradient(
  f: RealFunction | ComplexFunction,
  x: NdArray,
  options: NumericalGradientOptions = {},
): NdArray {
  const { method, step } = numericalGradientArguments(f, x, options);
  const centre = flat(x);
  const moved = (i: number, xi: number): NdArray => tensor(x.shape, centre.with(i, xi));
  const slopes = centre.map((xi, i) => {
    const h = step * Math.max(1, Math.abs(xi));
    if (method === 'complex') {
      const im = tensor(x.shape, new Float64Array(centre.length).with(i, h));
      return imaginaryPart((f as ComplexFunction)(moved(i, xi), im)) / h;
    }
    if (Number.isFinite(xi) && xi + h === xi - h) {
      throw new RangeError(`options.step: expected a step that moves x at ${xi}, got ${step}`);
    }
    const above = realValue((f as RealFunction)(moved(i, xi + h)));
    const below = realValue((f as RealFunction)(moved(i, xi - h)));
    return (above - below) / (xi + h - (xi - h));
  });
  return tensor(x.shape, slopes);
}

/** The method and the step of a legal call. */
function numericalGradientArguments(
  f: RealFunction | ComplexFunction,
  x: NdArray,
  options: NumericalGradientOptions,
): { method: 'central' | 'complex'; step: number } {
  expectOptions(options, ['method', 'format', 'step']);
  if (typeof f !== 'function') throw new TypeError(`f: expected a function, got ${described(f)}`);
  if (!isNdArray(x)) throw new TypeError(`x: expected an ndarray, got ${described(x)}`);
  if (x.shape.length === 0) throw new RangeError(`x: expected rank 1 or more, got shape ${shown(x.shape)}`);
  expectElements('x', x);
  const { method = 'central', format = 'float64' } = options;
  expectChoice('options.method', method, ['central', 'complex']);
  expectChoice('options.format', format, ['float64', 'float32']);
  const { step = STEPS[method][format] } = options;
  expectFinite('options.step', step);
  if (step <= 0) throw new RangeError(`options.step: expected a number above 0, got ${step}`);
  return { method, step };
}

function realValue(value: number | { re: number; im: number }): number {
  if (typeof value !== 'number') throw new TypeError(`f: expected it to return a number, got ${described(value)}`);
  return value;
}

function imaginaryPart(value: number | { re: number; im: number }): number {
  if (typeof value !== 'object' || value === null || typeof value.im !== 'number') {
    throw new TypeError(`f: expected it to return { re, im }, got ${described(value)}`);
  }
  return value.im;
}
