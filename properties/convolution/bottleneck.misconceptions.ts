import type { Misconception, WrongForm } from '../entry/entry.ts';
import type { Images } from '../values/value.ts';
import type { Bottleneck } from './bottleneck.ts';
import { convolutionMistakes } from './shared/convolution-mistakes.ts';
import { type Layer, plainConvolution, plainFeatures, rectified } from './shared/plain-features.ts';

const unbiased = ({ kernel, bias }: Layer): Layer => ({ kernel, bias: bias.map(() => 0) });
const right = (x: Images, reduce: Layer, conv: Layer): Images => plainFeatures(plainFeatures(x, reduce), conv);

export const misconceptions: readonly Misconception<Bottleneck>[] = [
  {
    id: 'bottleneck/reduce-linear',
    title: 'no relu after the reduction',
    hint: 'Both convolutions are followed by relu, the 1x1 one too: negative channels become 0 before the second convolution.',
    caughtBy: 'relu of both',
    implementation: (x, reduce, conv) => plainFeatures(plainConvolution(x, reduce), conv),
  },
  {
    id: 'bottleneck/relu-once',
    title: 'no relu at the end',
    hint: 'Both convolutions are followed by relu: the result is never negative.',
    caughtBy: 'the result is never negative',
    implementation: (x, reduce, conv) => plainConvolution(plainFeatures(x, reduce), conv),
  },
  {
    id: 'bottleneck/relu-missing',
    title: 'no relu at all',
    hint: 'Both convolutions are followed by relu; without it two of them are no more than one.',
    caughtBy: 'the result is never negative',
    implementation: (x, reduce, conv) => plainConvolution(plainConvolution(x, reduce), conv),
  },
  {
    id: 'bottleneck/bias-ignored',
    title: 'a bias is not added',
    hint: 'Both convolutions have a bias: add bias[o] to every pixel of channel o, before relu.',
    caughtBy: 'both biases',
    implementation: (x, reduce, conv) => right(x, unbiased(reduce), unbiased(conv)),
    readings: [
      (x, reduce, conv) => right(x, unbiased(reduce), conv),
      (x, reduce, conv) => right(x, reduce, unbiased(conv)),
    ],
  },
  ...convolutionMistakes<Bottleneck>(
    'bottleneck',
    'after a reduction that keeps the first channel, a kernel of a single 1 gives the pixels that its tap meets, where they are positive',
    (convolution): WrongForm<Bottleneck> =>
      (x, reduce, conv) =>
        rectified(convolution(plainFeatures(x, reduce), conv)),
  ),
];
