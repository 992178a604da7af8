import type { Misconception } from '../entry/entry.ts';
import { ADDED, AT_LEAST, CLIPPED, epsilonsFrom, type Guard } from '../losses/shared/guarded-logarithm.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { Cbow } from './cbow.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const meanOf = (xs: Vector): number => sum(xs) / xs.length;

/** The product of each token's row with the context, averaged or summed. */
export function logitsOf(context: Matrix, output: Matrix, pooled = meanOf): Vector {
  const h = transposed(context).map(pooled);
  return output.map((row) => sum(row.map((x, i) => x * nth(h, i))));
}

/** The loss over logits, the largest taken out. */
const cost = (z: Vector, target: number, log = Math.log): number => {
  const largest = Math.max(...z);
  return largest + log(sum(z.map((x) => Math.exp(x - largest)))) - nth(z, target);
};

const over =
  (loss: (z: Vector, target: number) => number, pooled = meanOf): Cbow =>
  (context, output, target) =>
    loss(logitsOf(context, output, pooled), target);

/** The probability of the target, then its logarithm: with the largest logit taken out, or with none. */
const softmaxThenLog =
  (shiftOf: (z: Vector) => number, log = Math.log) =>
  (z: Vector, target: number): number => {
    const powers = z.map((x) => Math.exp(x - shiftOf(z)));
    return -log(nth(powers, target) / sum(powers));
  };

const largestOf = (z: Vector): number => Math.max(...z);

/** A logarithm that a small number keeps from -Infinity. From 1e-30 on each shows beside the softmax of a logit 128 below another. */
const guardedBy = ({ log }: Guard): Cbow[] =>
  [largestOf, (): number => 0].flatMap((shiftOf) =>
    epsilonsFrom(1e-30).map((epsilon) => over(softmaxThenLog(shiftOf, (p) => log(p, epsilon)))),
  );
const guarded = [ADDED, AT_LEAST, CLIPPED].flatMap(guardedBy);

export const misconceptions: readonly Misconception<Cbow>[] = [
  {
    id: 'cbow/summed-context',
    title: 'the sum of the context in place of its mean',
    hint: 'Divide the sum of the context rows by their number: a context that is given twice should not count double.',
    caughtBy: 'the mean of two',
    clearOn: (context) => context.length > 1,
    rearranges: (context, output, target) => [context.map((row) => row.map((x) => x * context.length)), output, target],
    implementation: over(cost, sum),
  },
  {
    id: 'cbow/sign-flipped',
    title: 'without the minus sign',
    hint: 'The logarithm of a probability is never positive: the loss needs a minus sign to be never negative.',
    caughtBy: 'the mean of two',
    rearrangesResult: (loss) => -loss,
    implementation: over((z, target) => -cost(z, target)),
  },
  {
    id: 'cbow/base-two',
    title: 'logarithm to the base 2',
    hint: 'The loss is in nats: take the natural logarithm, Math.log.',
    caughtBy: 'vectors that cancel',
    rearrangesResult: (loss) => loss / Math.LN2,
    implementation: over((z, target) => cost(z, target) / Math.LN2),
    readings: [over((z, target) => cost(z, target, Math.log2))],
  },
  {
    id: 'cbow/softmax-then-log',
    title: 'the logarithm of a softmax that has vanished',
    hint: 'A softmax of e^-1000 is 0 and its logarithm is lost: the loss is max + log(sum e^(z - max)) - z[target], in one go.',
    caughtBy: 'the target at -1e4',
    verdict: 'unstable',
    implementation: over(softmaxThenLog(largestOf)),
    readings: [
      over(softmaxThenLog(() => 0)),
      // log sum exp without the largest taken out
      over((z, target) => Math.log(sum(z.map(Math.exp))) - nth(z, target)),
    ],
  },
  {
    id: 'cbow/epsilon-in-logarithm',
    title: 'a small number keeps the logarithm from -Infinity',
    hint: 'Leave the small number out: the loss is max + log(sum e^(z - max)) - z[target], which is finite for any logits.',
    caughtBy: 'hardly probable',
    implementation: nth(guarded, 0),
    readings: guarded.slice(1),
  },
];
