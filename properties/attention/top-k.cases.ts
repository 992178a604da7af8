import type { Entry } from '../entry/entry.ts';
import type { TopK } from './top-k.ts';

export const edges: Entry<TopK>['edges'] = {
  'one logit': [[1.875], 1],
  'k = n': [[0.5, -1.25, 2], 3],
  'k = 1': [[0.5, -1.25, 2], 1],
  'one less than n': [[2.3, -3.7, 0.1, -0.4], 3],
  'a tie at the edge': [[1, 2, 1, 1, 3], 3],
  'a tie at the top': [[3, 1, 3, 3], 1],
  'all tied': [[0.5, 0.5, 0.5, 0.5], 2],
  'all zero': [[0, 0, 0], 2],
  'all negative': [[-1, -2, -10, -9, -3], 3],
  'two digits and one': [[10, 9, -8, 1.5, -10], 2],
  'twelve logits': [[0.5, 1, 2, 11, 10, -3, 9, 0, 7, 6, -11, 8], 5],
};

export const extremeEdges: Entry<TopK>['edges'] = {
  'a thousand': [[1000, 999, 0], 2],
  'a thousand below': [[-1000, -999, -1001], 2],
  'the end of the range': [[1e30, -1e30, 1e30, 5], 2],
  'the far end below': [[-1e30, -1e30, -2e30], 2],
  'of both signs, all kept': [[1e30, -1e30, 0, 1000], 4],
};

export const worked: Entry<TopK>['worked'] = [
  {
    name: 'ln 1, ln 2, ln 6, k = 2',
    origin: 'by hand: 2 and 6 of 8',
    args: [[Math.log(1), Math.log(2), Math.log(6)], 2],
    expected: [0, 0.25, 0.75],
  },
  {
    name: 'ln 1, ln 2, ln 5, all',
    origin: 'by hand: 1, 2 and 5 of 8',
    args: [[Math.log(1), Math.log(2), Math.log(5)], 3],
    expected: [0.125, 0.25, 0.625],
  },
  {
    name: 'three alike, two kept',
    origin: 'by hand: the first two, a half each',
    args: [[1, 1, 1], 2],
    expected: [0.5, 0.5, 0],
  },
  { name: 'the largest alone', origin: 'by hand: e^z / e^z', args: [[0, 3, 2], 1], expected: [0, 1, 0] },
];
