import fc from 'fast-check';
import { crossCorrelate2d as reference } from '../../reference/convolution/cross-correlate2d.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import * as is from '../parameters/parameter.ts';
import { misconceptions } from './cross-correlate2d.misconceptions.ts';
import {
  PLANAR_PARAMETERS,
  type Planar,
  planarEdges,
  planarHardCases,
  planarIllegal,
  planarInputs,
  turned,
  windowsOf,
} from './shared/planar.ts';
import { planarLaws } from './shared/planar-laws.ts';

export const crossCorrelate2d: Entry<Planar> = {
  id: 'crossCorrelate2d',
  lecture: 5,
  title: 'Cross-correlation',
  latex: String.raw`y_{ij} = \sum_{u,v} k_{uv} \, x_{i + u - p, \, j + v - q}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.1, equation 9.6', 'Lecture 5'],
  parameters: PLANAR_PARAMETERS,
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/convolution/cross-correlate2d.ts'),

  inputs: planarInputs(),
  edges: planarEdges,
  illegal: planarIllegal,
  hardCases: planarHardCases,

  worked: [
    {
      name: 'two weights',
      origin: 'by hand: 1 + 10 * 2, 2 + 10 * 3',
      args: [[[1, 2, 3]], [[1, 10]]],
      expected: [[21, 32]],
    },
    {
      name: 'four weights',
      origin: 'by hand: 1 * 1 + 10 * 2 + 100 * 3 + 1000 * 4',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 10],
          [100, 1000],
        ],
      ],
      expected: [[4321]],
    },
    {
      name: 'one row, full',
      origin: 'by hand: 10 * 1, 1 + 10 * 2, 2 + 10 * 3, 3',
      args: [[[1, 2, 3]], [[1, 10]], 'full'],
      expected: [[10, 21, 32, 3]],
    },
    {
      name: 'an even kernel, same',
      origin: "by hand: the first three of 10, 21, 32, 3, as 'full' has them; TensorFlow's layer gives the last three",
      args: [[[1, 2, 3]], [[1, 10]], 'same'],
      expected: [[10, 21, 32]],
    },
  ],

  laws: [
    law(
      'exchanging image and kernel turns the result by 180 degrees',
      fc.tuple(planarInputs()),
      async (correlate, [image, kernel]) => {
        expectClose(
          await correlate(image, kernel, 'full'),
          turned(await correlate(kernel, image, 'full')),
          correlate.allowed(image, kernel, 'full'),
          turned(correlate.allowed(kernel, image, 'full')),
        );
      },
    ),
    ...planarLaws((row, taps) => taps - 1 - row),
  ],

  misconceptions,

  rounding: (r, image, kernel, padding) =>
    windowsOf(image, kernel, padding).map((row) => row.map(({ pixels, weights }) => r.dot(pixels, weights))),
};
