import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import {
  type Assembly,
  assemblies,
  plainFeedForward,
  plainMultiHead,
  plainNormalized,
  sums,
} from './shared/plain-block.ts';
import type { TransformerEncoderBlock } from './transformer-encoder-block.ts';

/** What a form does otherwise, and where it leaves what it met. */
interface Parts {
  assembly?: (norm: 'pre' | 'post') => Assembly;
  activation?: 'none';
  masked?: false;
  feedForward?: false;
  seen?: { drives: Matrix[]; normed: Matrix[] };
}

/** An encoder block over plain arrays. */
export const plainEncoder =
  ({
    assembly = (norm) => assemblies[norm],
    activation: other,
    masked,
    feedForward,
    seen,
  }: Parts): WrongForm<TransformerEncoderBlock> =>
  (x, weights, heads, { norm, activation, epsilon, mask }) =>
    x.map((rows, n) => {
      const isOpen = (_i: number, j: number): boolean => masked === false || mask?.[n]?.[j] !== 0;
      const normalized = (of: 'attentionNorm' | 'feedForwardNorm') => (input: Matrix) => {
        seen?.normed.push(input);
        return plainNormalized(input, weights[of], epsilon);
      };
      const attended = assembly(norm)(rows, normalized('attentionNorm'), (input) =>
        plainMultiHead(input, input, weights.attention, heads, isOpen),
      );
      if (feedForward === false) return attended;
      return assembly(norm)(attended, normalized('feedForwardNorm'), (input) => {
        const { w, b } = weights.feedForward.hidden;
        seen?.drives.push(
          input.map((row) => b.map((bias, j) => row.reduce((s, v, i) => s + v * nth(nth(w, i), j), bias))),
        );
        return plainFeedForward(input, weights.feedForward, other ?? activation);
      });
    });

export const misconceptions: readonly Misconception<TransformerEncoderBlock>[] = [
  {
    id: 'transformerEncoderBlock/norm-swapped',
    title: 'post-norm for pre-norm, and pre-norm for post-norm',
    hint: 'Pre-norm normalizes what goes into a sublayer, x + f(norm(x)); post-norm the sum, norm(x + f(x)).',
    caughtBy: ['pre-norm, by hand', 'post-norm, by hand'],
    implementation: plainEncoder({ assembly: (norm) => assemblies[norm === 'pre' ? 'post' : 'pre'] }),
    readings: [plainEncoder({ assembly: () => assemblies.pre }), plainEncoder({ assembly: () => assemblies.post })],
  },
  {
    id: 'transformerEncoderBlock/residual-missing',
    title: 'what goes into a sublayer is not added to what comes out',
    hint: 'Each sublayer has a residual connection around it: add its input.',
    caughtBy: 'pre-norm, by hand',
    implementation: plainEncoder({
      assembly: (norm) => (x, normalized, f) => (norm === 'pre' ? f(normalized(x)) : normalized(f(x))),
    }),
  },
  {
    id: 'transformerEncoderBlock/residual-of-normalized',
    title: 'the residual connection carries the normalized input',
    hint: 'In pre-norm the residual connection goes around the normalization too: x + f(norm(x)).',
    caughtBy: 'pre-norm, by hand',
    implementation: plainEncoder({
      assembly: (norm) => (x, normalized, f) =>
        norm === 'pre' ? sums(normalized(x), f(normalized(x))) : normalized(sums(x, f(x))),
    }),
  },
  {
    id: 'transformerEncoderBlock/feed-forward-missing',
    title: 'without the feed-forward network',
    hint: 'After the attention every position goes through two dense layers, with a residual connection of its own.',
    caughtBy: 'pre-norm, by hand',
    implementation: plainEncoder({ feedForward: false }),
  },
  {
    id: 'transformerEncoderBlock/activation-missing',
    title: 'the feed-forward network has no activation',
    hint: 'Between the two layers of the feed-forward network is an activation; without it they are one linear layer.',
    caughtBy: 'a drive below 0',
    implementation: plainEncoder({ activation: 'none' }),
  },
  {
    id: 'transformerEncoderBlock/mask-ignored',
    title: 'padding is attended',
    hint: 'A position whose entry of the mask is 0 must get no weight in any softmax.',
    caughtBy: 'padding does not matter to the other positions',
    implementation: plainEncoder({ masked: false }),
  },
];
