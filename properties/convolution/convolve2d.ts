import fc from 'fast-check';
import { convolve2d as reference } from '../../reference/convolution/convolve2d.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import * as is from '../parameters/parameter.ts';
import { misconceptions } from './convolve2d.misconceptions.ts';
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

export const convolve2d: Entry<Planar> = {
  id: 'convolve2d',
  lecture: 5,
  title: 'Convolution',
  latex: String.raw`y_{ij} = \sum_{u,v} k_{uv} \, x_{i + r - u, \, j + s - v}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.1, equation 9.4', 'Lecture 5'],
  parameters: PLANAR_PARAMETERS,
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/convolution/convolve2d.ts'),

  inputs: planarInputs(),
  edges: planarEdges,
  illegal: planarIllegal,
  hardCases: planarHardCases,

  worked: [
    {
      name: 'two weights',
      origin: 'by hand: 2 + 10 * 1, 3 + 10 * 2',
      args: [[[1, 2, 3]], [[1, 10]]],
      expected: [[12, 23]],
    },
    {
      name: 'four weights',
      origin: 'by hand: 1 * 4 + 10 * 3 + 100 * 2 + 1000 * 1',
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
      expected: [[1234]],
    },
    {
      name: 'one row, full',
      origin: 'by hand: the digits of 321 * 11, from the last',
      args: [[[1, 2, 3]], [[1, 1]], 'full'],
      expected: [[1, 3, 5, 3]],
    },
    {
      name: 'an even kernel, same',
      origin: "by hand: the first three of 1, 12, 23, 30, as 'full' has them",
      args: [[[1, 2, 3]], [[1, 10]], 'same'],
      expected: [[1, 12, 23]],
    },
  ],

  laws: [
    law('image and kernel may be exchanged', fc.tuple(planarInputs()), async (convolve, [image, kernel]) => {
      expectClose(
        await convolve(image, kernel, 'full'),
        await convolve(kernel, image, 'full'),
        convolve.allowed(image, kernel, 'full'),
        convolve.allowed(kernel, image, 'full'),
      );
    }),
    ...planarLaws((row) => row),
  ],

  misconceptions,

  rounding: (r, image, kernel, padding) =>
    windowsOf(image, turned(kernel), padding).map((row) => row.map(({ pixels, weights }) => r.dot(pixels, weights))),
};
