import fc from 'fast-check';
import { chainRule as reference } from '../../reference/backprop/chain-rule.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, logUniform, unit } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { Rounding } from '../rounding/rounding.ts';
import { float64 } from '../values/format.ts';
import { nth } from '../values/nth.ts';
import { misconceptions } from './chain-rule.misconceptions.ts';
import { realArithmetic, roundedArithmetic } from './shared/arithmetic.ts';
import { derivativeOf, evaluated, substituted } from './shared/expression.ts';

/** A function of z and its derivative, as expressions; see expression.ts. */
export type Pair = { f: string; derivative: string };
export type ChainRule = (pairs: Pair[], x: number) => { value: number; derivative: number };

/** Functions that keep numbers of everyday size at everyday size, however often they are composed. */
const PAIRS: readonly Pair[] = [
  { f: 'z^2 / 4', derivative: 'z / 2' },
  { f: 'z^3 / 16', derivative: '3 * z^2 / 16' },
  { f: 'exp(z / 4)', derivative: 'exp(z / 4) / 4' },
  { f: 'sin(z)', derivative: 'cos(z)' },
  { f: 'cos(z)', derivative: '-sin(z)' },
  { f: 'tanh(z)', derivative: '1 - tanh(z)^2' },
  { f: '1 / (1 + exp(-z))', derivative: 'exp(-z) / (1 + exp(-z))^2' },
  { f: 'sqrt(1 + z^2)', derivative: 'z / sqrt(1 + z^2)' },
  { f: 'log(1 + z^2)', derivative: '2 * z / (1 + z^2)' },
  { f: 'z / (1 + z^2)', derivative: '(1 - z^2) / (1 + z^2)^2' },
];

const linear: fc.Arbitrary<Pair> = fc
  .tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -16, max: 16 }))
  .map(([a, b]) => ({ f: `(${a / 8}) * z + (${b / 8})`, derivative: `(${a / 8})` }));

const pair: fc.Arbitrary<Pair> = fc.oneof(
  { arbitrary: fc.constantFrom(...PAIRS), weight: 4 },
  { arbitrary: linear, weight: 1 },
);
const pairs: fc.Arbitrary<Pair[]> = fc.array(pair, { maxLength: 4 });
/** Up to 4 in size. */
const point: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: grid, weight: 3 },
  { arbitrary: unit, weight: 3 },
  { arbitrary: logUniform.map((x) => x / 2), weight: 3 },
  { arbitrary: fc.constant(0), weight: 1 },
);

const [square, , exponential, sine] = PAIRS as [Pair, Pair, Pair, Pair];
const doubled: Pair = { f: '2 * z', derivative: '2' };
const increased: Pair = { f: 'z + 3', derivative: '1' };
const squared: Pair = { f: 'z^2', derivative: '2 * z' };

