import fc from 'fast-check';
import { standardize as reference, standardizeGradient } from '../../reference/convolution/standardize.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf } from '../values/nest.ts';
import { mapNumbers, total } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import {
  areEqual,
  constantEdges,
  constantTensors,
  distinctTensors,
  NORMALIZATION_PARAMETERS,
  type Normalization,
  normalizationEdges,
  normalizationHardCases,
  normalizationIllegal,
  normalizationLaws,
  overAll,
  tiedEdges,
  variedTensors,
} from './shared/normalization.ts';
import { misconceptions } from './standardize.misconceptions.ts';

/** Elements within 1 of an offset of up to 1e6, not all equal. */
const offset: fc.Arbitrary<[x: Tensor]> = fc
  .tuple(distinctTensors, fc.constantFrom(1e6, -1e6, 65_536, 4096))
  .map(([[x], c]) => [mapNumbers(x, (xi) => c + xi / 8)]);

export const standardize: Entry<Normalization> = {
  id: 'standardize',
  lecture: 5,
  title: 'Standardization',
  latex: String.raw`y_i = \frac{x_i - \mu}{\sigma}, \quad \mu = \frac{1}{n} \sum_{i=1}^{n} x_i, \quad \sigma^2 = \frac{1}{n} \sum_{i=1}^{n} (x_i - \mu)^2`,
  source: ['LeCun, Bottou, Orr, Müller (1998), Efficient BackProp, section 4.3', 'Lecture 5'],
  parameters: NORMALIZATION_PARAMETERS,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/convolution/standardize.ts'),
  gradient: { wrt: ['x'], reference: standardizeGradient, inputs: distinctTensors },

  inputs: variedTensors(),
  extreme: fc.oneof(constantTensors, offset),
  edges: { ...normalizationEdges, ...tiedEdges },
  extremeEdges: { ...constantEdges, 'an offset of a million': [[999_999, 1_000_000, 1_000_001.5]] },
  illegal: normalizationIllegal,
  hardCases: normalizationHardCases,

  worked: [
    {
      name: 'two rows',
      origin: 'by hand: the mean is 5, the deviation 2, as (9 + 1 + 1 + 1 + 4 + 16) / 8 = 4',
      args: [
        [
          [2, 4, 4, 4],
          [5, 5, 7, 9],
        ],
      ],
      expected: [
        [-1.5, -0.5, -0.5, -0.5],
        [0, 0, 1, 2],
      ],
    },
  ],

  laws: [
    law('the mean becomes 0', variedTensors(), async (standardize, x) => {
      const y = await standardize(x);
      expectClose(total(y), 0, total(standardize.allowed(x)), 2 ** -50 * total(mapNumbers(y, Math.abs)));
    }),
    law('the mean square becomes 1', variedTensors(), async (standardize, x) => {
      const [items, errors] = [itemsOf(await standardize(x)), itemsOf(standardize.allowed(x) as Tensor)];
      const moved = items.map((y, i) => (2 * Math.abs(y) + (errors[i] as number)) * (errors[i] as number));
      expectClose(total(items.map((y) => y ** 2)), items.length, total(moved), 2 ** -50 * items.length);
    }),
    law('the negative of a tensor becomes the negative', variedTensors(), async (standardize, x) => {
      const negative = mapNumbers(x, (xi) => 0 - xi);
      expectClose(
        await standardize(negative),
        mapNumbers(await standardize(x), (y) => 0 - y),
        standardize.allowed(negative),
        standardize.allowed(x),
      );
    }),
    ...normalizationLaws,
  ],

  misconceptions,

  rounding: (r, x) =>
    overAll(x, (items) => {
      if (areEqual(items)) return items.map((item) => r.multiply(r.exact(0), item));
      const mu = r.mean(items);
      const centred = items.map((item) => r.subtract(item, mu));
      const sigma = r.sqrt(r.mean(centred.map((c) => r.square(c))));
      return centred.map((c) => r.divide(c, sigma));
    }),
};
