import type { Entry } from '../entry/entry.ts';
import type { Adam } from './adam.ts';

export const edges: Entry<Adam>['edges'] = {
  'one parameter from rest': [{ theta: [0.5], m: [0], v: [0], t: 0 }, [-2.25]],
  'options empty': [{ theta: [1.5, -0.5], m: [0.25, -1], v: [0.5, 2], t: 3 }, [1, -1.5], {}],
  'second step': [{ theta: [1, -2], m: [0.125, -0.25], v: [0.0625, 0.25], t: 1 }, [0.75, 1.25]],
  'epsilon as large as the deviation': [
    { theta: [1, -1], m: [0.5, 0.25], v: [0.25, 0.0625], t: 2 },
    [0.5, -0.25],
    { learningRate: 0.5, epsilon: 0.5 },
  ],
  'nothing kept': [
    { theta: [2, 1], m: [3, -1], v: [4, 1], t: 5 },
    [0.5, -0.25],
    { learningRate: 0.1, beta1: 0, beta2: 0, epsilon: 0 },
  ],
  'learningRate alone': [
    { theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25], t: 2 },
    [0.75, 1.25],
    { learningRate: 0.5 },
  ],
  'beta1 alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25], t: 2 }, [0.75, 1.25], { beta1: 0.5 }],
  'beta2 alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25], t: 2 }, [0.75, 1.25], { beta2: 0.75 }],
  'epsilon alone': [{ theta: [1, -2], m: [0.5, -0.25], v: [0.5, 0.25], t: 2 }, [0.75, 1.25], { epsilon: 0.25 }],
  'rate 0': [{ theta: [2, 1], m: [3, -1], v: [4, 1], t: 5 }, [0.5, -0.25], { learningRate: 0 }],
};

export const extremeEdges: NonNullable<Entry<Adam>['extremeEdges']> = {
  'gradient 0 from rest': [{ theta: [0.75, -1.5], m: [0, 0], v: [0, 0], t: 0 }, [0, 0]],
  'gradient 0 in motion': [{ theta: [0.75, -1.5], m: [0.5, -0.25], v: [1, 2], t: 9 }, [0, 0]],
  'tiny gradient from rest': [
    { theta: [0.75, -1.5, 1], m: [0, 0, 0], v: [0, 0, 0], t: 0 },
    [Math.fround(1e-8), -Math.fround(1e-7), 0],
  ],
  'after a million steps': [{ theta: [0.75, -1.5], m: [0.5, -0.25], v: [1, 2], t: 1_000_000 }, [1.25, -0.5]],
};

export const illegal: Entry<Adam>['illegal'] = {
  'm shorter': { args: [{ theta: [1, 2], m: [0], v: [0, 0], t: 0 }, [1, 2]], names: 'state.m' },
  'v longer': { args: [{ theta: [1], m: [0], v: [0, 0], t: 0 }, [1]], names: 'state.v' },
  'gradient longer': { args: [{ theta: [1], m: [0], v: [0], t: 0 }, [1, 2]], names: 'gradient' },
};

export const worked: Entry<Adam>['worked'] = [
  {
    name: 'first step',
    origin: 'by hand: the corrected moments are 2 and 4, so the step is 0.25 2/(2+2)',
    args: [{ theta: [1], m: [0], v: [0], t: 0 }, [2], { learningRate: 0.25, beta1: 0.5, beta2: 0.75, epsilon: 2 }],
    expected: { theta: [0.875], m: [1], v: [1], t: 1 },
  },
  {
    name: 'second step',
    origin: 'by hand: moments 1 and 1, corrections 3/4 and 7/16, so the step is 0.3 (4/3)/(4/sqrt 7) = sqrt 7/10',
    args: [{ theta: [1], m: [1], v: [1], t: 1 }, [1], { learningRate: 0.3, beta1: 0.5, beta2: 0.75, epsilon: 0 }],
    expected: { theta: [1 - Math.sqrt(7) / 10], m: [1], v: [1], t: 2 },
  },
  {
    name: 'each moment with its own beta',
    origin: 'by hand: m = 0.75 4 + 0.25 8, v = 0.25 16 + 0.75 64; nothing moves at rate 0',
    args: [{ theta: [3], m: [4], v: [16], t: 6 }, [8], { learningRate: 0, beta1: 0.75, beta2: 0.25 }],
    expected: { theta: [3], m: [5], v: [52], t: 7 },
  },
];