export const chainRule: Entry<ChainRule> = {
  id: 'chainRule',
  lecture: 2,
  title: 'Chain rule',
  latex: String.raw`(f \circ g)'(x) = f'(g(x))\, g'(x)`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.5.2', 'Lecture 2'],
  parameters: {
    pairs: is.list(is.record({ f: is.string(), derivative: is.string() }), { mayBeEmpty: true }),
    x: is.number(),
  },
  result: is.record({ value: is.number(), derivative: is.number() }),

  reference: (functions: Pair[], x: number) =>
    // The reference refuses what is not a list of records.
    reference(
      (Array.isArray(functions) ? functions.map((each) => compiled(each)) : functions) as Parameters<
        typeof reference
      >[0],
      x,
    ),

  inputs: fc.tuple(pairs, point),

  edges: {
    'no function': [[], 1.5],
    'one function': [[sine], 0.5],
    'a constant inside': [[exponential, { f: '2', derivative: '0' }], 0.75],
    'at a stationary point of the inner one': [[exponential, square], 0],
    'the same function three times': [[sine, sine, sine], 1],
    'a sum and a product': [[doubled, increased], 1],
  },
  illegal: {},
  hardCases: {
    'no function': (functions) => functions.length === 0,
    'one function': (functions) => functions.length === 1,
    'two different functions': (functions) => functions.length === 2 && functions[0]?.f !== functions[1]?.f,
    'three or more functions': (functions) => functions.length > 2,
    'x = 0': (_, x) => x === 0,
    'x above 1 in size': (_, x) => Math.abs(x) > 1,
  },

  worked: [
    {
      name: 'the sine of a square',
      origin: 'by hand: at x = 0.5 sin(1/4), derivative 2x cos(1/4) = cos(1/4)',
      args: [[sine, squared], 0.5],
      expected: { value: Math.sin(0.25), derivative: Math.cos(0.25) },
    },
    {
      name: 'the square of a sum',
      origin: 'by hand: (2 + 3)^2 = 25, derivative 2 (2 + 3) 1 = 10',
      args: [[squared, increased], 2],
      expected: { value: 25, derivative: 10 },
    },
    {
      name: 'three functions',
      origin: 'by hand: ((2 1) + 3)^2 = 25, derivative 2 5 1 2 = 20',
      args: [[squared, increased, doubled], 1],
      expected: { value: 25, derivative: 20 },
    },
  ],

  laws: [
    law("it is mathjs's derivative of the composed expression", fc.tuple(pairs, point), async (chain, functions, x) => {
      const composed = functions.reduceRight((inner, { f }) => substituted(f, 'z', inner), 'x');
      const r = new Rounding(float64);
      const at = { x: r.exact(x) };
      const value = evaluated(composed, roundedArithmetic(r), at);
      const derivative = evaluated(derivativeOf(composed, 'x'), roundedArithmetic(r), at);
      expectClose(
        await chain(functions, x),
        { value: value.value, derivative: derivative.value },
        chain.allowed(functions, x),
        { value: value.error, derivative: derivative.error },
      );
    }),
    law('the identity before or behind changes nothing', fc.tuple(pairs, point), async (chain, functions, x) => {
      const identity: Pair = { f: 'z', derivative: '1' };
      const whole = await chain(functions, x);
      expectClose(await chain([identity, ...functions], x), whole, 0);
      expectClose(await chain([...functions, identity], x), whole, 0);
    }),
    law(
      'twice the outermost function has twice the derivative',
      fc.tuple(pairs, point),
      async (chain, functions, x) => {
        const { value, derivative } = await chain(functions, x);
        expectClose(await chain([doubled, ...functions], x), { value: 2 * value, derivative: 2 * derivative }, 0);
      },
    ),
    law(
      'composed in two parts it is the product of the parts',
      fc.tuple(pairs, pairs, point),
      async (chain, outer, inner, x) => {
        const first = await chain(inner, x);
        const second = await chain(outer, first.value);
        // The value is the same number on both ways; the product is rounded in another order.
        expectClose(
          await chain([...outer, ...inner], x),
          { value: second.value, derivative: second.derivative * first.derivative },
          { value: 0, derivative: 2 ** -48 * Math.abs(second.derivative * first.derivative) + 2 ** -1022 },
        );
      },
    ),
    law(
      'a function behind its inverse is the identity',
      fc.tuple(point, fc.integer({ min: -8, max: 8 })),
      async (chain, x, k) => {
        const forth: Pair = { f: 'exp(z / 4)', derivative: 'exp(z / 4) / 4' };
        const back: Pair = { f: '4 * log(z)', derivative: '4 / z' };
        const [away, home]: [Pair, Pair] = [
          { f: `z + (${k})`, derivative: '1' },
          { f: `z - (${k})`, derivative: '1' },
        ];
        const all = [home, back, forth, away];
        expectClose(await chain(all, x), { value: x, derivative: 1 }, chain.allowed(all, x));
      },
    ),
  ],

  misconceptions,

  rounding: (r, functions, x) => {
    const arithmetic = roundedArithmetic(r);
    // Forward: what is drawn arrives at each function in turn. Backward, from the outermost, the slopes are multiplied.
    const drives = [x];
    for (const { f } of functions.toReversed()) drives.unshift(evaluated(f, arithmetic, { z: nth(drives, 0) }));
    const slopes = functions.map((each, k) => evaluated(each.derivative, arithmetic, { z: nth(drives, k + 1) }));
    return {
      value: nth(drives, 0),
      derivative: slopes.reduce((product, slope) => r.multiply(product, slope), r.exact(1)),
    };
  },
};

/** A pair of expressions as a pair of functions. */
function compiled({ f, derivative }: Pair): { f: unknown; derivative: unknown } {
  return { f: functionOf(f), derivative: functionOf(derivative) };
}

function functionOf(expression: unknown): unknown {
  return typeof expression === 'string' ? (z: number) => evaluated(expression, realArithmetic, { z }) : expression;
}
