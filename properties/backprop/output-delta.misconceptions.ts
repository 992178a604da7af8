import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { OutputDelta } from './output-delta.ts';

const s = (z: number): number => 1 / (1 + Math.exp(-z));
const slope = (z: number): number => s(z) * (1 - s(z));
const at = (values: Vector, i: number): number => nth(values, i);
const factorOf = (y: Vector, loss: 'mse' | 'half'): number => (loss === 'mse' ? 2 / y.length : 1);

const derivative = (a: number): number => a * (1 - a);

/** The error, of either sign, where the activation belongs: in the derivative alone, or in both factors. */
const ERRORS_FOR_ACTIVATIONS: readonly ((y: number, t: number) => number)[] = [
  (y, t) => (y - t) * derivative(y - t),
  (y, t) => (t - y) * derivative(t - y),
  (y, t) => (y - t) * derivative(t - y),
  (y, t) => derivative(y - t),
  (y, t) => derivative(t - y),
  (y, t) => (y - t) * slope(y - t),
];

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
  {
    id: 'outputDelta/half-factor',
    title: 'the factor 1/m of half the mean squared error',
    hint: "With 'mse' nothing cancels the 2 from the square: the factor is 2/m.",
    caughtBy: 'four units at ln 3',
    implementation: (y, t, d, loss) =>
      y.map((yi, i) => (loss === 'mse' ? 1 / y.length : 1) * (yi - at(t, i)) * slope(at(d, i))),
    readings: [(y, t, d) => y.map((yi, i) => (1 / y.length) * (yi - at(t, i)) * slope(at(d, i)))],
  },
  {
    id: 'outputDelta/error-derivative',
    title: 'the derivative of the sigmoid is taken of the error, e (1 - e)',
    hint: 'In a (1 - a) a is the activation: the factor beside the error is y (1 - y), not the error times 1 less the error.',
    caughtBy: 'four units at ln 3',
    implementation: (y, t, _d, loss) =>
      y.map((yi, i) => factorOf(y, loss) * nth(ERRORS_FOR_ACTIVATIONS, 0)(yi, at(t, i))),
    readings: ERRORS_FOR_ACTIVATIONS.slice(1).map(
      (delta) => (y, t, _d, loss) => y.map((yi, i) => factorOf(y, loss) * delta(yi, at(t, i))),
    ),
  },
];
