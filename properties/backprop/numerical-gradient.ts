import fc from 'fast-check';
import { numericalGradient as reference } from '../../reference/backprop/numerical-gradient.ts';
import { flat, type NdArray } from '../../reference/ndarray.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { given, mild, numbers, size, take } from '../inputs/inputs.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { type Rounded, Rounding } from '../rounding/rounding.ts';
import { float64 } from '../values/format.ts';
import { nth } from '../values/nth.ts';
import { leaves, mapNumbers, mapTree } from '../values/tree.ts';
import type { Vector } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './numerical-gradient.cases.ts';
import { misconceptions } from './numerical-gradient.misconceptions.ts';
import { type Complex, complexArithmetic, realArithmetic, roundedArithmetic } from './shared/arithmetic.ts';
import { derivativeOf, evaluated } from './shared/expression.ts';

const parameters = {
  f: is.string(),
  x: is.tensor('Tensor', { noNumber: true }),
  options: is.options({
    method: is.choice(['central', 'complex'], { default: 'central' }),
    format: is.choice(['float64', 'float32'], { default: 'float64' }),
    step: is.number({ above: 0, optional: true, drawn: fc.integer({ min: 10, max: 24 }).map((k) => 2 ** -k) }),
  }),
};

type Options = OptionsOf<typeof parameters.options>;
/** The function is an expression in x1, x2, ... over the elements of x; see expression.ts. */
export type NumericalGradient = (f: string, x: Vector, options?: Options) => Vector;
type Arguments = Parameters<NumericalGradient>;

/** Functions of a variable v and of another one w, none of which leaves everyday sizes or has a kink. */
const FACTORS: readonly ((v: string, w: string) => string)[] = [
  (v) => v,
  (v) => `${v}^2`,
  (v) => `${v}^3`,
  (v) => `cos(${v})`,
  (v) => `sin(${v})`,
  (v) => `exp(${v} / 8)`,
  (v) => `tanh(${v})`,
  (v) => `sqrt(1 + ${v}^2)`,
  (v) => `log(1 + ${v}^2)`,
  (v) => `1 / (1 + exp(-${v}))`,
  (v, w) => `${v} / (1 + ${w}^2)`,
];

const coefficient = fc.integer({ min: -32, max: 32 }).map((k) => (k === 0 ? 1 : k) / 8);
const factor = fc.tuple(fc.nat(FACTORS.length - 1), fc.nat(5), fc.nat(5));
const term = fc.tuple(coefficient, fc.array(factor, { minLength: 1, maxLength: 2 }));

const functions: fc.Arbitrary<[f: string, x: Vector]> = fc
  .tuple(size(3), fc.array(term, { minLength: 1, maxLength: 3 }), numbers(mild, 3))
  .map(([n, terms, drawn]) => [
    terms
      .map(([c, factors]) =>
        [`(${c})`, ...factors.map(([k, i, j]) => `(${FACTORS[k]?.(variable(i % n), variable(j % n))})`)].join(' * '),
      )
      .join(' + '),
    take(drawn).vector(n),
  ]);

const method = fc.constantFrom<'central' | 'complex'>('central', 'complex');
const format = fc.constantFrom<'float64' | 'float32'>('float64', 'float32');
const cases: fc.Arbitrary<Arguments> = fc
  .tuple(functions, drawnOptions(parameters.options))
  .map(([fx, options]) => given(...fx, options));

/** Sums of squares of each variable alone and of products with the next one, and linear terms. */
const quadratics: fc.Arbitrary<{ c: Vector; d: Vector; x: Vector; f: string }> = fc
  .tuple(size(3), fc.array(coefficient, { minLength: 6, maxLength: 6 }), numbers(mild, 3))
  .map(([n, drawn, xs]) => {
    const [c, d, x] = [drawn.slice(0, n), drawn.slice(3, 3 + n), take(xs).vector(n)];
    return { c, d, x, f: c.map((a, i) => `(${a}) * ${variable(i)}^2 + (${d[i]}) * ${variable(i)}`).join(' + ') };
  });

