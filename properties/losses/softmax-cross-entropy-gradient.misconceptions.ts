import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { SoftmaxCrossEntropyGradient } from './softmax-cross-entropy-gradient.ts';

const softmax = (z: Vector): Vector => {
  const exponentials = z.map((x) => Math.exp(x - Math.max(...z)));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((e) => e / sum);
};

/** p - t, divided by what is given. */
const difference = (p: Matrix, t: Matrix, divisor: number): Matrix =>
  p.map((row, n) => row.map((x, c) => (x - nth(nth(t, n), c)) / divisor));

export const misconceptions: readonly Misconception<SoftmaxCrossEntropyGradient>[] = [
  {
    id: 'softmaxCrossEntropyGradient/summed',
    title: 'the gradient of the summed loss',
    hint: 'The loss is the mean over the samples, so its gradient has their number below the line.',
    caughtBy: 'two samples, logits ln 1, ln 3',
    implementation: (logits, t) => difference(logits.map(softmax), t, 1),
  },
  {
    id: 'softmaxCrossEntropyGradient/sign-flipped',
    title: 'with the opposite sign',
    hint: 'The gradient points uphill: raising the logit of a class with target 0 raises the loss, so its entry is positive.',
    caughtBy: 'even odds',
    rearrangesResult: (result) => result.map((row) => row.map((x) => -x)),
    implementation: (logits, t) => difference(logits.map(softmax), t, -logits.length),
  },
  {
    id: 'softmaxCrossEntropyGradient/divided-by-elements',
    title: 'divided by the number of elements',
    hint: 'The loss is averaged over the samples only: divide by N, not by N times C.',
    caughtBy: 'even odds',
    implementation: (logits, t) => difference(logits.map(softmax), t, logits.length * (logits[0]?.length ?? 1)),
    clearOn: (logits) => logits.length > 1,
  },
  {
    id: 'softmaxCrossEntropyGradient/softmax-missing',
    title: 'the logits in the place of the probabilities',
    hint: 'Turn the logits into probabilities before you subtract the targets.',
    caughtBy: 'even odds',
    implementation: (logits, t) => difference(logits, t, logits.length),
  },
];
