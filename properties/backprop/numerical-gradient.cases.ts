import type { Entry } from '../entry/entry.ts';
import type { NumericalGradient } from './numerical-gradient.ts';

export const edges: Entry<NumericalGradient>['edges'] = {
  'a cube at 0': ['x1^3', [0]],
  'a cube at 0, in float32': ['x1^3', [0], { format: 'float32' }],
  'a cube at 0, complex': ['x1^3', [0], { method: 'complex' }],
  'an even function at 0': ['cos(x1)', [0]],
  'a constant': ['3', [1.5, -2]],
  'a saddle': ['x1 * x2', [2, -3], {}],
  'a large step': ['x1^3', [2], { step: 0.5 }],
  'a large complex step': ['x1^3', [2], { method: 'complex', step: 0.5 }],
  'a large point': ['x1^2', [4096]],
};

export const illegal: Entry<NumericalGradient>['illegal'] = {
  'no elements': { args: ['x1', []], names: 'x' },
};

export const hardCases: Entry<NumericalGradient>['hardCases'] = {
  'one variable': (_, x) => x.length === 1,
  'several variables': (_, x) => x.length > 1,
  'a coordinate above 1 in size': (_, x) => x.some((xi) => Math.abs(xi) > 1),
  'a coordinate of 0': (_, x) => x.includes(0),
  'central differences': (_f, _x, o) => o?.method !== 'complex',
  'complex step': (_f, _x, o) => o?.method === 'complex',
  'for float32': (_f, _x, o) => o?.format === 'float32' && o.step === undefined,
  'a step given': (_f, _x, o) => o?.step !== undefined,
  'no polynomial': (f) => /exp|log|tanh|cos|sin|sqrt|\//.test(f),
};

export const worked: Entry<NumericalGradient>['worked'] = [
  {
    name: 'a square',
    origin: 'by hand: ((3 + h)^2 - (3 - h)^2) / 2h = 6',
    args: ['x1^2', [3]],
    expected: [6],
  },
  {
    name: 'a cube at 0 gives the square of the step',
    origin: 'by hand: (h^3 + h^3) / 2h = h^2, h = 2^-18',
    args: ['x1^3', [0]],
    expected: [2 ** -36],
  },
  {
    name: 'a cube at 2 with step 1/4',
    origin: 'by hand: h = 1/2, (2.5^3 - 1.5^3) / 1 = 12.25, which is 12 + h^2',
    args: ['x1^3', [2], { step: 0.25 }],
    expected: [12.25],
  },
  {
    name: 'a cube at 2 with a complex step of 1/4',
    origin: 'by hand: Im (2 + i/2)^3 = 6 - 1/8, over 1/2: 12 - h^2',
    args: ['x1^3', [2], { method: 'complex', step: 0.25 }],
    expected: [11.75],
  },
  {
    name: 'a product of two',
    origin: 'by hand: the slope by each is the other',
    args: ['x1 * x2', [2, -3], { method: 'complex' }],
    expected: [-3, 2],
  },
  {
    name: 'e^x / sqrt(sin^3 x + cos^3 x) at 1.5',
    origin: 'Squire, Trapp (1998), table 1: 4.05342789389862',
    args: ['exp(x1) / sqrt(sin(x1)^3 + cos(x1)^3)', [1.5], { method: 'complex' }],
    expected: [4.053427893898621],
  },
];