export const numericalGradient: Entry<NumericalGradient> = {
  id: 'numericalGradient',
  lecture: 2,
  title: 'Numerical gradient',
  latex: String.raw`\frac{\partial f}{\partial x_i} \approx \frac{f(x + h_i e_i) - f(x - h_i e_i)}{2 h_i} \approx \frac{\operatorname{Im} f(x + \mathrm{i}\, h_i e_i)}{h_i}`,
  source: ['Squire, Trapp (1998), Using complex variables to estimate derivatives of real functions', 'Lecture 2'],
  parameters,
  result: is.tensor(),

  reference: (f: string, x: NdArray, ...options: [Options?]) =>
    reference(typeof f === 'string' ? functionOf(f, options[0]?.method) : f, x, ...options),

  inputs: cases,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    law(
      'the complex step gives the symbolic derivative, up to what half the step changes',
      fc.tuple(functions),
      async (gradient, [f, x]) => {
        const options: Options = { method: 'complex' };
        const got = await gradient(f, x, options);
        const finer = await gradient(f, x, { ...options, step: 2 ** -54 });
        // The truncation, of the order of h^2, is seen where the derivative itself is 0.
        const changed = got.map((g, i) => 2 * Math.abs(g - nth(finer, i)));
        const { value, allowed } = symbolic(f, x);
        expectClose(got, value, gradient.allowed(f, x, options), allowed, changed);
      },
    ),
    law(
      'the central difference gives the symbolic derivative, up to what half the step changes',
      fc.tuple(functions),
      async (gradient, [f, x]) => {
        const [whole, half]: [Options, Options] = [{}, { step: 2 ** -19 }];
        const got = await gradient(f, x, whole);
        const finer = await gradient(f, x, half);
        const { value, allowed } = symbolic(f, x);
        const changed = got.map((g, i) => 2 * Math.abs(g - nth(finer, i)));
        const noise = [gradient.allowed(f, x, whole), gradient.allowed(f, x, half)];
        const twice = noise.map((errors) => mapNumbers(errors, (error) => 2 * error));
        expectClose(got, value, allowed, changed, ...twice);
      },
    ),
    law(
      'of a quadratic the central difference is exact with every step',
      fc.tuple(quadratics, fc.integer({ min: 0, max: 18 })),
      async (gradient, { c, d, x, f }, k) => {
        const options = { step: 2 ** -k };
        const expected = x.map((xi, i) => 2 * nth(c, i) * xi + nth(d, i));
        const allowed = expected.map((slope) => 2 ** -50 * (1 + Math.abs(slope)));
        expectClose(await gradient(f, x, options), expected, gradient.allowed(f, x, options), allowed);
      },
    ),
    law(
      'for a cube the central difference is off by h^2 and the complex step by -h^2',
      fc.tuple(mild, fc.integer({ min: 2, max: 6 })),
      async (gradient, x, k) => {
        const h = 2 ** -k * Math.max(1, Math.abs(x));
        for (const [method, sign] of [
          ['central', 1],
          ['complex', -1],
        ] as const) {
          const options = { method, step: 2 ** -k };
          const allowed = 2 ** -50 * (3 * x * x + h * h);
          expectClose(
            await gradient('x1^3', [x], options),
            [3 * x * x + sign * h * h],
            gradient.allowed('x1^3', [x], options),
            [allowed],
          );
        }
      },
    ),
    law(
      'the step follows from the format and from the size of each coordinate',
      fc.tuple(fc.constantFrom(0, 0.5, -1, 2, -4, 8), method, format),
      async (gradient, x, how, kept) => {
        // The truncation of a cube about x itself is h^2, and nothing else is left at its centre.
        const step = { central: { float64: -18, float32: -8 }, complex: { float64: -53, float32: -24 } }[how][kept];
        const h = 2 ** step * Math.max(1, Math.abs(x));
        const f = `(x1 - (${x}))^3`;
        const got = await gradient(f, [x], { method: how, format: kept });
        expectClose(got, [how === 'central' ? h * h : -h * h], [2 ** -40 * h * h]);
      },
    ),
    law(
      'the gradient of a sum is the sum of the gradients',
      fc.tuple(functions, functions, method),
      async (gradient, [f, x], [g, more], how) => {
        // Both over the longer point.
        const at = x.length >= more.length ? x : more;
        const options = { method: how };
        const [ofF, ofG] = [await gradient(f, at, options), await gradient(g, at, options)];
        expectClose(
          await gradient(`(${f}) + (${g})`, at, options),
          ofF.map((slope, i) => slope + nth(ofG, i)),
          gradient.allowed(`(${f}) + (${g})`, at, options),
          gradient.allowed(f, at, options),
          gradient.allowed(g, at, options),
        );
      },
    ),
    law(
      'by a variable that does not occur the slope is 0',
      fc.tuple(functions, mild, method),
      async (gradient, [f, x], extra, how) => {
        const got = await gradient(f, [...x, extra], { method: how });
        expectClose(got.at(-1), 0, 0);
      },
    ),
  ],

  misconceptions,

  rounding: (r, f, array, { method, format, step }) => {
    const formatStep =
      method === 'central' ? { float64: 2 ** -18, float32: 2 ** -8 } : { float64: 2 ** -53, float32: 2 ** -24 };
    const s = step?.value ?? formatStep[format];
    const arithmetic = roundedArithmetic(r);
    // The elements of an array of any rank.
    const x = leaves<Rounded>(array, isRounded).map(({ leaf }) => leaf);
    const slopes = x.map((xi, i) => {
      const h = s * Math.max(1, Math.abs(xi.value));
      if (method === 'complex') {
        const z = x.map((re, j): Complex<Rounded> => ({ re, im: r.exact(j === i ? h : 0) }));
        return r.divide(evaluated(f, complexArithmetic(arithmetic), named(z)).im, r.exact(h));
      }
      const [above, below] = [xi.value + h, xi.value - h];
      const at = (moved: number): Rounded => evaluated(f, arithmetic, named(x.with(i, r.exact(moved))));
      return r.divide(r.subtract(at(above), at(below)), r.exact(above - below));
    });
    let next = 0;
    return mapTree<Rounded, Rounded>(array, isRounded, () => nth(slopes, next++));
  },
};

/** `x1` for the first. */
function variable(i: number): string {
  return `x${i + 1}`;
}

/** Values under the names x1, x2, ... */
function named<T>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value, i) => [variable(i), value]));
}

/** An expression as the function argument that the method takes. */
function functionOf(f: string, method: Options['method']): Parameters<typeof reference>[0] {
  if (method !== 'complex') return (x: NdArray) => evaluated(f, realArithmetic, named([...flat(x)]));
  const arithmetic = complexArithmetic(realArithmetic);
  return (re: NdArray, im: NdArray) => {
    const imaginary = flat(im);
    return evaluated(f, arithmetic, named([...flat(re)].map((a, i) => ({ re: a, im: imaginary[i] as number }))));
  };
}

/** The gradient as mathjs derives it, with the rounding error of its evaluation. */
function symbolic(f: string, x: Vector): { value: Vector; allowed: Vector } {
  const r = new Rounding(float64);
  const at = named(x.map((xi) => r.exact(xi)));
  const slopes = x.map((_, i) => evaluated(derivativeOf(f, variable(i)), roundedArithmetic(r), at));
  return { value: slopes.map(({ value }) => value), allowed: slopes.map(({ error }) => error) };
}
