import { expect, test } from 'vitest';
import { gumbelSoftmax } from './autoencoders/gumbel-softmax.ts';
import { reparameterize } from './autoencoders/reparameterize.ts';
import { dropout } from './generalization/dropout.ts';
import { glorotUniform } from './generalization/glorot-uniform.ts';
import { labelSmoothing } from './generalization/label-smoothing.ts';
import { diffusionForward } from './generative/diffusion-forward.ts';
import { gradientPenalty } from './generative/gradient-penalty.ts';
import { matrix, vector } from './ndarray.ts';
import { perplexity } from './nlp/perplexity.ts';
import { shuffleIndices } from './training/shuffle-indices.ts';

const [one, nan] = [matrix([[0.5]]), matrix([[Number.NaN]])];
const nans = vector([Number.NaN]);
const critic = { w1: one, b1: vector([0]), w2: vector([1]) };

// NaN is on no side of a bound: a check for what lies below or above lets it pass.
test.each<[string, string, () => unknown]>([
  ['labelSmoothing', 't', () => labelSmoothing(nan)],
  ['dropout', 'random', () => dropout(one, nan)],
  ['glorotUniform', 'random', () => glorotUniform(nan, 1, 1)],
  ['gumbelSoftmax', 'random', () => gumbelSoftmax(one, nan)],
  ['reparameterize', 'logVariance', () => reparameterize(one, nan, one, { fromVariance: true })],
  ['diffusionForward', 'alphaBar', () => diffusionForward(one, one, nans)],
  ['gradientPenalty', 'u', () => gradientPenalty(one, one, nans, critic)],
  ['perplexity', 'logProbabilities', () => perplexity(nans)],
  ['shuffleIndices', 'random', () => shuffleIndices(2, nans)],
])('%s refuses an entry of NaN, whose range is bounded, by the name of %s', (_, name, call) => {
  expect(call).toThrow(new RegExp(String.raw`^${name}\b.*: expected .*, got .*NaN$`));
});
