import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { GradientDescentStep } from './gradient-descent-step.ts';

const moved = (w: Vector, gradient: Vector, rate: number): Vector => w.map((x, i) => x + rate * nth(gradient, i));

/** The update as the notes print it, without its minus sign. */
export const multiplicative: GradientDescentStep = (w, gradient, learningRate) =>
  w.map((x, i) => x * learningRate * nth(gradient, i));

export const misconceptions: readonly Misconception<GradientDescentStep>[] = [
  {
    id: 'gradientDescentStep/ascent',
    title: 'a step up the gradient',
    hint: 'The gradient points uphill: subtract it.',
    caughtBy: 'rate 1/2',
    rearranges: (w, gradient, rate) => [w, gradient.map((g) => -g), rate],
    implementation: moved,
  },
  {
    id: 'gradientDescentStep/learning-rate-ignored',
    title: 'the learning rate is ignored',
    hint: 'Multiply the gradient by the learning rate before you subtract it.',
    caughtBy: 'rate 1/2',
    implementation: (w, gradient) => moved(w, gradient, -1),
  },
  {
    id: 'gradientDescentStep/multiplicative',
    title: 'the weight is multiplied by the step',
    hint: 'The step is a difference: the notes have lost a minus sign between w and alpha.',
    caughtBy: 'rate 1/2',
    implementation: multiplicative,
  },
];
