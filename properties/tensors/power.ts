import fc from 'fast-check';
import { powerGradient, power as reference } from '../../reference/tensors/power.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, logUniform, mild } from '../inputs/inputs.ts';
import { broadcastPairs, tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './power.misconceptions.ts';
import { broadcastEdges, broadcastHardCases, unbroadcastable } from './shared/broadcast-cases.ts';
import { elementwiseLaws } from './shared/broadcast-laws.ts';
import { broadcast } from './shared/broadcasting.ts';

export type Power = (a: Tensor, b: Tensor) => Tensor;

const notNearZero = logUniform.filter((x) => Math.abs(x) >= 1 / 64);
const base = notNearZero.map(Math.abs);
const exponent = fc.oneof(
  grid.filter((x) => Math.abs(x) <= 3),
  fc.integer({ min: -3, max: 4 }),
);
const positiveBases = broadcastPairs(base, exponent);
const oftenZero = fc.oneof({ arbitrary: mild, weight: 7 }, { arbitrary: fc.constant(0), weight: 1 });
const wholeExponents = broadcastPairs(oftenZero, fc.integer({ min: 0, max: 4 }));
const inverses = broadcastPairs(notNearZero, fc.integer({ min: -3, max: -1 }));
const inputs = fc.oneof(
  { arbitrary: positiveBases, weight: 3 },
  { arbitrary: wholeExponents, weight: 2 },
  { arbitrary: inverses, weight: 1 },
);

/** The exponents of those edges are small enough as they are, but for tens. */
const mildPowers = Object.fromEntries(
  Object.entries(broadcastEdges).map(([name, [a, b]]) => [name, [a, mapNumbers(b, (x) => (x >= 10 ? x / 10 : x))]]),
) as typeof broadcastEdges;

export const power: Entry<Power> = {
  id: 'power',
  lecture: 3,
  title: 'Powers of tensors',
  latex: String.raw`p_i = a_i^{b_i}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { a: is.tensor(), b: is.tensor() },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/power.ts'),
  gradient: { wrt: ['a', 'b'], reference: powerGradient, inputs: positiveBases },

  inputs,

  edges: {
    ...mildPowers,
    'zero to the zero': [0, 0],
    'zero to a power': [
      [0, 0],
      [1, 2],
    ],
    'negative bases': [
      [-2, -2, -3],
      [2, 3, 1],
    ],
    'inverses of powers of negative bases': [
      [-2, -2, -0.5],
      [-1, -2, -3],
    ],
    roots: [[4, 2, 0.25], 0.5],
    'negative exponents': [
      [4, 2],
      [-0.5, -2],
    ],
  },
  illegal: {
    ...unbroadcastable,
    'a root of a negative number': { args: [-4, 0.5], names: 'b' },
    'zero to a negative power': { args: [[1, 0], -1], names: 'b' },
  },
  hardCases: {
    ...broadcastHardCases,
    'zero to the zero': (a, b) => itemPairs(a, b).some(([x, y]) => x === 0 && y === 0),
    'a negative base': (a, b) => itemPairs(a, b).some(([x, y]) => x < 0 && y > 1),
    'a negative base, a negative exponent': (a, b) => itemPairs(a, b).some(([x, y]) => x < 0 && y < 0),
    'a broken exponent': (a, b) => itemPairs(a, b).some(([, y]) => !Number.isInteger(y)),
    'a negative exponent': (a, b) => itemPairs(a, b).some(([, y]) => y < 0),
  },

  worked: [
    { name: 'two numbers', origin: 'by hand: 2 * 2 * 2', args: [2, 3], expected: 8 },
    { name: 'squares of a vector', origin: 'by hand', args: [[1, -2, 3], 2], expected: [1, 4, 9] },
    { name: 'the powers of a base', origin: 'by hand', args: [2, [0, 1, -1, 0.5]], expected: [1, 2, 0.5, Math.SQRT2] },
  ],

  laws: [
    ...elementwiseLaws<Power>(inputs),
    law('the first power is the base, and the power 0 is 1', fc.tuple(tensors()), async (power, a) => {
      expectClose(await power(a, 1), a, power.allowed(a, 1));
      expectClose(
        await power(a, 0),
        mapNumbers(a, () => 1),
        power.allowed(a, 0),
      );
    }),
    law('a^b a = a^(b + 1)', positiveBases, async (power, a, b) => {
      const next = mapNumbers(b, (bi) => bi + 1);
      const product = broadcast(await power(a, b), a, (p, ai) => p * ai);
      const allowed = broadcast(power.allowed(a, b) as Tensor, a, (error, ai) => error * ai);
      const own = mapNumbers(product, (p) => 2 ** -52 * p);
      expectClose(product, await power(a, next), allowed, own, power.allowed(a, next));
    }),
    law('the power 1/2 squared is the base', fc.tuple(tensors(0, 5, base)), async (power, a) => {
      const root = await power(a, 0.5);
      const square = broadcast(root, root, (x, y) => x * y);
      const errors = broadcast(root, power.allowed(a, 0.5) as Tensor, (x, error) => 3 * x * error);
      expectClose(
        square,
        a,
        errors,
        mapNumbers(square, (x) => 2 ** -52 * x),
      );
    }),
  ],

  misconceptions,

  rounding: (r, a, b) => broadcast(a, b, (ai, bi) => powerOf(r, ai, bi)),
};

/**
 * By e^(b ln|a|), which bounds products as well: their roundings are no more than b times that of the logarithm. At 0
 * there is no logarithm, and a small whole power is a product.
 */
function powerOf(r: Rounding, a: Rounded, b: Rounded): Rounded {
  if (b.value === 0 && a.value <= 0) return r.exact(1);
  if (a.value === 0) return b.value === 1 ? a : r.power(a, b.value);
  if (a.value > 0) return r.exp(r.multiply(b, r.log(a)));
  const size = r.exp(r.multiply(r.detached(b), r.log(r.negate(a))));
  return b.value % 2 === 0 ? size : r.negate(size);
}

function itemPairs(a: Tensor, b: Tensor): [number, number][] {
  const pairs: [number, number][] = [];
  broadcast(a, b, (x, y) => pairs.push([x, y]));
  return pairs;
}
