import fc from 'fast-check';
import { flattenGradient, flatten as reference } from '../../reference/convolution/flatten.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid } from '../inputs/inputs.ts';
import { tensors } from '../inputs/tensors.ts';
import { variedImages } from '../inputs/varied.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, shapeOfNest } from '../values/nest.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Matrix, Tensor } from '../values/value.ts';
import { misconceptions } from './flatten.misconceptions.ts';

export type Flatten = (x: Tensor) => Matrix;

const inputs: fc.Arbitrary<[Tensor]> = fc.tuple(tensors(1));

export const flatten: Entry<Flatten> = {
  id: 'flatten',
  lecture: 5,
  title: 'Flatten',
  latex: String.raw`y_{nj} = x_{n i_2 \dots i_r} \text{, with } j \text{ the place of } i_2 \dots i_r \text{ in row-major order}`,
  source: ['Géron (2019), Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow, chapter 14', 'Lecture 5'],
  parameters: { x: is.tensor('Tensor', { noNumber: true }) },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/convolution/flatten.ts'),
  gradient: { wrt: ['x'], reference: flattenGradient },

  inputs,

  edges: {
    'a vector': [[1, -2, 3]],
    'a vector of one': [[0.5]],
    'a matrix': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    'a row': [[[1, -2, 3]]],
    'a column': [[[1], [-2], [3]]],
    'a sequence': [
      [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        [
          [7, 8],
          [9, 10],
          [11, 12],
        ],
      ],
    ],
    'images of three channels': [variedImages(2, 2, 3, 3)],
    'images of one pixel': [variedImages(3, 1, 1, 2)],
    'rank 5': [[[[[[1, 2]], [[3, 4]]]], [[[[5, 6]], [[7, 8]]]]]],
  },
  illegal: {
    'a number alone': { args: [1], names: 'x' },
    empty: { args: [[]], names: 'x' },
    'samples without numbers': { args: [[[], []]], names: 'x' },
  },
  hardCases: {
    'a vector': (x) => shapeOfNest(x).length === 1,
    'a matrix': (x) => shapeOfNest(x).length === 2,
    images: (x) => shapeOfNest(x).length === 4,
    'rank 5': (x) => shapeOfNest(x).length === 5,
    'one sample': (x) => shapeOfNest(x)[0] === 1,
    'several samples of rank 2 and more': (x) => {
      const [samples = 0, ...rest] = shapeOfNest(x);
      return samples > 1 && rest.filter((length) => length > 1).length > 1;
    },
    'several channels': (x) => shapeOfNest(x).length > 2 && (shapeOfNest(x).at(-1) ?? 0) > 1,
  },

  worked: [
    {
      name: 'an image of two channels',
      origin: 'by hand: pixel after pixel, both channels of each',
      args: [
        [
          [
            [
              [1, 2],
              [3, 4],
            ],
            [
              [5, 6],
              [7, 8],
            ],
          ],
        ],
      ],
      expected: [[1, 2, 3, 4, 5, 6, 7, 8]],
    },
    {
      name: 'two images of one channel',
      origin: 'by hand: a row for each',
      args: [
        [
          [
            [[1], [2]],
            [[3], [4]],
          ],
          [
            [[5], [6]],
            [[7], [8]],
          ],
        ],
      ],
      expected: [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
    },
  ],

  laws: [
    law('the elements keep their row-major order', inputs, async (flatten, x) => {
      expectClose((await flatten(x)).flat(), itemsOf(x), 0);
    }),
    law('there is one row for each sample', inputs, async (flatten, x) => {
      const samples = x as Tensor[];
      expectClose(
        (await flatten(x)).map((row) => row.length),
        samples.map((sample) => itemsOf(sample).length),
        0,
      );
    }),
    sampleIndependence<Flatten>(inputs),
    law('what is flat already stays as it is', inputs, async (flatten, x) => {
      const rows = await flatten(x);
      expectClose(await flatten(rows), rows, 0);
    }),
    law('a factor may be taken out', fc.tuple(tensors(1, 5, grid), grid), async (flatten, x, c) => {
      const scaled = mapNumbers(x, (xi) => c * xi || 0);
      expectClose(
        await flatten(scaled),
        mapNumbers(await flatten(x), (y) => c * y || 0),
        0,
      );
    }),
  ],

  misconceptions,

  rounding: (_, x) => (Array.isArray(x) ? x.map((sample) => itemsOf(sample)) : []),
};
