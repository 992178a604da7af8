import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { Sgd } from './sgd.ts';

const moved = (theta: Vector, gradient: Vector, rate: number): Vector =>
  theta.map((x, i) => x + rate * nth(gradient, i));

export const misconceptions: readonly Misconception<Sgd>[] = [
  {
    id: 'sgd/ascent',
    title: 'a step up the gradient',
    hint: 'The gradient points uphill: subtract it.',
    caughtBy: 'rate 1/2',
    rearranges: (theta, gradient, options) => [theta, gradient.map((g) => -g), options],
    implementation: (theta, gradient, { learningRate }) => moved(theta, gradient, learningRate),
  },
  {
    id: 'sgd/learning-rate-ignored',
    title: 'the learning rate is ignored',
    hint: 'Multiply the gradient by the learningRate of the options; its default holds only where none is given.',
    caughtBy: 'rate 1/2',
    implementation: (theta, gradient) => moved(theta, gradient, -1),
  },
];
