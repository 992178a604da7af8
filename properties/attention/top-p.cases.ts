import type { Entry } from '../entry/entry.ts';
import type { TopP } from './top-p.ts';

export const edges: Entry<TopP>['edges'] = {
  'one logit': [[0.5], 0.5],
  'one token is enough': [[3, 0, -1], 0.5],
  'all are needed': [[0.5, 0.25, 0, -0.25], 0.95],
  'small p': [[1, 2, 0.5], 0.01],
  'p close to 1': [[4, 1, -2, -6], 0.999],
  'a rare token is needed': [[3, 0.5, -6], 0.99995],
  'no token alone reaches p': [[0.5, 0.125, 0.25, 0.375], 0.4],
  'each token reaches p': [[0.5, 0.125, 0.25], 0.2],
  'the last is the most probable': [[-1, 0, 1, 3], 0.9],
  'two digits and one': [[10, 9, -8, 8.5], 0.9],
  'all negative': [[-1, -2.5, -10, -9], 0.8],
};

export const worked: Entry<TopP>['worked'] = [
  {
    name: 'a half, three eighths and an eighth, p = 0.6',
    origin: 'by hand: 4/8 is less than 0.6, with 3/8 it is enough: 4/7 and 3/7',
    args: [[Math.log(3), Math.log(4), Math.log(1)], 0.6],
    expected: [3 / 7, 4 / 7, 0],
  },
  {
    name: 'the same, p = 0.4',
    origin: 'by hand: 4/8 alone is enough, and 3/8 would not be',
    args: [[Math.log(3), Math.log(4), Math.log(1)], 0.4],
    expected: [0, 1, 0],
  },
  {
    name: 'the same, p = 0.9',
    origin: 'by hand: 7/8 is not enough, so all are kept',
    args: [[Math.log(3), Math.log(4), Math.log(1)], 0.9],
    expected: [3 / 8, 4 / 8, 1 / 8],
  },
];
