import type { Misconception } from '../entry/entry.ts';
import type { DensenetBlock } from './densenet-block.ts';
import { joined, plainConvolution, plainFeatures, rectified } from './shared/plain-features.ts';

export const misconceptions: readonly Misconception<DensenetBlock>[] = [
  {
    id: 'densenetBlock/input-first',
    title: 'the features come behind what the layer was given',
    hint: 'Put the features of a layer first, and what it was given behind them: [F(a), a].',
    caughtBy: 'two layers',
    implementation: (x, layers) => layers.reduce((a, layer) => joined(a, plainFeatures(a, layer)), x),
  },
  {
    id: 'densenetBlock/last-alone',
    title: 'only the features of the last layer are given back',
    hint: 'A block passes everything on: the features of all layers, and the images behind them.',
    caughtBy: 'two layers',
    implementation: (x, layers) => {
      let [a, features] = [x, x];
      for (const layer of layers) {
        features = plainFeatures(a, layer);
        a = joined(features, a);
      }
      return features;
    },
  },
  {
    id: 'densenetBlock/relu-missing',
    title: 'no relu',
    hint: 'F is relu of a convolution: negative drives become 0.',
    caughtBy: 'no feature is negative',
    implementation: (x, layers) => layers.reduce((a, layer) => joined(plainConvolution(a, layer), a), x),
  },
  {
    id: 'densenetBlock/relu-last',
    title: 'relu of what is passed on too',
    hint: 'Only the convolution goes through relu: what a layer was given is passed on as it is.',
    caughtBy: 'the images are passed on bit by bit, behind all features',
    implementation: (x, layers) => layers.reduce((a, layer) => rectified(joined(plainConvolution(a, layer), a)), x),
  },
];
