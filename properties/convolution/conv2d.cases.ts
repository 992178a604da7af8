import type { Conv2dOptions } from '../../reference/convolution/conv2d.ts';
import type { Entry } from '../entry/entry.ts';
import { variedImages, variedMatrix } from '../inputs/varied.ts';
import { nth } from '../values/nth.ts';
import type { Images, Kernel } from '../values/value.ts';
import type { Conv2d } from './conv2d.ts';
import { complete } from './shared/conv2d-inputs.ts';
import { paddedImages, tapsOf } from './shared/padded-images.ts';
import { image, kernel } from './shared/single-channel.ts';

export const edges: Entry<Conv2d>['edges'] = {
  'one pixel, one weight': [[[[[1.5]]]], [[[[-2]]]], [0.25]],
  'kernel as large as the image': [image([1, 2, -3], [0.5, 4, 1]), kernel([2, -1, 0.5], [1, 3, -2]), [0]],
  'square, not symmetric': [image([1, 2, 3], [4, 5, 6], [7, 8, 10]), kernel([1, -2], [3, 0.5]), [1]],
  "even kernel under 'same'": [image([1, 2, 3, 4]), kernel([1, 10]), [0], { padding: 'same' }],
  "stride 2 under 'same', even size": [
    image([1, 2, 3, 4]),
    kernel([1, 10, 100]),
    [0],
    { strides: [1, 2], padding: 'same' },
  ],
  "stride 2 under 'same', odd size": [
    image([1], [2], [3], [4], [5]),
    kernel([1], [10], [100]),
    [0],
    { strides: [2, 1], padding: 'same' },
  ],
  "windows that end before the image does, 'same'": [
    image([1, 2, 3, 4, 5, 6]),
    kernel([10]),
    [0.5],
    { strides: [1, 3], padding: 'same' },
  ],
  "windows that end before the image does in rows, 'same'": [
    image([1], [2], [3], [4], [5], [6]),
    kernel([10]),
    [0.5],
    { strides: [3, 1], padding: 'same' },
  ],
  "strides beyond the kernel that leave padding, 'same'": [
    image([1, 2, 3, 4, 5]),
    kernel([1, 10, 100]),
    [0.5],
    { strides: [1, 4], padding: 'same' },
  ],
  "a kernel of four rows and columns under 'same'": [
    image(...variedMatrix(5, 5)),
    kernel(...variedMatrix(4, 4, 3)),
    [0],
    { padding: 'same' },
  ],
  'four channels, a kernel of four rows and five columns': [
    variedImages(2, 5, 6, 4),
    variedImages(4, 5, 4, 3, 5),
    [0.5, -1, 0.25],
  ],
  'strides that divide evenly': [
    image(...variedMatrix(5, 7)),
    kernel(...variedMatrix(3, 3, 4)),
    [0.5],
    { strides: [2, 2] },
  ],
  "kernel 3 and stride 2 under 'same', four rows, five columns": [
    image(...variedMatrix(4, 5)),
    kernel(...variedMatrix(3, 3, 4)),
    [0],
    { strides: [2, 2], padding: 'same' },
  ],
  "kernel 3 and stride 2 under 'same', five rows, four columns": [
    image(...variedMatrix(5, 4)),
    kernel(...variedMatrix(3, 3, 4)),
    [0],
    { strides: [2, 2], padding: 'same' },
  ],
  "kernel 2 and stride 2 under 'same', four rows, five columns": [
    image(...variedMatrix(4, 5)),
    kernel(...variedMatrix(2, 2, 4)),
    [0],
    { strides: [2, 2], padding: 'same' },
  ],
  'rows left over': [
    image([1, 2], [3, 4], [5, 6], [7, 8]),
    kernel([1, -1], [2, 0.5], [0, 3]),
    [0],
    { strides: [2, 2] },
  ],
  "kernel larger than the image under 'same'": [
    image([2, -1]),
    kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]),
    [0],
    { padding: 'same' },
  ],
  "only padding under the taps of a 'same' kernel": [
    image([3]),
    kernel([1, 10]),
    [0.5],
    { dilations: [1, 3], padding: 'same' },
  ],
  'strides that differ': [
    image([1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]),
    kernel([1, 100]),
    [0],
    { strides: [2, 1] },
  ],
  'dilations that differ': [
    image([1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]),
    kernel([1, 10], [100, 1000]),
    [0],
    { dilations: [1, 3] },
  ],
  'equal dilations': [
    image([1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]),
    kernel([1, 10], [100, 1000]),
    [0],
    { dilations: [2, 2] },
  ],
  'channels in and out, two images': [
    [
      [[[1, 2, -1]], [[0, 0.5, 4]]],
      [[[-2, 1, 3]], [[0.25, -1, 0]]],
    ],
    [
      [
        [
          [1, -1],
          [0.5, 2],
          [3, 0],
        ],
      ],
    ],
    [10, -10],
  ],
  'all zeros': [image([0, 0], [0, 0]), kernel([0, 0]), [0]],
  decimals: [[[[[0.1], [-0.7]]]], [[[[0.3]], [[1.1]]]], [0.9]],
  'three images, three filters, a tall kernel': [
    [
      [[[1]], [[2]], [[-1]], [[3]]],
      [[[0.5]], [[-2]], [[4]], [[1]]],
      [[[-3]], [[1]], [[2]], [[5]]],
    ],
    [[[[1, -2, 0.5]]], [[[3, 1, -1]]], [[[2, -0.5, 4]]], [[[-1, 1.5, 2]]]],
    [0.5, -1, 2],
  ],
};

