import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { NumericalGradient } from './numerical-gradient.ts';
import { complexArithmetic, realArithmetic } from './shared/arithmetic.ts';
import { evaluated } from './shared/expression.ts';

const named = <T>(values: readonly T[]): Record<string, T> =>
  Object.fromEntries(values.map((value, i) => [`x${i + 1}`, value]));
const real = (f: string, x: Vector): number => evaluated(f, realArithmetic, named(x));
const complex = (f: string, re: Vector, im: Vector): { re: number; im: number } =>
  evaluated(f, complexArithmetic(realArithmetic), named(re.map((a, i) => ({ re: a, im: nth(im, i) }))));

type Options = NonNullable<Parameters<NumericalGradient>[2]>;

interface Parts {
  /** the relative step, where the options give none */
  step: (options: Options) => number;
  width: (step: number, xi: number) => number;
  central: (f: string, x: Vector, i: number, h: number) => number;
  complex: (f: string, x: Vector, i: number, h: number) => number;
}

const moved = (x: Vector, i: number, h: number): Vector => x.with(i, nth(x, i) + h);
const alone = (x: Vector, i: number, h: number): Vector => x.map((_, j) => (j === i ? h : 0));

const right: Parts = {
  step: ({ method, format }) =>
    method === 'central' ? (format === 'float64' ? 2 ** -18 : 2 ** -8) : format === 'float64' ? 2 ** -53 : 2 ** -24,
  width: (step, xi) => step * Math.max(1, Math.abs(xi)),
  central: (f, x, i, h) => {
    const [above, below] = [moved(x, i, h), moved(x, i, -h)];
    return (real(f, above) - real(f, below)) / (nth(above, i) - nth(below, i));
  },
  complex: (f, x, i, h) => complex(f, x, alone(x, i, h)).im / h,
};

/** The numerical gradient with some of its parts exchanged. */
const variant = (parts: Partial<Parts>): CompleteForm<NumericalGradient> => {
  const { step, width, central, complex: imaginary } = { ...right, ...parts };
  return (f, x, options) =>
    x.map((xi, i) => {
      const h = width(options.step ?? step(options), xi);
      return options.method === 'complex' ? imaginary(f, x, i, h) : central(f, x, i, h);
    });
};

export const misconceptions: readonly Misconception<NumericalGradient>[] = [
  {
    id: 'numericalGradient/one-sided',
    title: 'the forward difference (f(x + h) - f(x)) / h',
    hint: 'Take the difference over both sides of x: its error falls with the square of the step.',
    caughtBy: 'of a quadratic the central difference is exact with every step',
    implementation: variant({ central: (f, x, i, h) => (real(f, moved(x, i, h)) - real(f, x)) / h }),
  },
  {
    id: 'numericalGradient/not-halved',
    title: 'the central difference divided by h instead of 2 h',
    hint: 'The two points are 2 h apart.',
    caughtBy: 'a square',
    implementation: variant({
      central: (f, x, i, h) => (real(f, moved(x, i, h)) - real(f, moved(x, i, -h))) / h,
    }),
  },
  {
    id: 'numericalGradient/smallest-step',
    title: 'the machine epsilon as the step of a central difference',
    hint: 'With a step this small the two values of f differ in their last digits alone: take the cube root of epsilon.',
    caughtBy: 'the central difference gives the symbolic derivative, up to what half the step changes',
    implementation: variant({
      step: (options) => (options.method === 'complex' ? right.step(options) : 2 ** -52),
      width: (step) => step,
    }),
  },
  {
    id: 'numericalGradient/all-at-once',
    title: 'every coordinate moved at the same time',
    hint: 'A partial derivative moves one coordinate and keeps the others where they are.',
    caughtBy: 'a product of two',
    implementation: variant({
      central: (f, x, _, h) => {
        const shifted = (by: number): Vector => x.map((xi) => xi + by);
        return (real(f, shifted(h)) - real(f, shifted(-h))) / (2 * h);
      },
      complex: (f, x, _, h) =>
        complex(
          f,
          x,
          x.map(() => h),
        ).im / h,
    }),
  },
  {
    id: 'numericalGradient/real-part',
    title: 'the real part of the complex step',
    hint: "The derivative is in the imaginary part: f(x + ih) = f(x) + ih f'(x) - ...",
    caughtBy: 'a product of two',
    implementation: variant({ complex: (f, x, i, h) => complex(f, x, alone(x, i, h)).re / h }),
  },
  {
    id: 'numericalGradient/step-of-float64',
    title: 'the format ignored',
    hint: 'A function computed in float32 rounds 2^29 times more: its step must be larger.',
    caughtBy: 'the step follows from the format and from the size of each coordinate',
    implementation: variant({ step: ({ method }) => right.step(method === undefined ? {} : { method }) }),
  },
];
