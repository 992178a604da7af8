import type { Misconception } from '../entry/entry.ts';
import type { ConvParameterCount } from './conv-parameter-count.ts';

export const misconceptions: readonly Misconception<ConvParameterCount>[] = [
  {
    id: 'convParameterCount/bias-forgotten',
    title: 'the biases are not counted',
    hint: 'Each filter has a bias beside its weights, unless the option `bias` is false: add 1 for each filter.',
    caughtBy: 'the biases are one for each filter',
    implementation: ([kh, kw], channels, filters) => kh * kw * channels * filters,
  },
  {
    id: 'convParameterCount/single-bias',
    title: 'one bias for all filters',
    hint: 'Each filter has a bias of its own: there are as many biases as filters.',
    caughtBy: 'the biases are one for each filter',
    implementation: ([kh, kw], channels, filters, { bias }) => kh * kw * channels * filters + (bias ? 1 : 0),
    // whatever the option
    readings: [([kh, kw], channels, filters) => kh * kw * channels * filters + 1],
  },
  {
    id: 'convParameterCount/channels-forgotten',
    title: 'the channels of the input are not counted',
    hint: 'A filter has weights for each channel of its input: kernel height * kernel width * channels.',
    caughtBy: 'back to 256 channels by 3x3',
    implementation: ([kh, kw], _channels, filters, { bias }) => filters * (kh * kw + (bias ? 1 : 0)),
  },
  {
    id: 'convParameterCount/bias-ignored',
    title: 'biases are counted even if there are none',
    hint: 'If the option `bias` is false the layer has weights alone: do not add 1 for each filter then.',
    caughtBy: 'not square, without bias',
    implementation: ([kh, kw], channels, filters) => filters * (kh * kw * channels + 1),
  },
  {
    id: 'convParameterCount/square-kernel',
    title: 'only one side of the kernel is read',
    hint: 'A kernel need not be square: its taps are kernel[0] * kernel[1].',
    caughtBy: 'not square, without bias',
    implementation: ([kh], channels, filters, { bias }) => filters * (kh * kh * channels + (bias ? 1 : 0)),
    readings: [
      ([_kh, kw], channels, filters, { bias }) => filters * (kw * kw * channels + (bias ? 1 : 0)),
      ([kh], channels, filters, { bias }) => filters * (kh * channels + (bias ? 1 : 0)),
    ],
  },
  {
    id: 'convParameterCount/bias-per-channel',
    title: 'a bias for each channel of the input',
    hint: 'A filter adds one bias after it has summed over all channels: add it once, outside of the product.',
    caughtBy: 'the biases are one for each filter',
    implementation: ([kh, kw], channels, filters, { bias }) => filters * channels * (kh * kw + (bias ? 1 : 0)),
    readings: [([kh, kw], channels, filters, { bias }) => filters * kh * kw * channels + (bias ? channels : 0)],
  },
];
