import type { TransposedConv2dOptions } from '../../reference/autoencoders/transposed-conv2d.ts';
import { imageSize } from '../convolution/shared/padded-images.ts';
import { image, kernel } from '../convolution/shared/single-channel.ts';
import type { Entry } from '../entry/entry.ts';
import { variedImages } from '../inputs/varied.ts';
import type { Images } from '../values/value.ts';
import { complete } from './shared/transposed-conv2d-inputs.ts';
import type { TransposedConv2d } from './transposed-conv2d.ts';

export const edges: Entry<TransposedConv2d>['edges'] = {
  'one pixel, one weight': [[[[[1.5]]]], [[[[-2]]]]],
  'three channels, a kernel of four rows and five columns': [
    variedImages(2, 3, 4, 3),
    variedImages(4, 5, 2, 3, 5),
    { strides: [2, 1] },
  ],
  'one pixel gives the kernel': [image([2]), kernel([1, 2, 3], [4, 5, 6])],
  'copies of the kernel that overlap': [image([1, -2], [3, 0.5]), kernel([1, 10], [100, 1000])],
  'copies of the kernel side by side': [image([1, -2, 3]), kernel([1, 10]), { strides: [1, 2] }],
  'copies of the kernel with gaps': [image([1, -2], [3, 0.5]), kernel([7]), { strides: [2, 3] }],
  "copies of the kernel with gaps, 'same'": [
    image([1, -2], [3, 0.5]),
    kernel([7]),
    { strides: [2, 3], padding: 'same' },
  ],
  "odd kernel, 'same'": [image([1, 2], [3, 4]), kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]), { padding: 'same' }],
  "even kernel, 'same'": [image([1, 2, 3]), kernel([1, 10], [100, 1000]), { padding: 'same' }],
  "odd kernel, stride 2, 'same'": [
    image([1, 2]),
    kernel([1, 10, 100], [2, 20, 200], [3, 30, 300]),
    { strides: [2, 2], padding: 'same' },
  ],
  "kernel 4, stride 2, 'same'": [
    image([1, 2], [3, 5]),
    kernel([1, 10, 100, 1000], [2, 20, 200, 2000], [3, 30, 300, 3000], [4, 40, 400, 4000]),
    { strides: [2, 2], padding: 'same' },
  ],
  "kernel larger than the result, 'same'": [image([2]), kernel([1, 2, 3, 4]), { padding: 'same' }],
  'strides that differ': [image([1, 2], [3, 4]), kernel([1, 10], [100, 1000]), { strides: [1, 3] }],
  'two images, channels in and out': [
    [[[[1, 2]]], [[[-3, 0.5]]]],
    [
      [
        [
          [1, 10],
          [2, 20],
          [-1, 5],
        ],
      ],
    ],
  ],
  'as many channels out as in': [
    [[[[1, 2]]]],
    [
      [
        [
          [1, -3],
          [10, 0.5],
        ],
      ],
    ],
  ],
  'all zeros': [image([0, 0]), kernel([0, 0]), { strides: [2, 2] }],
  decimals: [[[[[0.1], [-0.7]]]], [[[[0.3]], [[1.1]]]]],
  'three images': [[[[[1]]], [[[2]]], [[[-3]]]], [[[[0.5]], [[4]]]]],
};

export const illegal: Entry<TransposedConv2d>['illegal'] = {
  'channels differ': { args: [[[[[1, 2]]]], [[[[1]]]]], names: 'kernel' },
};

export const hardCases: Entry<TransposedConv2d>['hardCases'] = {
  'only the padding': (_y, _k, o) => Object.keys(o ?? {}).join() === 'padding',
  'only the strides': (_y, _k, o) => Object.keys(o ?? {}).join() === 'strides',
  'more than one image': (y) => y.length > 1,
  'as many channels out as in, above 1': (y, k) => channelsOf(y) > 1 && k[0]?.[0]?.length === channelsOf(y),
  'more channels out than in': (y, k) => (k[0]?.[0]?.length ?? 0) > channelsOf(y),
  'more channels in than out': (y, k) => (k[0]?.[0]?.length ?? 0) < channelsOf(y),
  'kernel not square': (_y, k) => k.length !== k[0]?.length,
  'image not square': (y) => y[0]?.length !== y[0]?.[0]?.length,
  'strides that differ': (_y, _k, o) => o?.strides !== undefined && o.strides[0] !== o.strides[1],
  "an odd number of rows to crop under 'same'": (_y, k, o) =>
    o?.padding === 'same' && k.length > rowStride(o) && (k.length - rowStride(o)) % 2 === 1,
  "rows that no copy of the kernel covers under 'same'": (_y, k, o) => o?.padding === 'same' && k.length < rowStride(o),
  'rows that no copy of the kernel covers, valid': (_y, k, o) => o?.padding !== 'same' && k.length < rowStride(o),
  'copies of the kernel that overlap': (y, k, o) => (y[0]?.length ?? 0) > 1 && k.length > rowStride(o),
  'a zero pixel': (y) => y.flat(3).includes(0),
  'equal pixels': (y) => y.flat(3).length > 3 && new Set(y.flat(3)).size === 1,
};

export const worked: Entry<TransposedConv2d>['worked'] = [
  {
    name: 'two pixels, a kernel of two',
    origin: 'by hand: 1·(1, 10) and, one further, 2·(1, 10)',
    args: [image([1, 2]), kernel([1, 10])],
    expected: image([1, 12, 20]),
  },
  {
    name: "stride 2 under 'same'",
    origin: 'by hand: 1·(1, 10, 100) and 2·(1, 10, 100) two further, of 5 columns the last is cut off',
    args: [image([1, 2]), kernel([1, 10, 100]), { strides: [1, 2], padding: 'same' }],
    expected: image([1, 10, 102, 20]),
  },
  {
    name: 'two channels in, two out',
    origin: 'by hand: 3·1 + 4·10, 3·2 + 4·20',
    args: [
      [[[[3, 4]]]],
      [
        [
          [
            [1, 10],
            [2, 20],
          ],
        ],
      ],
    ],
    expected: [[[[43, 86]]]],
  },
  {
    name: 'no padding, stride 2',
    origin: 'Dumoulin, Visin (2016), figure 4.5: 2x2 to 5x5 with a 3x3 kernel, here of ones over ones',
    args: [image([1, 1], [1, 1]), kernel([1, 1, 1], [1, 1, 1], [1, 1, 1]), { strides: [2, 2] }],
    expected: image([1, 1, 2, 1, 1], [1, 1, 2, 1, 1], [2, 2, 4, 2, 2], [1, 1, 2, 1, 1], [1, 1, 2, 1, 1]),
  },
];

function channelsOf(images: Images): number {
  return imageSize(images)[2];
}

function rowStride(options: TransposedConv2dOptions | undefined): number {
  return complete(options).strides[0];
}
