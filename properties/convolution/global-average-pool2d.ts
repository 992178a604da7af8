import fc from 'fast-check';
import {
  globalAveragePool2dGradient,
  globalAveragePool2d as reference,
} from '../../reference/convolution/global-average-pool2d.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, zipNumbers } from '../values/tree.ts';
import { misconceptions } from './global-average-pool2d.misconceptions.ts';
import {
  type GlobalPooling,
  globalPoolEdges,
  globalPoolHardCases,
  globalPoolInputs,
  globalPoolLaws,
  gridImages,
  mapsOf,
} from './shared/global-pooling.ts';
import { image } from './shared/single-channel.ts';

export const globalAveragePool2d: Entry<GlobalPooling> = {
  id: 'globalAveragePool2d',
  lecture: 5,
  title: 'Global average pooling',
  latex: String.raw`y_{nc} = \frac{1}{H W} \sum_{i,j} x_{nijc}`,
  source: ['Lin, Chen, Yan (2013), Network In Network, section 3.2', 'Lecture 5'],
  parameters: { x: is.images() },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/convolution/global-average-pool2d.ts'),
  gradient: { wrt: ['x'], reference: globalAveragePool2dGradient },

  inputs: globalPoolInputs(),
  edges: globalPoolEdges,
  illegal: {},
  hardCases: globalPoolHardCases,

  worked: [
    {
      name: 'one map of four pixels',
      origin: 'by hand: (1 + 4 + 3 + 2) / 4',
      args: [image([1, 4], [3, 2])],
      expected: [[2.5]],
    },
    {
      name: 'two channels',
      origin: 'by hand: (1 + 3) / 2 and (-2 + 5) / 2',
      args: [
        [
          [
            [
              [1, -2],
              [3, 5],
            ],
          ],
        ],
      ],
      expected: [[2, 1.5]],
    },
    {
      name: 'two images',
      origin: 'by hand: (1 + 2) / 2 and (5 - 1) / 2',
      args: [[...image([1, 2]), ...image([5, -1])]],
      expected: [[1.5], [2]],
    },
  ],

  laws: [
    law(
      'the means of two images add up to that of their sum',
      fc.tuple(gridImages(), numbers(grid, 31)),
      async (pool, x, drawn) => {
        let next = 0;
        const other = mapNumbers(x, () => nth(drawn, next++ % drawn.length));
        const both = zipNumbers(x, other, (a, b) => a + b);
        const sum = zipNumbers(await pool(x), await pool(other), (a, b) => a + b);
        const each = [pool.allowed(x), pool.allowed(other)] as const;
        expectClose(await pool(both), sum, pool.allowed(both), ...each, ...each);
      },
    ),
    law('a map and its negative have a mean of 0', globalPoolInputs(), async (pool, x) => {
      const both = x.map((rows) => [...rows, ...mapNumbers(rows, (pixel) => 0 - pixel)]);
      const y = await pool(both);
      expectClose(
        y,
        mapNumbers(y, () => 0),
        pool.allowed(both),
      );
    }),
    ...globalPoolLaws,
  ],

  misconceptions,

  rounding: (r, x) => mapsOf(x).map((maps) => maps.map((pixels) => r.mean(pixels))),
};
