import {
  minMaxNormalizeGradient,
  minMaxNormalize as reference,
} from '../../reference/convolution/min-max-normalize.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf } from '../values/nest.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './min-max-normalize.misconceptions.ts';
import {
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
  roundedShares,
  tiedEdges,
  variedTensors,
  wholeRangeLaw,
} from './shared/normalization.ts';

export const minMaxNormalize: Entry<Normalization> = {
  id: 'minMaxNormalize',
  lecture: 5,
  title: 'Normalization to 0..1',
  latex: String.raw`y_i = \frac{x_i - \min_j x_j}{\max_j x_j - \min_j x_j}`,
  source: ['Han, Kamber, Pei (2011), Data Mining: Concepts and Techniques, section 3.5.2', 'Lecture 5'],
  parameters: NORMALIZATION_PARAMETERS,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/convolution/min-max-normalize.ts'),
  gradient: {
    wrt: ['x'],
    reference: minMaxNormalizeGradient,
    inputs: distinctTensors,
    kinks: {
      'ties at both ends': 'each of several least or largest may be the one that counts; the convention is the first',
    },
  },

  inputs: variedTensors(),
  extreme: constantTensors,
  edges: { ...normalizationEdges, ...tiedEdges },
  extremeEdges: constantEdges,
  illegal: normalizationIllegal,
  hardCases: normalizationHardCases,

  worked: [
    {
      name: 'two rows',
      origin: 'by hand: the least is 1, the spread 4',
      args: [
        [
          [1, 2],
          [3, 5],
        ],
      ],
      expected: [
        [0, 0.25],
        [0.5, 1],
      ],
    },
    {
      name: 'both signs',
      origin: 'by hand: the least is -2, the spread 8',
      args: [[-2, 0, 6]],
      expected: [0, 0.25, 1],
    },
  ],

  laws: [
    law('the least becomes 0 and the largest 1', variedTensors(), async (normalize, x) => {
      const [items, shares, errors] = [
        itemsOf(x),
        itemsOf(await normalize(x)),
        itemsOf(normalize.allowed(x) as Tensor),
      ];
      items.forEach((item, i) => {
        if (item === Math.min(...items)) expectClose(shares[i], 0, errors[i] as number);
        if (item === Math.max(...items)) expectClose(shares[i], 1, errors[i] as number);
      });
    }),
    law('the order of sizes is kept', variedTensors(), async (normalize, x) => {
      const [items, shares, errors] = [
        itemsOf(x),
        itemsOf(await normalize(x)),
        itemsOf(normalize.allowed(x) as Tensor),
      ];
      const order = [...items.keys()].sort((i, j) => (items[i] as number) - (items[j] as number));
      order.slice(1).forEach((j, k) => {
        const i = order[k] as number;
        const slack = (errors[i] as number) + (errors[j] as number);
        expectThat(
          (shares[i] as number) <= (shares[j] as number) + slack,
          `${items[i]} became ${shares[i]}, ${items[j]} ${shares[j]}`,
        );
      });
    }),
    law('the negative of a tensor takes the rest of the way', variedTensors(), async (normalize, x) => {
      const negative = mapNumbers(x, (xi) => 0 - xi);
      expectClose(
        await normalize(negative),
        mapNumbers(await normalize(x), (y) => 1 - y),
        normalize.allowed(negative),
        normalize.allowed(x),
        2 ** -50,
      );
    }),
    ...normalizationLaws,
    wholeRangeLaw,
  ],

  misconceptions,

  rounding: (r, x) => overAll(x, (items) => roundedShares(r, items)),
};
