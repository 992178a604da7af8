import type { Entry } from '../entry/entry.ts';
import { variedImages } from '../inputs/varied.ts';
import type { Bottleneck } from './bottleneck.ts';
import { image, kernel } from './shared/single-channel.ts';

export const edges: Entry<Bottleneck>['edges'] = {
  'one of everything': [[[[[1.5]]]], { kernel: [[[[2]]]], bias: [0.25] }, { kernel: [[[[3]]]], bias: [-1] }],
  'all negative in between': [
    image([1, 2], [3, 4]),
    { kernel: [[[[-1]]]], bias: [0.5] },
    { kernel: kernel([1, 2]), bias: [0.25] },
  ],
  'all negative at the end': [
    image([1, 2], [3, 4]),
    { kernel: [[[[1]]]], bias: [0.5] },
    { kernel: kernel([-1, -2]), bias: [0.25] },
  ],
  'a bias around which the padding is 0': [
    image([0, 1, 0]),
    { kernel: [[[[1]]]], bias: [2] },
    { kernel: kernel([1, 10, 100]), bias: [0.5] },
  ],
  'four channels by two, 3x3': [
    variedImages(1, 3, 4, 4),
    { kernel: variedImages(1, 1, 4, 2, 3), bias: [0.5, 0.3125] },
    { kernel: variedImages(3, 3, 2, 4, 5), bias: [0.5, -1, 0.25, 0.3125] },
  ],
  'more channels in between': [
    image([1, -2], [3, 4]),
    { kernel: [[[[1, -1, 2]]]], bias: [0.5, 0.25, -1] },
    { kernel: [[[[1], [2], [-1]]]], bias: [6] },
  ],
  'even kernel': [
    image([1, -2, 3], [4, 5, -6]),
    { kernel: [[[[1]]]], bias: [0.5] },
    { kernel: kernel([1, 10], [100, 1000]), bias: [0.25] },
  ],
  'kernel larger than the image': [
    image([2, -1]),
    { kernel: [[[[2, -1]]]], bias: [0.5, 0.25] },
    { kernel: variedImages(3, 3, 2, 1), bias: [8] },
  ],
  'two images': [
    variedImages(2, 2, 3, 1),
    { kernel: [[[[1, -1]]]], bias: [0.3125, 0.1875] },
    { kernel: variedImages(1, 2, 2, 1, 2), bias: [0.5] },
  ],
  'all zeros': [image([0, 0], [0, 0]), { kernel: [[[[0]]]], bias: [0] }, { kernel: kernel([0, 0]), bias: [0] }],
  'drives of 0': [
    image([1, -1, 0, 2]),
    { kernel: [[[[1, -1]]]], bias: [0, 0] },
    { kernel: [[[[1], [-1]]]], bias: [0] },
  ],
  decimals: [[[[[0.1, -0.7]]]], { kernel: [[[[0.3], [-0.2]]]], bias: [0.9] }, { kernel: [[[[0.7]]]], bias: [0.1] }],
};

export const illegal: Entry<Bottleneck>['illegal'] = {
  'a first kernel of two columns': {
    args: [image([1, 2]), { kernel: kernel([1, 2]), bias: [0] }, { kernel: kernel([1]), bias: [0] }],
    names: 'reduce.kernel',
  },
  'a first kernel of two rows': {
    args: [image([1], [2]), { kernel: kernel([1], [2]), bias: [0] }, { kernel: kernel([1]), bias: [0] }],
    names: 'reduce.kernel',
  },
  'a first kernel of 3x3': {
    args: [
      image([1, 2, 3], [4, 5, 6], [7, 8, 9]),
      { kernel: kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]), bias: [0] },
      { kernel: kernel([1]), bias: [0] },
    ],
    names: 'reduce.kernel',
  },
  'channels of the images differ': {
    args: [[[[[1, 2]]]], { kernel: [[[[1]]]], bias: [0] }, { kernel: [[[[1]]]], bias: [0] }],
    names: 'reduce.kernel',
  },
  'channels in between differ': {
    args: [[[[[1]]]], { kernel: [[[[1, 2]]]], bias: [0, 0] }, { kernel: [[[[1]]]], bias: [0] }],
    names: 'conv.kernel',
  },
  'a bias too many in the first': {
    args: [[[[[1]]]], { kernel: [[[[1]]]], bias: [0, 0] }, { kernel: [[[[1]]]], bias: [0] }],
    names: 'reduce.bias',
  },
  'a bias too many in the second': {
    args: [[[[[1]]]], { kernel: [[[[1]]]], bias: [0] }, { kernel: [[[[1]]]], bias: [0, 0] }],
    names: 'conv.bias',
  },
};

export const worked: Entry<Bottleneck>['worked'] = [
  {
    name: 'both biases',
    origin: 'by hand: 1·3 + 2·4 - 1 = 10 and relu(0·3 - 1·4 - 1) = 0; 2·10 + 0.5 and 0 + 0.5',
    args: [
      [
        [
          [
            [1, 2],
            [0, -1],
          ],
        ],
      ],
      { kernel: [[[[3], [4]]]], bias: [-1] },
      { kernel: [[[[2]]]], bias: [0.5] },
    ],
    expected: image([20.5, 0.5]),
  },
  {
    name: 'relu of both',
    origin: 'by hand: 2 and relu(-3) = 0; relu(2 - 3) = 0 and 0 + 5·0 + 1',
    args: [image([2, -3]), { kernel: [[[[1]]]], bias: [0] }, { kernel: kernel([-1, 5]), bias: [1] }],
    expected: image([0, 1]),
  },
  {
    name: 'zeros around what was reduced',
    origin: 'by hand: 2 everywhere in the image and 0 outside: 2 + 20 and 2, not 22',
    args: [image([0, 0]), { kernel: [[[[1]]]], bias: [2] }, { kernel: kernel([1, 10]), bias: [0] }],
    expected: image([22, 2]),
  },
];
