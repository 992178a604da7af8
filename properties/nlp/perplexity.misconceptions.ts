import type { Misconception } from '../entry/entry.ts';
import { total } from '../values/tree.ts';
import type { Vector } from '../values/value.ts';
import type { Perplexity } from './perplexity.ts';

const mean = (xs: Vector): number => total(xs) / xs.length;

export const misconceptions: readonly Misconception<Perplexity>[] = [
  {
    id: 'perplexity/base-two',
    title: 'a power of 2 of natural logarithms',
    hint: 'The logarithms are natural, so the power is of e: Math.exp, not 2 ** x; base 2 needs logarithms to base 2.',
    caughtBy: 'a half and an eighth',
    implementation: (text) => 2 ** -mean(text),
  },
  {
    id: 'perplexity/summed',
    title: 'the sum in place of the mean',
    hint: 'Divide the sum of the log-probabilities by the number of tokens before you take the power.',
    caughtBy: 'a fair die',
    clearOn: (text) => text.length > 1,
    implementation: (text) => Math.exp(-total(text)),
  },
  {
    id: 'perplexity/sign-flipped',
    title: 'e to the mean, without the minus',
    hint: 'Negate the mean before the power: the less probable a text is, the larger its perplexity.',
    caughtBy: 'a fair die',
    rearrangesResult: (perplexity) => 1 / perplexity,
    implementation: (text) => Math.exp(mean(text)),
  },
  {
    id: 'perplexity/cross-entropy',
    title: 'the cross-entropy: no power is taken',
    hint: 'Minus the mean of the log-probabilities is the cross-entropy; its perplexity is e to that.',
    caughtBy: 'certain',
    implementation: (text) => -mean(text),
  },
  {
    id: 'perplexity/mean-of-inverses',
    title: 'the mean of 1 / p',
    hint: 'Average the log-probabilities and take the power at the end: the mean of the inverse probabilities is another, larger number.',
    caughtBy: 'a half and an eighth',
    clearOn: (text) => text.length > 1,
    implementation: (text) => mean(text.map((x) => Math.exp(-x))),
  },
  {
    id: 'perplexity/mean-of-probabilities',
    title: '1 over the mean of the probabilities',
    hint: 'Average the log-probabilities, not the probabilities: the mean of the perplexity is a geometric one.',
    caughtBy: 'a half and an eighth',
    clearOn: (text) => text.length > 1,
    implementation: (text) => 1 / mean(text.map((x) => Math.exp(x))),
  },
];
