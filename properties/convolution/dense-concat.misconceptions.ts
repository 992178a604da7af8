import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Images } from '../values/value.ts';
import { convolutionMistakes } from './shared/convolution-mistakes.ts';
import type { FeatureLayer } from './shared/feature-laws.ts';
import { imageSize } from './shared/padded-images.ts';
import {
  featuresBiasedLate,
  joined,
  plainConvolution,
  plainFeatures,
  rectified,
  summed,
} from './shared/plain-features.ts';

const BIASES = 'without weights the features are the biases, where they are positive';
const NONE = 'where all biases are far below 0 the features are 0';

const without = (bias: readonly number[]): number[] => bias.map(() => 0);

/** Images of equal channels put together by a function; with unequal ones there is no array. */
const ofEqualChannels =
  (together: (features: Images, x: Images) => Images) =>
  (...[x, kernel, bias]: Parameters<FeatureLayer>): Images | undefined =>
    imageSize(x)[2] === bias.length ? together(plainFeatures(x, { kernel, bias }), x) : undefined;

/** Row by row, the pixels of the second images behind those of the first. */
const alongWidth = (a: Images, b: Images): Images =>
  a.map((image, n) => image.map((row, i) => [...row, ...nth(nth(b, n), i)]));

/** Image by image, the rows of the second images below those of the first. */
const alongHeight = (a: Images, b: Images): Images => a.map((image, n) => [...image, ...nth(b, n)]);

/** Images of the channels of the first, each with that of the second added to it. */
const addedTo = (a: Images, b: Images): Images =>
  a.map((image, n) =>
    image.map((row, i) =>
      row.map((pixel, j) => pixel.map((value, c) => value + (nth(nth(nth(b, n), i), j)[c] ?? Number.NaN))),
    ),
  );

export const misconceptions: readonly Misconception<FeatureLayer>[] = [
  {
    id: 'denseConcat/input-first',
    title: 'the images come before their features',
    hint: 'Put the channels of F(x) first, and those of x behind them: [F(x), x].',
    caughtBy: BIASES,
    implementation: (x, kernel, bias) => joined(x, plainFeatures(x, { kernel, bias })),
  },
  {
    id: 'denseConcat/along-width',
    title: 'the features and the images are joined along the width',
    hint: 'Join the channels of each pixel, on the last axis: height and width stay as they are.',
    caughtBy: BIASES,
    implementation: ofEqualChannels(alongWidth),
    readings: [
      ofEqualChannels((features, x) => alongWidth(x, features)),
      // whatever the channels are: rows of pixels that differ in length
      (x, kernel, bias) => alongWidth(plainFeatures(x, { kernel, bias }), x),
      (x, kernel, bias) => alongWidth(x, plainFeatures(x, { kernel, bias })),
    ],
  },
  {
    id: 'denseConcat/along-height',
    title: 'the features and the images are joined along the height',
    hint: 'Join the channels of each pixel, on the last axis: height and width stay as they are.',
    caughtBy: BIASES,
    implementation: ofEqualChannels(alongHeight),
    readings: [
      (x, kernel, bias) => alongHeight(plainFeatures(x, { kernel, bias }), x),
      // the images of the batch behind their features
      (x, kernel, bias) => [...plainFeatures(x, { kernel, bias }), ...x],
    ],
  },
  {
    id: 'denseConcat/skip-missing',
    title: 'the images are missing',
    hint: 'The layer passes its input on: behind the channels of F(x) come those of x.',
    caughtBy: BIASES,
    implementation: (x, kernel, bias) => plainFeatures(x, { kernel, bias }),
  },
  {
    id: 'denseConcat/relu-missing',
    title: 'no relu',
    hint: 'F(x) is relu of the convolution: negative drives become 0.',
    caughtBy: NONE,
    implementation: (x, kernel, bias) => joined(plainConvolution(x, { kernel, bias }), x),
  },
  {
    id: 'denseConcat/relu-last',
    title: 'relu of the images too',
    hint: 'Only the convolution goes through relu: x is passed on as it is, negative pixels included.',
    caughtBy: NONE,
    implementation: (x, kernel, bias) => rectified(joined(plainConvolution(x, { kernel, bias }), x)),
  },
  {
    id: 'denseConcat/added',
    title: 'the features are added to the images',
    hint: 'That is a residual layer. Here both are kept: the channels of F(x), and behind them those of x.',
    caughtBy: BIASES,
    implementation: ofEqualChannels(summed),
    readings: [
      // channel by channel, as many as there are features or as there are in the images; what is missing is not a number
      (x, kernel, bias) => addedTo(plainFeatures(x, { kernel, bias }), x),
      (x, kernel, bias) => addedTo(x, plainFeatures(x, { kernel, bias })),
    ],
  },
  {
    id: 'denseConcat/bias-ignored',
    title: 'the bias is not added',
    hint: 'Add bias[o] to every pixel of channel o of the convolution, before relu.',
    caughtBy: BIASES,
    implementation: (x, kernel, bias) => joined(plainFeatures(x, { kernel, bias: without(bias) }), x),
  },
  {
    id: 'denseConcat/bias-after-relu',
    title: 'the bias is added after relu',
    hint: 'The bias is part of the convolution: add it first, and take relu of the sum.',
    caughtBy: BIASES,
    implementation: (x, kernel, bias) => joined(featuresBiasedLate(x, { kernel, bias }), x),
  },
  ...convolutionMistakes<FeatureLayer>(
    'denseConcat',
    'a kernel of a single 1 makes features of the pixels that its tap meets, where they are positive',
    (convolution) => (x, kernel, bias) => joined(rectified(convolution(x, { kernel, bias })), x),
  ),
];
