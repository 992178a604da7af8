import type { Misconception } from '../entry/entry.ts';
import type { Sigmoid } from './sigmoid.ts';

export const misconceptions: readonly Misconception<Sigmoid>[] = [
  {
    id: 'sigmoid/sign-flipped',
    title: '1 / (1 + e^z), which falls',
    hint: 'A large drive must give nearly 1. Which sign must the exponent have then?',
    caughtBy: 'at ln 3',
    implementation: (z) => 1 / (1 + Math.exp(z)),
  },
  {
    id: 'sigmoid/tanh-instead',
    title: 'the hyperbolic tangent',
    hint: 'The sigmoid lies between 0 and 1 and is 1/2 at 0; what you compute lies between -1 and 1.',
    caughtBy: 'at 0',
    implementation: (z) => Math.tanh(z),
  },
];
