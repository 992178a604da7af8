import type { Misconception } from '../entry/entry.ts';
import { convolutionMistakes } from './shared/convolution-mistakes.ts';
import type { FeatureLayer } from './shared/feature-laws.ts';
import { featuresBiasedLate, plainConvolution, plainFeatures, rectified, summed } from './shared/plain-features.ts';

const without = (bias: readonly number[]): number[] => bias.map(() => 0);

export const misconceptions: readonly Misconception<FeatureLayer>[] = [
  {
    id: 'residual/skip-missing',
    title: 'the images are not added',
    hint: 'A residual layer adds its input to what the convolution makes of it: F(x) + x.',
    caughtBy: 'where all biases are far below 0 the features are 0',
    implementation: (x, kernel, bias) => plainFeatures(x, { kernel, bias }),
  },
  {
    id: 'residual/relu-last',
    title: 'relu of the sum',
    hint: 'relu belongs to F, inside of the skip: take it of the convolution, and add x after it.',
    caughtBy: 'where all biases are far below 0 the features are 0',
    implementation: (x, kernel, bias) => rectified(summed(plainConvolution(x, { kernel, bias }), x)),
    // of the convolution, and of the sum once more
    readings: [(x, kernel, bias) => rectified(summed(plainFeatures(x, { kernel, bias }), x))],
  },
  {
    id: 'residual/relu-missing',
    title: 'no relu',
    hint: 'F(x) is relu of the convolution: negative drives become 0 before x is added.',
    caughtBy: 'without weights the features are the biases, where they are positive',
    implementation: (x, kernel, bias) => summed(plainConvolution(x, { kernel, bias }), x),
  },
  {
    id: 'residual/bias-ignored',
    title: 'the bias is not added',
    hint: 'Add bias[o] to every pixel of channel o of the convolution, before relu.',
    caughtBy: 'without weights the features are the biases, where they are positive',
    implementation: (x, kernel, bias) => summed(plainFeatures(x, { kernel, bias: without(bias) }), x),
  },
  {
    id: 'residual/bias-after-relu',
    title: 'the bias is added after relu',
    hint: 'The bias is part of the convolution: add it first, and take relu of the sum.',
    caughtBy: 'without weights the features are the biases, where they are positive',
    implementation: (x, kernel, bias) => summed(featuresBiasedLate(x, { kernel, bias }), x),
  },
  ...convolutionMistakes<FeatureLayer>(
    'residual',
    'a kernel of a single 1 makes features of the pixels that its tap meets, where they are positive',
    (convolution) => (x, kernel, bias) => summed(rectified(convolution(x, { kernel, bias })), x),
  ),
];
