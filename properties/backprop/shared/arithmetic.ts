import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/** The operations that an expression is made of, over any kind of number. */
export interface Arithmetic<T> {
  constant: (x: number) => T;
  add: (a: T, b: T) => T;
  subtract: (a: T, b: T) => T;
  multiply: (a: T, b: T) => T;
  divide: (a: T, b: T) => T;
  /** a whole exponent of at least 1 */
  power: (a: T, exponent: number) => T;
  exp: (a: T) => T;
  log: (a: T) => T;
  sqrt: (a: T) => T;
  tanh: (a: T) => T;
  sin: (a: T) => T;
  cos: (a: T) => T;
}

/** What complex numbers need of the numbers that they are made of. */
export interface PolarArithmetic<T> extends Arithmetic<T> {
  /** the angle of the point (x, y) */
  angle: (y: T, x: T) => T;
}

export interface Complex<T> {
  re: T;
  im: T;
}

export const realArithmetic: PolarArithmetic<number> = {
  constant: (x) => x,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, exponent) => a ** exponent,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  angle: Math.atan2,
};

/** Numbers with a bound on their rounding error. */
export function roundedArithmetic(r: Rounding): PolarArithmetic<Rounded> {
  return {
    constant: (x) => r.exact(x),
    add: (a, b) => r.add(a, b),
    subtract: (a, b) => r.subtract(a, b),
    multiply: (a, b) => r.multiply(a, b),
    divide: (a, b) => r.divide(a, b),
    power: (a, exponent) => r.power(a, exponent),
    exp: (a) => r.exp(a),
    log: (a) => r.log(a),
    sqrt: (a) => r.sqrt(a),
    tanh: (a) => r.tanh(a),
    sin: (a) => r.sin(a),
    cos: (a) => r.cos(a),
    angle: (y, x) => {
      const value = Math.atan2(y.value, x.value);
      const moved =
        (Math.abs(x.value) * y.error + Math.abs(y.value) * x.error) / (x.value * x.value + y.value * y.value);
      return r.known(value, moved + 2 * r.format.unit * Math.abs(value));
    },
  };
}

/**
 * Complex numbers over numbers of any kind, written so that an imaginary part far below the real one keeps its relative
 * accuracy: the complex step differentiates by it. Roots and logarithms are those of numbers with a positive real part.
 */
export function complexArithmetic<T>(of: PolarArithmetic<T>): Arithmetic<Complex<T>> {
  const zero = of.constant(0);
  const half = of.constant(0.5);
  const times = (factor: T, { re, im }: Complex<T>): Complex<T> => ({
    re: of.multiply(factor, re),
    im: of.multiply(factor, im),
  });
  const multiply = (a: Complex<T>, b: Complex<T>): Complex<T> => ({
    re: of.subtract(of.multiply(a.re, b.re), of.multiply(a.im, b.im)),
    im: of.add(of.multiply(a.re, b.im), of.multiply(a.im, b.re)),
  });
  const size = ({ re, im }: Complex<T>): T => of.sqrt(of.add(of.multiply(re, re), of.multiply(im, im)));
  const cosh = (b: T): T => of.multiply(half, of.add(of.exp(b), of.divide(of.constant(1), of.exp(b))));
  // Near 0 the difference of exponentials cancels: sinh b = tanh b cosh b.
  const sinh = (b: T): T => of.multiply(of.tanh(b), cosh(b));
  return {
    constant: (x) => ({ re: of.constant(x), im: zero }),
    add: (a, b) => ({ re: of.add(a.re, b.re), im: of.add(a.im, b.im) }),
    subtract: (a, b) => ({ re: of.subtract(a.re, b.re), im: of.subtract(a.im, b.im) }),
    multiply,
    divide: (a, b) => {
      const squares = of.add(of.multiply(b.re, b.re), of.multiply(b.im, b.im));
      const { re, im } = multiply(a, { re: b.re, im: of.subtract(zero, b.im) });
      return { re: of.divide(re, squares), im: of.divide(im, squares) };
    },
    power: (a, exponent) =>
      Array.from({ length: exponent - 1 }).reduce<Complex<T>>((product) => multiply(product, a), a),
    exp: ({ re, im }) => times(of.exp(re), { re: of.cos(im), im: of.sin(im) }),
    log: (a) => ({ re: of.log(size(a)), im: of.angle(a.im, a.re) }),
    sqrt: (a) => {
      const re = of.sqrt(of.multiply(half, of.add(size(a), a.re)));
      return { re, im: of.divide(of.multiply(half, a.im), re) };
    },
    tanh: ({ re, im }) => {
      // (tanh a + i tan b) / (1 + i tanh a tan b)
      const [real, tangent] = [of.tanh(re), of.divide(of.sin(im), of.cos(im))];
      const product = of.multiply(real, tangent);
      const squares = of.add(of.constant(1), of.multiply(product, product));
      const slope = of.multiply(tangent, of.subtract(of.constant(1), of.multiply(real, real)));
      return {
        re: of.divide(of.multiply(real, of.add(of.constant(1), of.multiply(tangent, tangent))), squares),
        im: of.divide(slope, squares),
      };
    },
    sin: ({ re, im }) => ({ re: of.multiply(of.sin(re), cosh(im)), im: of.multiply(of.cos(re), sinh(im)) }),
    cos: ({ re, im }) => ({
      re: of.multiply(of.cos(re), cosh(im)),
      im: of.subtract(zero, of.multiply(of.sin(re), sinh(im))),
    }),
  };
}
