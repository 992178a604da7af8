import type { Misconception } from '../entry/entry.ts';
import type { ResnetBlock } from './resnet-block.ts';
import { plainConvolution, plainFeatures, rectified, summed } from './shared/plain-features.ts';

export const misconceptions: readonly Misconception<ResnetBlock>[] = [
  {
    id: 'resnetBlock/skip-missing',
    title: 'the layers do not add what they were given',
    hint: 'Each residual layer adds its input to its features: F(a) + a.',
    caughtBy: 'a layer without weights and biases changes nothing, wherever it is',
    implementation: (x, first, layers) => layers.reduce(plainFeatures, plainFeatures(x, first)),
  },
  {
    id: 'resnetBlock/one-skip',
    title: 'one skip around all of the layers',
    hint: 'Every residual layer has a skip of its own: add what it was given before the next one.',
    caughtBy: 'two layers',
    implementation: (x, first, layers) => {
      const begun = plainFeatures(x, first);
      return summed(layers.reduce(plainFeatures, begun), begun);
    },
  },
  {
    id: 'resnetBlock/relu-missing',
    title: 'no relu in the residual layers',
    hint: 'F is relu of a convolution: negative drives become 0 before the sum.',
    caughtBy: 'the result is nowhere below the features of the first layer',
    implementation: (x, first, layers) =>
      layers.reduce((a, layer) => summed(plainConvolution(a, layer), a), plainFeatures(x, first)),
  },
  {
    id: 'resnetBlock/relu-last',
    title: 'relu of the sum',
    hint: 'relu belongs to F, inside of the skip: take it of the convolution, and add its input after it.',
    caughtBy: 'the result is nowhere below the features of the first layer',
    implementation: (x, first, layers) =>
      layers.reduce((a, layer) => rectified(summed(plainConvolution(a, layer), a)), plainFeatures(x, first)),
  },
  {
    id: 'resnetBlock/first-linear',
    title: 'no relu after the first convolution',
    hint: 'The first convolution is followed by relu as well.',
    caughtBy: 'a first layer that changes nothing, and one without weights, leave the positive pixels',
    implementation: (x, first, layers) =>
      layers.reduce((a, layer) => summed(plainFeatures(a, layer), a), plainConvolution(x, first)),
  },
];
