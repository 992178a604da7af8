import fc from 'fast-check';
import { geluGradient, gelu as reference } from '../../reference/attention/gelu.ts';
import { farDrive } from '../backprop/shared/drives.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { mild, unit } from '../inputs/inputs.ts';
import { logits } from '../inputs/logits.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { mapTree } from '../values/tree.ts';
import { misconceptions } from './gelu.misconceptions.ts';
import { roundedErf } from './shared/rounded-erf.ts';

const parameters = {
  z: is.tensor('number'),
  options: is.options({ approximate: is.choice(['tanh', 'none'], { default: 'tanh', extended: true }) }),
};

export type GeluOptions = OptionsOf<typeof parameters.options>;
export type Gelu = (z: number, options?: GeluOptions) => number;

const EXACT: GeluOptions = { approximate: 'none' };
const form = fc.constantFrom<GeluOptions>({ approximate: 'tanh' }, EXACT, EXACT);

export const gelu: Entry<Gelu> = {
  id: 'gelu',
  lecture: 11,
  title: 'Gaussian error linear unit',
  latex: String.raw`\operatorname{gelu}(z) = \frac{z}{2} \Bigl( 1 + \tanh \bigl( \sqrt{2 / \pi}\, (z + 0.044715 z^3) \bigr) \Bigr)`,
  source: ['Hendrycks, Gimpel (2016), Gaussian Error Linear Units, section 2', 'Lecture 11'],
  parameters,
  result: is.tensor('number'),

  reference,
  accelerated: () => import('../../accelerated/attention/gelu.ts'),
  gradient: {
    wrt: ['z'],
    reference: geluGradient,
    inputs: fc.oneof(fc.tuple(mild), fc.tuple(mild, form)),
  },

  inputs: fc.tuple(mild),
  extreme: fc.tuple(farDrive),
  // Arrays go element by element.
  extended: fc.oneof(fc.tuple(fc.oneof(mild, logits, farDrive), form), fc.tuple(logits)),

  edges: {
    zero: [0],
    one: [1],
    'minus one': [-1],
    ten: [10],
    'minus ten': [-10],
    'a decimal': [-9.7],
    lowest: [-0.75],
  },
  extremeEdges: {
    'where the tail underflows': [-30],
    'where e^w overflows': [100],
    'where e^-w overflows': [-100],
    'where the cube overflows': [1e150],
    'where the cube of its size overflows': [-1e150],
    'the end of the range': [1e308],
    'the other end': [-1e308],
  },
  illegal: {
    empty: { args: [[]], names: 'z' },
  },
  hardCases: {
    zero: (z) => z === 0,
    negative: (z) => z < 0,
    'near 0': (z) => z !== 0 && Math.abs(z) < 1 / 64,
    'around 1, where the cube counts': (z) => Math.abs(z) > 0.5 && Math.abs(z) < 3,
    'above 4': (z) => Math.abs(z) > 4,
  },

  worked: [
    { name: 'at 0', origin: 'by hand: 0 (1 + 0)', args: [0], expected: 0 },
    {
      name: 'at 1',
      origin: 'by hand: w = 0.7978845608 · 1.044715 = 0.8335619689, tanh w = 0.6823839812, (1 + tanh w) / 2',
      args: [1],
      expected: 0.8411919906082768,
    },
    {
      name: 'at -1',
      origin: 'by hand: what is at 1, less 1',
      args: [-1],
      expected: -0.15880800939172324,
    },
  ],

  laws: [
    law('gelu(z) - gelu(-z) = z', fc.tuple(mild), async (gelu, z) => {
      const [here, there] = [await gelu(z), await gelu(0 - z)];
      expectClose(here - there, z, gelu.allowed(z), gelu.allowed(0 - z), 2 ** -52 * Math.abs(z));
    }),
    law('it lies between relu(z) - 0.171 and relu(z), on the side of z', fc.tuple(mild), async (gelu, z) => {
      const [g, allowed] = [await gelu(z), gelu.allowed(z)];
      const relu = Math.max(0, z);
      expectThat(g <= relu + allowed && g >= relu - 0.171, `got ${g} at ${z}`);
      expectThat(g * Math.sign(z) >= -allowed, `got ${g} at ${z}, of the other sign`);
    }),
    law('gelu(z) = -e^2w gelu(-z)', fc.tuple(unit), async (gelu, z) => {
      const power = Math.exp(2 * Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3));
      const there = power * (await gelu(0 - z));
      expectClose(await gelu(z), -there, gelu.allowed(z), power * gelu.allowed(0 - z), 2 ** -48 * Math.abs(there));
    }),
    law('near 0 it is z / 2 + z^2 / sqrt(2 pi)', fc.tuple(unit), async (gelu, whole) => {
      const z = whole / 16;
      // The next term of the series is -0.067 z^4.
      const expected = z / 2 + z ** 2 / Math.sqrt(2 * Math.PI);
      expectClose(await gelu(z), expected, gelu.allowed(z), 0.07 * z ** 4, 2 ** -50 * Math.abs(z));
    }),
    law(
      'the two forms differ by at most 4.8e-4, and far out not at all',
      fc.tuple(mild),
      async (gelu, z) => {
        const [approximate, exact] = [await gelu(z), await gelu(z, EXACT)];
        const apart = Math.abs(z) > 6 ? 1e-8 * Math.abs(z) : 4.8e-4;
        expectClose(exact, approximate, gelu.allowed(z, EXACT), gelu.allowed(z), apart);
      },
      { extended: true },
    ),
    law(
      'the exact form is z / 2 + z^2 (1 - z^2 / 6) / sqrt(2 pi) near 0',
      fc.tuple(unit),
      async (gelu, whole) => {
        const z = whole / 8;
        // The next factor of the series is z^4 / 40.
        const expected = z / 2 + (z ** 2 * (1 - z ** 2 / 6)) / Math.sqrt(2 * Math.PI);
        expectClose(await gelu(z, EXACT), expected, gelu.allowed(z, EXACT), 0.01 * z ** 6, 2 ** -50 * Math.abs(z));
      },
      { extended: true },
    ),
  ],

  misconceptions,

  rounding: (r, z, { approximate }) =>
    mapTree<Rounded, Rounded>(z, isRounded, (zi) => (approximate === 'tanh' ? tanhForm(r, zi) : exactForm(r, zi))),
};

function tanhForm(r: Rounding, z: Rounded): Rounded {
  // There the sigmoid is 0 or 1 for good, and the cube may overflow.
  if (Math.abs(z.value) > 40) return r.multiply(z, r.exact(z.value > 0 ? 1 : 0));
  const cube = r.multiply(r.square(z), z);
  const inner = r.add(z, r.multiply(r.rounded(0.044715), cube));
  return r.multiply(z, r.sigmoid(r.multiply(r.rounded(2 * Math.sqrt(2 / Math.PI), 3), inner)));
}

function exactForm(r: Rounding, z: Rounded): Rounded {
  const erf = roundedErf(r, r.multiply(z, r.rounded(Math.SQRT1_2)));
  return r.multiply(r.multiply(r.exact(0.5), z), r.add(r.exact(1), erf));
}