export const illegal: Entry<Conv2d>['illegal'] = {
  'channels differ': { args: [[[[[1, 2]]]], [[[[1]]]], [0]], names: 'kernel' },
  'channels differ, more in the kernel': { args: [[[[[1]]]], [[[[1], [1]]]], [0]], names: 'kernel' },
  'kernel larger than a valid input': { args: [image([1, 2]), kernel([1], [2]), [0]], names: 'kernel' },
  'dilated kernel larger than a valid input': {
    args: [image([1, 2, 3]), kernel([1, 2]), [0], { dilations: [1, 3] }],
    names: 'kernel',
  },
  'kernel larger than the padded input': {
    args: [image([1, 2]), kernel([1, 2, 3, 4]), [0], { padding: { top: 2, bottom: 2, left: 1, right: 0 } }],
    names: 'kernel',
  },
  'bias of another length': { args: [image([1, 2]), kernel([1]), [0, 0]], names: 'bias' },
  'padding without end': {
    args: [image([1, 2]), kernel([1]), [0], { padding: { top: 2 ** 50, bottom: 0, left: 0, right: 0 } }],
    names: 'options.padding',
  },
  'a fifth side of padding': {
    args: [image([1, 2]), kernel([1]), [0], { padding: { top: 0, bottom: 0, left: 0, right: 0, front: 1 } }],
    names: 'a key of options.padding',
  },
};

export const hardCases: Entry<Conv2d>['hardCases'] = {
  'only the padding': (_x, _k, _b, o) => o !== undefined && Object.keys(o).join() === 'padding',
  'all options': (_x, _k, _b, o) => o !== undefined && Object.keys(o).length === 3,
  'more than one image': (x) => x.length > 1,
  'more than one channel in': (x) => (x[0]?.[0]?.[0]?.length ?? 0) > 1,
  'more than one channel out': (_x, _k, b) => b.length > 1,
  'image not square': (x) => x[0]?.length !== x[0]?.[0]?.length,
  'kernel not square': (_x, k) => k.length !== k[0]?.length,
  'square kernel above 1': (_x, k) => k.length > 1 && k.length === k[0]?.length,
  '1x1 kernel': (_x, k) => k.length === 1 && k[0]?.length === 1,
  'strides that differ': (_x, _k, _b, o) => o?.strides !== undefined && o.strides[0] !== o.strides[1],
  'dilations that differ': (_x, _k, _b, o) => o?.dilations !== undefined && o.dilations[0] !== o.dilations[1],
  'a stride above 1 under valid': (_x, _k, _b, o) => o?.padding !== 'same' && Math.max(...complete(o).strides) > 1,
  "an odd number of zeros under 'same'": (x, k, _b, o) => o?.padding === 'same' && zeroRows(x, k, o) % 2 === 1,
  "zeros under 'same' that depend on the stride": (x, k, _b, o) =>
    o?.padding === 'same' && zeroRows(x, k, o) !== zeroRows(x, k, { ...o, strides: [1, 1] }),
  "windows that end before the image does, 'same'": (x, k, _b, o) => {
    const {
      strides: [stride],
      dilations: [dilation],
      padding,
    } = complete(o);
    const height = nth(x, 0).length;
    const lastWindow = (Math.ceil(height / stride) - 1) * stride;
    return padding === 'same' && lastWindow + (k.length - 1) * dilation + 1 < height;
  },
  "kernel larger than the image under 'same'": (x, k, _b, o) => o?.padding === 'same' && k.length > (x[0]?.length ?? 0),
  'a zero pixel': (x) => x.flat(3).includes(0),
  'equal pixels': (x) => x.flat(3).length > 4 && new Set(x.flat(3)).size === 1,
};

export const worked: Entry<Conv2d>['worked'] = [
  {
    name: 'a 2x2 kernel over 3x3',
    origin: 'by hand: 1·1 + 2·2 + 3·4 + 4·5 = 37, and so on',
    args: [image([1, 2, 3], [4, 5, 6], [7, 8, 9]), kernel([1, 2], [3, 4]), [0.5]],
    expected: image([37.5, 47.5], [67.5, 77.5]),
  },
  {
    name: "stride 2 under 'same', 4 wide",
    origin: 'by hand: one zero, at the right: 1 + 20 + 300, 3 + 40 + 0',
    args: [image([1, 2, 3, 4]), kernel([1, 10, 100]), [0], { strides: [1, 2], padding: 'same' }],
    expected: image([321, 43]),
  },
  {
    name: 'dilation 2',
    origin: 'by hand: taps on 1, 3, 5 of 5, and on 2, 4, 6 of 6',
    args: [image([1, 2, 3, 4, 5, 6]), kernel([1, 10, 100]), [0], { dilations: [1, 2] }],
    expected: image([531, 642]),
  },
  {
    name: 'two channels in, two out',
    origin: 'by hand: 3·1 + 4·10 + 5, 3·2 + 4·20 + 6',
    args: [
      [[[[3, 4]]]],
      [
        [
          [
            [1, 2],
            [10, 20],
          ],
        ],
      ],
      [5, 6],
    ],
    expected: [[[[48, 92]]]],
  },
  {
    name: 'strides and dilations both 2',
    origin: 'by hand: taps on 1 and 3, then on 3 and 5',
    args: [image([1, 2, 3, 4, 5]), kernel([1, 10]), [0], { strides: [2, 2], dilations: [2, 2] }],
    expected: image([31, 53]),
  },
];

/** Rows of zeros above and below an image. */
function zeroRows(x: Images, k: Kernel, o: Conv2dOptions): number {
  return nth(paddedImages(x, 0, tapsOf(k), complete(o)), 0).length - nth(x, 0).length;
}
