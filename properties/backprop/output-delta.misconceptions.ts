import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { OutputDelta } from './output-delta.ts';

const s = (z: number): number => 1 / (1 + Math.exp(-z));
const slope = (z: number): number => s(z) * (1 - s(z));
const at = (values: Vector, i: number): number => nth(values, i);
const factorOf = (y: Vector, loss: 'mse' | 'half'): number => (loss === 'mse' ? 2 / y.length : 1);

export const misconceptions: readonly Misconception<OutputDelta>[] = [
  {
    id: 'outputDelta/sign-flipped',
    title: 'target minus activation',
    hint: 'Differentiate (t - y)^2 by y: the inner derivative is -1. The step against the gradient comes later.',
    caughtBy: 'one met, one missed',
    rearrangesResult: (deltas) => deltas.map((x) => -x),
    implementation: (y, t, d, loss) => y.map((yi, i) => factorOf(y, loss) * (at(t, i) - yi) * slope(at(d, i))),
  },
  {
    id: 'outputDelta/derivative-at-activation',
    title: "the derivative of the sigmoid is taken at the activation, s'(y)",
    hint: 'y is the sigmoid already. Take the derivative at the drive, or write it with y itself: what is s(1 - s) there?',
    caughtBy: 'four units at ln 3',
    implementation: (y, t, _d, loss) => y.map((yi, i) => factorOf(y, loss) * (yi - at(t, i)) * slope(yi)),
  },
  {
    id: 'outputDelta/derivative-missing',
    title: 'the derivative of the sigmoid is missing',
    hint: 'The loss depends on the drive through the sigmoid: the chain rule asks for its derivative as a factor.',
    caughtBy: 'one met, one missed',
    implementation: (y, t, _d, loss) => y.map((yi, i) => factorOf(y, loss) * (yi - at(t, i))),
  },
  {
    id: 'outputDelta/factor-missing',
    title: 'the factor 2/m of the mean squared error is missing',
    hint: "With 'mse' the loss is a mean of squares over m units: its derivative has a 2 and a 1/m. Only 'half' has none.",
    caughtBy: "'mse' is 2/m times 'half'",
    implementation: (y, t, d) => y.map((yi, i) => (yi - at(t, i)) * slope(at(d, i))),
  },
  {
    id: 'outputDelta/loss-ignored',
    title: 'the factor 2/m whatever the loss',
    hint: "Look at the fourth argument: the factor 2/m belongs to 'mse'. What is it if the loss begins with one half?",
    caughtBy: "'mse' is 2/m times 'half'",
    implementation: (y, t, d) => y.map((yi, i) => (2 / y.length) * (yi - at(t, i)) * slope(at(d, i))),
  },
];
